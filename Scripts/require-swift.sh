#!/usr/bin/env bash
# Says what to do where Swift is missing or too old; says nothing where it is there. SWIFT names another one.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
needed=$(sed -n '1s/.*swift-tools-version: *//p' Package.swift)

if ! command -v "$swift" >/dev/null; then
  echo "Lossline needs Swift $needed or later, and “$swift” is not on the PATH." >&2
  echo "Get it from https://www.swift.org/install, or say where it is: make SWIFT=/path/to/usr/bin/swift …" >&2
  exit 1
fi
answer=$("$swift" --version 2>&1) || { printf '“%s --version” failed:\n%s\n' "$swift" "$answer" >&2; exit 1; }
version=$(sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' <<<"$answer" | head -n 1)
oldest=$(printf '%s\n' "$needed" "${version:-0}" | sort -t . -k 1,1n -k 2,2n | head -n 1)
if [ "$oldest" != "$needed" ]; then
  echo "Lossline needs Swift $needed or later; $(command -v "$swift") is ${version:-of an unknown version}." >&2
  echo "Get a newer one from https://www.swift.org/install, or name it: make SWIFT=/path/to/usr/bin/swift …" >&2
  exit 1
fi
