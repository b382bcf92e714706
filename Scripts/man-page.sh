#!/usr/bin/env bash
# Prints the manual page (section 1) made of the program's own help, command by command.
# Usage: Scripts/man-page.sh path/to/lossline
set -euo pipefail
program=$1

# Help in lines as long as they are: each paragraph and each option is one line.
help_of() { COLUMNS=10000 "$program" help "$@"; }

# The names of the commands below one, from the list in its help.
commands_below() {
  help_of "$@" | awk '/^SUBCOMMANDS:/ { inside = 1; next } !NF { inside = 0 } inside && /^  [a-z]/ { print $1 }'
}

as_manual() { # as_manual LEVEL [COMMAND…]: help on standard input, manual on standard output
  awk -v level="$1" -v title="${*:2}" '
    function text(line) { # what troff would take for its own
      gsub(/\\/, "\\e", line); gsub(/-/, "\\-", line); gsub(/\x27/, "\\(aq", line); gsub(/`/, "\\(ga", line)
      return line ~ /^[.]/ ? "\\&" line : line
    }
    function entry(label, description) { print ".TP\n.B " text(label); if (description != "") print text(description) }
    # The synopsis comes first, so the overview waits for it.
    BEGIN { if (level > 0) print ".SH \"LOSSLINE " toupper(title) "\"" }
    /^OVERVIEW: / { sub(/^OVERVIEW: /, ""); section = "overview"; overview = text($0); next }
    /^USAGE: / {
      sub(/^USAGE: /, ""); section = "usage"
      if (level == 0) print ".SH SYNOPSIS"
      print ".B " text($0) "\n" (level == 0 ? ".SH DESCRIPTION" : ".PP") "\n" overview
      next
    }
    /^(ARGUMENTS|OPTIONS|SUBCOMMANDS):$/ { section = "list"; if (level == 0) print ".SH " substr($0, 1, length($0) - 1); next }
    /^  See .lossline help/ { next }
    !NF { if (section == "overview") overview = overview "\n.PP"; next }
    section == "overview" { # a paragraph is one line; indented lines are examples, which end where they end
      overview = overview (/^ / ? "\n.br\n" text($0) "\n.br" : "\n" text($0))
      next
    }
    # The common options stand once, at the top.
    level > 0 && /^  (--version|-h, --help) / { next }
    section == "list" && /^  [^ ]/ {
      # A label that just fits is followed by a single space.
      line = substr($0, 3); place = match(line, /  +/)
      if (!place && match(line, /> [A-Z]/)) { place = RSTART + 1; RLENGTH = 1 }
      if (place) entry(substr(line, 1, place - 1), substr(line, place + RLENGTH)); else entry(line, "")
      next
    }
    section == "list" { sub(/^ +/, ""); print text($0) }'
}

pages() { # pages [COMMAND…]: this command, then those below it
  help_of "$@" | as_manual $# "$@"
  local name
  for name in $(commands_below "$@"); do pages "$@" "$name"; done
}

version=$("$program" --version)
printf '.TH LOSSLINE 1 "" "lossline %s" "User Commands"\n' "$version"
printf '.ad l\n.nh\n.SH NAME\nlossline \\- turn training runs into charts and reports\n'
pages
cat <<'END'
.SH FILES
.TP
.I runs/
The folder that runs are recorded in and read from, unless \-\-runs or a path says otherwise.
.TP
.I reports/
The folder that pages are written to, unless \-\-output says otherwise.
END
