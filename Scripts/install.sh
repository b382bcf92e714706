#!/usr/bin/env bash
# Installs a built program with its completions and its manual page. `make install` calls it after a release build.
# Usage: [PREFIX=/usr/local] [DESTDIR=] Scripts/install.sh path/to/lossline
#
# DESTDIR is put before every path, for those who make packages. The program is one file: it can be copied anywhere.
set -euo pipefail
program=${1:?"usage: [PREFIX=/usr/local] [DESTDIR=] Scripts/install.sh path/to/lossline"}
[ -x "$program" ] || { echo "$program is no program; build it first: make build" >&2; exit 1; }
scripts=$(cd "$(dirname "$0")" && pwd)
root=${DESTDIR:-}${PREFIX:-/usr/local}

# Everything is made before anything is put in its place. Without its symbols the program is two thirds as large.
draft=$(mktemp -d)
trap 'rm -rf "$draft"' EXIT
cp "$program" "$draft/lossline"
if [ "$(uname -s)" = Linux ]; then strip "$draft/lossline" 2>/dev/null || echo "strip is missing; the symbols stay." >&2; fi
for shell in bash zsh fish; do "$program" --generate-completion-script "$shell" >"$draft/$shell"; done
"$scripts/man-page.sh" "$program" >"$draft/manual"

place() { # place MODE FILE DESTINATION
  if ! mkdir -p "$(dirname "$root/$3")" || ! install -m "$1" "$2" "$root/$3"; then
    echo "$root/$3 could not be written. Choose a folder of yours: make install PREFIX=\$HOME/.local" >&2
    echo "or, once it is built: sudo PREFIX='${PREFIX:-/usr/local}' Scripts/install.sh .build/release/lossline" >&2
    exit 1
  fi
  echo "$root/$3"
}
place 755 "$draft/lossline" bin/lossline
place 644 "$draft/bash" share/bash-completion/completions/lossline
place 644 "$draft/zsh" share/zsh/site-functions/_lossline
place 644 "$draft/fish" share/fish/vendor_completions.d/lossline.fish
place 644 "$draft/manual" share/man/man1/lossline.1

# Stages of packages are on nobody's path.
case "${DESTDIR:+staged}:$PATH:" in
  staged:* | *":$root/bin:"*) ;;
  *) echo "$root/bin is not on your PATH." >&2 ;;
esac
