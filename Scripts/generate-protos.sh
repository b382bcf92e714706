#!/usr/bin/env bash
# Turns Sources/Runs/Protos/*.proto into Sources/Runs/Generated/*.pb.swift with the swift-protobuf version that the
# package resolves to. Needs protoc (Debian: protobuf-compiler). PROTOC_GEN_SWIFT names a plugin that is built already;
# otherwise it is built once, which takes minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v protoc >/dev/null || { echo "protoc is missing: apt-get install protobuf-compiler" >&2; exit 1; }
swift package resolve
checkout=.build/checkouts/swift-protobuf
plugin=${PROTOC_GEN_SWIFT:-}
if [ -z "$plugin" ]; then
  swift build -c release --package-path "$checkout" --scratch-path .build/protoc-gen-swift --product protoc-gen-swift
  plugin=$(swift build -c release --package-path "$checkout" --scratch-path .build/protoc-gen-swift --show-bin-path)/protoc-gen-swift
fi

out=Sources/Runs/Generated
mkdir -p "$out"
protoc --plugin=protoc-gen-swift="$plugin" \
  --proto_path=Sources/Runs/Protos --proto_path="$checkout/Protos/Sources/SwiftProtobuf" \
  --swift_opt=Visibility=Internal --swift_opt=UseAccessLevelOnImports=true --swift_out="$out" \
  Sources/Runs/Protos/*.proto
