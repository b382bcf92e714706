#!/usr/bin/env bash
# Builds what is measured, and measures; --help tells the arguments. Peers are set up where LOSSLINE_PEERS and
# LOSSLINE_LOGGERS say, by default in the user's cache.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
"$swift" build -c release --static-swift-stdlib --product lossline >&2
"$swift" build -c release --package-path Benchmarks --product lossline-bench >&2
PYTHONPATH=Benchmarks exec python3 -m bench "$@" --swift "$swift" \
  --lossline "$("$swift" build -c release --show-bin-path)/lossline" \
  --bench "$("$swift" build -c release --package-path Benchmarks --show-bin-path)/lossline-bench"
