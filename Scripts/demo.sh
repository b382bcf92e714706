#!/usr/bin/env bash
# From nothing to a report: system packages, release build, training, charts, page; with the time each part took.
set -euo pipefail
cd "$(dirname "$0")/.."

parts=()
timed() { # timed NAME COMMAND…
  local name=$1 start end
  shift
  start=$(date +%s%N)
  "$@"
  end=$(date +%s%N)
  parts+=("$(printf '%-16s %8.2f s' "$name" "$(awk "BEGIN { print ($end - $start) / 1e9 }")")")
}

timed "system packages" Scripts/install-system-packages.sh run
echo "Building in release mode; the first build takes a few minutes."
timed "build" "${SWIFT:-swift}" build -c release --static-swift-stdlib --product lossline
lossline="$("${SWIFT:-swift}" build -c release --show-bin-path)/lossline"
name="airline-lstm-1-$(date -u +%Y%m%d-%H%M%S)"
timed "training" "$lossline" train airline --name "$name"
timed "charts and page" "$lossline" report "runs/$name" -o reports/airline >/dev/null

echo
printf '%s\n' "${parts[@]}"
echo
echo "run     runs/$name"
echo "charts  reports/airline/charts ($(find reports/airline/charts -type f | wc -l) files: PNG, PDF and SVG)"
echo "page    $PWD/reports/airline/index.html"
