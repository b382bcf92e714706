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

# Everything is made before anything is put in its place.
draft=$(mktemp -d)
trap 'rm -rf "$draft"' EXIT
for shell in bash zsh fish; do "$program" --generate-completion-script "$shell" >"$draft/$shell"; done
"$scripts/man-page.sh" "$program" >"$draft/manual"

place() { # place MODE FILE DESTINATION
  mkdir -p "$(dirname "$root/$3")"
  install -m "$1" "$2" "$root/$3"
  echo "$root/$3"
}
place 755 "$program" bin/lossline
place 644 "$draft/bash" share/bash-completion/completions/lossline
place 644 "$draft/zsh" share/zsh/site-functions/_lossline
place 644 "$draft/fish" share/fish/vendor_completions.d/lossline.fish
place 644 "$draft/manual" share/man/man1/lossline.1
