#!/usr/bin/env bash
# Trains all six systems, writes their reports into reports/ and takes the README's two pictures of them.
# Usage: [REVIEWS=aclImdb_v1.tar.gz] Scripts/make-reports.sh path/to/lossline
# Without REVIEWS, the archive or the folder of the Large Movie Review Dataset, imdb is left as it is.
# Run it on a clean checkout: the pages say when there were uncommitted changes.
set -euo pipefail
cd "$(dirname "$0")/.."
lossline=${1:?"usage: [REVIEWS=…] Scripts/make-reports.sh path/to/lossline"}
runs=runs/reports
limit=5000000

rm -rf "$runs"
train() { "$lossline" train "$@" --name "$1" --runs "$runs" --seed 1 --quiet; }
started=$SECONDS

# All trainings come before the first page, which is an uncommitted change.
folders=(1-sequence 2-gohome 3-forecast)
train sequence
train gohome
train forecast
if [ -n "${REVIEWS:-}" ]; then
  train imdb --data "$REVIEWS"
  folders+=(4-imdb)
  reviews_folder=$(cd "$(dirname "$REVIEWS")" && pwd)
else
  echo "imdb is skipped: REVIEWS names no archive of reviews. reports/4-imdb stays as it is." >&2
fi
train airline
folders+=(5-airline)
"$lossline" sweep airline --grid cell=dense,simple,lstm,gru --seeds 5 --jobs 2 --baseline cell=dense \
  --name airline-cells --runs "$runs" -o reports/6-airline-cells --quiet
for folder in "${folders[@]}"; do "$lossline" report "$runs/${folder#?-}" -o "reports/$folder"; done
# Where the reviews are on this machine is nobody's business.
if [ -n "${REVIEWS:-}" ]; then
  page=reports/4-imdb/index.html
  sed "s|$reviews_folder/||g" "$page" >"$page.new"
  mv "$page.new" "$page"
fi

take_picture() { # take_picture PAGE PICTURE
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1200,1500 \
    --screenshot="$PWD/$2" "file://$PWD/$1" >/dev/null 2>&1
}
if command -v chromium >/dev/null; then
  take_picture reports/5-airline/index.html docs/pictures/report.png
  take_picture reports/6-airline-cells/index.html docs/pictures/comparison.png
else
  echo "chromium is missing: the pictures in docs/pictures stay as they are." >&2
fi

# What .gitignore leaves out does not count.
size=$(git ls-files -z --cached --others --exclude-standard reports | xargs -0 cat | wc -c)
echo "$((SECONDS - started)) s; $((size / 1000)) kB in reports/ to be kept"
if [ "$size" -ge "$limit" ]; then
  echo "The reports are too large to keep in the repository: at most $((limit / 1000)) kB." >&2
  exit 1
fi
