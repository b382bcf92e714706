#!/usr/bin/env bash
# Builds the documentation of every module with DocC; a warning is an error. `make docs` calls it.
# The result is one archive for all modules, .build/docs/lossline.doccarchive, which any web server can serve:
#   docc preview is not needed; python3 -m http.server --directory .build/docs/lossline.doccarchive
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
docc=$(command -v docc || true)
[ -n "$docc" ] || docc=$(dirname "$(readlink -f "$(command -v "$swift")")")/docc
[ -x "$docc" ] || { echo "docc is missing; it comes with the Swift toolchain: put its folder on the PATH" >&2; exit 1; }

"$swift" package dump-symbol-graph --skip-synthesized-members --minimum-access-level public >/dev/null
graphs=$(dirname "$("$swift" build --show-bin-path)")/symbolgraph
out=.build/docs
rm -rf "$out"
mkdir -p "$out"

failed=()
archives=()
for catalogue in Sources/*/*.docc; do
  module=$(basename "$catalogue" .docc)
  # Extensions of other modules' types (Plot@Swift.symbols.json) belong to the module that makes them.
  mkdir -p "$out/graphs/$module"
  cp "$graphs/$module.symbols.json" "$out/graphs/$module/"
  for extension in "$graphs/$module"@*.symbols.json; do
    if [ -e "$extension" ]; then cp "$extension" "$out/graphs/$module/"; fi
  done
  echo "Documentation of $module"
  "$docc" convert "$catalogue" --additional-symbol-graph-dir "$out/graphs/$module" --warnings-as-errors \
    --fallback-display-name "$module" --fallback-bundle-identifier "lossline.$module" \
    --output-path "$out/$module.doccarchive" || failed+=("$module")
  archives+=("$out/$module.doccarchive")
done
rm -rf "$out/graphs"
if [ ${#failed[@]} -gt 0 ]; then
  echo "The documentation has warnings: ${failed[*]}" >&2
  exit 1
fi
"$docc" merge "${archives[@]}" --synthesized-landing-page-name Lossline --output-path "$out/lossline.doccarchive"
