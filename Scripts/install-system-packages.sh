#!/usr/bin/env bash
# Installs the Debian packages that are missing, in one call of apt-get, and says nothing when all are there.
# Usage: Scripts/install-system-packages.sh run|test|bench
set -euo pipefail

run=(libcairo2-dev libharfbuzz-dev libfribidi-dev libfreetype-dev libfontconfig-dev libpng-dev libdeflate-dev zlib1g-dev
  pkg-config fonts-inter fonts-noto-cjk fonts-dejavu-core)
test=(poppler-utils chromium chromium-driver git python3)
bench=(chromium chromium-driver python3 python3-venv)

case "${1:-run}" in
  run) wanted=("${run[@]}") ;;
  test) wanted=("${run[@]}" "${test[@]}") ;;
  bench) wanted=("${run[@]}" "${bench[@]}") ;;
  *) echo "usage: $0 run|test|bench" >&2; exit 64 ;;
esac

# Elsewhere the libraries are looked for, and named where they are missing.
if ! command -v dpkg-query >/dev/null; then
  libraries=(cairo harfbuzz fribidi freetype2 fontconfig libpng libdeflate zlib)
  if ! pkg-config --exists "${libraries[@]}" 2>/dev/null; then
    echo "This is not a Debian system, so nothing is installed. Lossline finds its libraries by pkg-config: ${libraries[*]}." >&2
    echo "With Homebrew: brew install pkgconf cairo harfbuzz fribidi freetype fontconfig libpng libdeflate zlib" >&2
    echo "and for the text of charts the fonts Inter and Noto Sans CJK KR." >&2
  fi
  exit 0
fi
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

by_hand="apt-get update && apt-get install --no-install-recommends ${missing[*]}"
as_root=(env)
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    printf 'System packages are missing, and only root can install them. As root, then make again:\n  %s\n' "$by_hand" >&2
    exit 1
  fi
  as_root=(sudo env)
fi
echo "Installing ${#missing[@]} missing system packages: ${missing[*]}" >&2
as_root+=(DEBIAN_FRONTEND=noninteractive)
if ! "${as_root[@]}" apt-get update -qq ||
  ! "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
  printf 'The system packages could not be installed; why is said above. As root, then make again:\n  %s\n' "$by_hand" >&2
  exit 1
fi
