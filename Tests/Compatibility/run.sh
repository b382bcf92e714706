#!/usr/bin/env bash
# TensorBoard and Lossline read each other's folders and must see the same points. Called by `make test-tensorboard`.
# The virtual environment is outside the checkout; LOSSLINE_PEERS names another one that has TensorBoard already.
set -euo pipefail
cd "$(dirname "$0")/../.."

peers=${LOSSLINE_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/lossline/peers}
python=$peers/bin/python
if ! [ -x "$python" ]; then
  echo "Setting up a virtual environment in $peers" >&2
  python3 -m venv "$peers" || { echo "Python's venv is missing: apt-get install python3-venv" >&2; exit 1; }
fi
"$python" -c 'import tensorboard, tensorboard_data_server' 2>/dev/null ||
  "$python" -m pip install --quiet --disable-pip-version-check --requirement Tests/Compatibility/requirements.txt

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$python" Tests/Compatibility/check_tensorboard.py write "$folder/theirs"
LOSSLINE_COMPATIBILITY=$folder ${SWIFT:-swift} test --filter TensorBoardCompatibilityTests
"$python" Tests/Compatibility/check_tensorboard.py check "$folder/ours" "$folder/expected.json"
