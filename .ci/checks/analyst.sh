#!/usr/bin/env bash
# The first change of decision-tables/README.md, step by step, with LibreOffice as the spreadsheet program.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
office=
trap '[ -z "$office" ] || kill "$office" 2>/dev/null || true; rm -rf "$tmp"' EXIT
export HEARTH_DATA_DIR="$tmp/data"

soffice --headless --norestore "-env:UserInstallation=file://$tmp/profile" "--accept=pipe,name=hearth-$$;urp" >/dev/null 2>&1 &
office=$!
change() { /usr/bin/python3 .ci/checks/spreadsheet.py "hearth-$$" "$@"; }
type_in() { change "$1" "$2" type "$3" "$4"; }
passed=0
expect() {
  local status=$1 text=$2
  shift 2
  set +e
  "$@" >"$tmp/out" 2>&1
  local was=$?
  set -e
  if [ "$was" != "$status" ] || { [ -n "$text" ] && ! grep -qF -- "$text" "$tmp/out"; }; then
    echo "expected status $status and \`$text\` of: $*; status was $was, and the output"
    cat "$tmp/out"
    exit 1
  fi
  passed=$((passed + 1))
}

cp -r decision-tables "$tmp/my-tables"
type_in "$tmp/my-tables/unit-brackets.drl.xlsx" Rules D9 21
expect 1 "unit-brackets.drl.xlsx, sheet Rules, cell A9: no row holds for unit minutes 15, minutes 22; let the row, or another, hold for it too" \
  ./hearth tables check "$tmp/my-tables" --mark "$tmp/marked"
expect 0 "To mend" ./hearth tables show "$tmp/marked/unit-brackets.drl.xlsx"

type_in "$tmp/my-tables/unit-brackets.drl.xlsx" Rules C10 22
expect 1 "failed: unit-brackets.drl.xlsx, sheet Examples" ./hearth tables check "$tmp/my-tables"
cp decision-tables/unit-brackets.drl.xlsx "$tmp/my-tables/"

# what a menu of the program does to rows
change "$tmp/my-tables/unit-brackets.drl.xlsx" Rules insert-row 11
expect 1 "sheet Rules, cell A11: a blank row stands inside the table" ./hearth tables check "$tmp/my-tables/unit-brackets.drl.xlsx"
change "$tmp/my-tables/unit-brackets.drl.xlsx" Rules delete-row 11
expect 0 "" ./hearth tables check "$tmp/my-tables/unit-brackets.drl.xlsx"
cp decision-tables/unit-brackets.drl.xlsx "$tmp/my-tables/"

row=$(grep -n '^G0157,' decision-tables/codes/visit-codes.rows.csv | cut -d: -f1)
column=$(head -1 decision-tables/codes/visit-codes.rows.csv | tr , '\n' | grep -n '^through$' | cut -d: -f1)
cell=$(printf "\\$(printf %o $((64 + column)))")$row
type_in "$tmp/my-tables/codes/visit-codes.xlsx" Rows "$cell" 2024-12-31
expect 0 "changed  visit-codes/G0157: through open -> 2024-12-31" ./hearth tables diff decision-tables "$tmp/my-tables"
workbooks=$(find decision-tables -name '*.xlsx' | wc -l)
expect 0 "1 of $workbooks tables differs; rows: 1 changed" ./hearth tables diff decision-tables "$tmp/my-tables"
expect 0 "" ./hearth tables impact decision-tables "$tmp/my-tables" --claims src/main/resources/samples --format html --out "$tmp/impact.html"
grep -q "newly failing" "$tmp/impact.html"
expect 1 "not published: " ./hearth tables publish "$tmp/my-tables"
expect 0 "" ./hearth tables publish "$tmp/my-tables" --despite-examples
echo "analyst: $passed passed, 0 failed"
