#!/usr/bin/env bash
# From nothing to a report: system packages, release build, training, charts, page; with the time each part took.
set -euo pipefail
cd "$(dirname "$0")/.."

# Seconds, where bash is new enough (5; macOS has 3.2) with their fractions.
now() { local time=${EPOCHREALTIME:-$SECONDS}; echo "${time/,/.}"; }

parts=()
timed() { # timed NAME COMMAND…
  local name=$1 start
  shift
  start=$(now)
  "$@"
  parts+=("$(LC_ALL=C awk "BEGIN { printf \"%-16s %8.2f s\", \"$name\", $(now) - $start }")")
}

Scripts/require-swift.sh
timed "system packages" Scripts/install-system-packages.sh run
echo "Building in release mode; the first build takes some minutes."
timed "build" make --no-print-directory build
lossline=.build/release/lossline
name="airline-lstm-1-$(date -u +%Y%m%d-%H%M%S)"
timed "training" "$lossline" train airline --name "$name"
timed "charts and page" "$lossline" report "runs/$name" -o reports/airline >/dev/null

echo
printf '%s\n' "${parts[@]}"
echo
echo "run     runs/$name"
echo "charts  reports/airline/charts ($(find reports/airline/charts -name "*.png" | wc -l | tr -d " ") charts, each as PNG, PDF, SVG and CSV)"
echo "page    $PWD/reports/airline/index.html"
