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
expect 1 "unit-brackets.drl.xlsx, sheet Rules, cells D9, C10: no row holds for unit minutes 15, minutes 22; write 22 into D9, or 22 into C10, or let another row hold for it" \
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

# the other things that are done to workbooks, each told where it is
mistake() {
  local workbook=$1 text=$2 sheet=$3
  shift 3
  cp "decision-tables/$workbook" "$tmp/my-tables/$workbook"
  change "$tmp/my-tables/$workbook" "$sheet" "$@"
  expect 1 "$text" ./hearth tables check "$tmp/my-tables/$workbook"
  cp "decision-tables/$workbook" "$tmp/my-tables/$workbook"
}
place() { # MIRROR ROW HEADING: the cell in the workbook of a code list, whose headings stand in its first row
  local row column
  row=$(grep -n "^$2," "$1" | cut -d: -f1)
  column=$(head -1 "$1" | tr , '\n' | grep -n "^$3\$" | cut -d: -f1)
  printf "\\$(printf %o $((64 + column)))$row"
}
amount=$(place decision-tables/codes/therapy-amounts.rows.csv "amount PT_SLP 2026" amount)
mistake codes/therapy-amounts.xlsx "cell $amount: \`24\` makes no sense as \`amount\`; write a number of 1000 to 9999" Rows type "$amount" 24
mistake codes/therapy-amounts.xlsx "cell $amount: \`-2480\` makes no sense as \`amount\`" Rows type "$amount" -2480
mistake unit-brackets.drl.xlsx "cell G9: \`-1\` makes no sense as \`units\`; write a number of 0 to 96" Rules type G9 -1
zero=$(place decision-tables/codes/revenue-codes.rows.csv 0420 code)
mistake codes/revenue-codes.xlsx "cell $zero: the row is called \`0420\`, and its code is \`420\`" Rows type "$zero" 420
mistake codes/therapy-codes.xlsx "cell B19: the row is called \`97113\`, and its code is \`97112\`" Rows fill-down B17 B20
mistake codes/visit-codes.xlsx "cell B2: the row is called \`G0151\`" Rows sort B2 B9
mistake codes/therapy-codes.xlsx "cell A30: \`97112\` also names the row at A18; give it its own name" Rows paste A18 N19 A30
mistake modifiers.drl.xlsx "cell C8: column C is empty; delete it" Rules insert-column C
mistake modifiers.drl.xlsx "cell L9: the cell is blank; write the day on which somebody last compared the row with its source" Rules type L9 ""
mistake codes/parameters.xlsx "cell C4: the cell holds \`10\` and shows it as \`1000 %\`; format the cell as a number and write 1000" Rows percent C4
mistake modifiers.drl.xlsx "cell G11: the cell holds the day 2015-01-01 and is not formatted as a date; write 2015-01-01" Rules number G11
mistake modifiers.drl.xlsx "rename \`Modifier rules\` to \`Rules\`" Rules rename "Modifier rules"
mistake unit-brackets.drl.xlsx "sheet Examples: the sheet is missing" Examples delete-sheet
mistake first-claims.drl.xlsx "sheet Examples, cell C3: \`3/7/2022\` is no date as examples have it; write 2022-03-07" Examples type C3 "3/7/2022 0420 97110 GP"
mistake first-claims.drl.xlsx "sheet Examples, cell E3: \`HHT-999\` is no finding" Examples type E3 "HHT-999"
change "$tmp/my-tables/modifiers.drl.xlsx" Rules copy-sheet "Rules (2)"
expect 0 "sheet Rules (2): the sheet looks like \`Rules\`, and is not read" ./hearth tables check "$tmp/my-tables/modifiers.drl.xlsx"
cp decision-tables/modifiers.drl.xlsx "$tmp/my-tables/"
change "$tmp/my-tables/first-claims.drl.xlsx" Examples delete-row 2
expect 1 "first-claims has 13 examples, the active edition has 14: without " ./hearth tables publish "$tmp/my-tables"
expect 0 "" ./hearth tables publish "$tmp/my-tables" --fewer-examples
export HEARTH_DATA_DIR="$tmp/other-data"
cp decision-tables/first-claims.drl.xlsx "$tmp/my-tables/"

cell=$(place decision-tables/codes/visit-codes.rows.csv G0157 through)
type_in "$tmp/my-tables/codes/visit-codes.xlsx" Rows "$cell" 2024-12-31
expect 0 "changed  visit-codes/G0157: through open -> 2024-12-31" ./hearth tables diff decision-tables "$tmp/my-tables"
workbooks=$(find decision-tables -name '*.xlsx' | wc -l)
expect 0 "1 of $workbooks tables differs; rows: 1 changed" ./hearth tables diff decision-tables "$tmp/my-tables"
expect 0 "" ./hearth tables impact decision-tables "$tmp/my-tables" --claims src/main/resources/samples --format html --out "$tmp/impact.html"
grep -q "newly failing" "$tmp/impact.html"
expect 1 "this example uses visit-codes/G0157, which this change ends with 2024-12-31:" \
  ./hearth tables check "$tmp/my-tables" --accept "$tmp/accepted"
expect 1 "not published: " ./hearth tables publish "$tmp/my-tables"
cp "$tmp/accepted/header-requirements-32x.drl.xlsx" "$tmp/my-tables/"
expect 0 " 0 failed; 0 problems" ./hearth tables check "$tmp/my-tables"
expect 0 "" ./hearth tables publish "$tmp/my-tables"
echo "analyst: $passed passed, 0 failed"
