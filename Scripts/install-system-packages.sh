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

if ! command -v dpkg-query >/dev/null; then
  echo "This is not a Debian system; Lossline needs, by whatever name they have here: ${wanted[*]}" >&2
  exit 0
fi
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
echo "Installing ${#missing[@]} missing system packages: ${missing[*]}" >&2
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
