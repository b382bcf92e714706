#!/usr/bin/env bash
# Fuzzes every reader with libFuzzer, guided by coverage: `make fuzz`, or for some targets alone
#   RUNS=1000000 Fuzz/run.sh events csv-log
# RUNS counts the inputs of each target (1,000,000). Inputs that reach new code are kept in .build/fuzz-corpus and are
# where the next call begins. An input that crashes, takes 10 s or more than 1 GB is kept there too and fails the call.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
build=(env LOSSLINE_FUZZ=build "$swift" build -c release --sanitize fuzzer -Xswiftc -enable-testing
  --scratch-path .build/fuzz)
"${build[@]}" --product lossline-fuzz
program=$("${build[@]}" --show-bin-path)/lossline-fuzz
corpus=$PWD/.build/fuzz-corpus
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(ls Fuzz/Seeds)

fuzz() {
  local target=$1 folder=$corpus/$1 log=$corpus/$1.log
  mkdir -p "$folder"
  if LOSSLINE_FUZZ=$target "$program" "$folder" "Fuzz/Seeds/$target" -runs="${RUNS:-1000000}" -max_len=4096 \
    -timeout=10 -rss_limit_mb=1024 -artifact_prefix="$corpus/$target-" -print_final_stats=1 >"$log" 2>&1; then
    printf '%-12s %s inputs, %s MB, %s\n' "$target" "$(awk '/number_of_executed_units/ { print $2 }' "$log")" \
      "$(awk '/peak_rss_mb/ { print $2 }' "$log")" "$(grep -o 'cov: [0-9]*' "$log" | tail -1)"
  else
    printf '%-12s FAILED: see %s\n' "$target" "$log"
    return 1
  fi
}
export -f fuzz
export corpus program
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -c 'fuzz {}'
