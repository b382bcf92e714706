#!/usr/bin/env bash
# Sets up the peers, builds what is measured, and measures. Arguments go to bench.py: `make bench ARGUMENTS=--quick`.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
peers="${LOSSLINE_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/lossline/peers}"
if [ ! -x "$peers/bin/python" ]; then
  echo "Setting up the peers in $peers (some gigabytes)." >&2
  python3 -m venv "$peers"
  "$peers/bin/pip" install --quiet -r Benchmarks/peers/requirements.txt
fi
"$swift" build -c release --static-swift-stdlib --product lossline
"$swift" build -c release --package-path Benchmarks --product lossline-bench
exec python3 Benchmarks/bench.py "$@" \
  --lossline "$("$swift" build -c release --show-bin-path)/lossline" \
  --bench "$("$swift" build -c release --package-path Benchmarks --show-bin-path)/lossline-bench" \
  --python "$peers/bin/python"
