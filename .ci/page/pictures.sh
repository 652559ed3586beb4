#!/usr/bin/env bash
# Makes all pictures of the docs anew, from the program as it is: run it after a change of what they show, and look at each.
set -euo pipefail
# a command that finds something ends in 1, which is no failure here
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; rm -rf "$tmp"' EXIT
mkdir "$tmp/pictures"
sample=src/main/resources/samples/outpatient-therapy-2018.json
{ echo "\$ ./hearth check $sample"; ./hearth check "$sample" || true; } >"$tmp/check.txt"
./hearth episode src/docs/samples/episode-2018.ndjson --format svg --out "$tmp/episode.svg" || true

workbook() { /usr/bin/python3 .ci/page/pictures.py workbook "$1" "$2" "$3" "$tmp/pictures/$4.png"; }
edit() { /usr/bin/python3 -c 'import datetime, openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
cell = book[sys.argv[2]][sys.argv[3]]
cell.value = datetime.date.fromisoformat(sys.argv[4]) if "-" in sys.argv[4] else int(sys.argv[4])
cell.number_format = "yyyy-mm-dd" if "-" in sys.argv[4] else cell.number_format
book.save(sys.argv[1])' "$@"; }
cp -r decision-tables "$tmp/my-tables"
edit "$tmp/my-tables/unit-brackets.drl.xlsx" Rules D9 21
./hearth tables check "$tmp/my-tables" --mark "$tmp/marked" >/dev/null || true
workbook decision-tables/unit-brackets.drl.xlsx Rules A8:I14 tables-rules
workbook decision-tables/unit-brackets.drl.xlsx Notes A1:E19 tables-notes
workbook "$tmp/marked/unit-brackets.drl.xlsx" Rules A8:I14 tables-marked
workbook "$tmp/marked/unit-brackets.drl.xlsx" "To mend" A1:E3 tables-mend
cp decision-tables/unit-brackets.drl.xlsx "$tmp/my-tables/"
through=$(/usr/bin/python3 -c 'import openpyxl
sheet = openpyxl.load_workbook("decision-tables/codes/visit-codes.xlsx")["Rows"]
column = [cell.value for cell in sheet[1]].index("through")
print(next(row[column].coordinate for row in sheet.iter_rows() if row[0].value == "G0157"))')
edit "$tmp/my-tables/codes/visit-codes.xlsx" Rows "$through" 2024-12-31
./hearth tables impact decision-tables "$tmp/my-tables" --claims src/main/resources/samples --format html --out "$tmp/impact.html" >/dev/null

npm install --silent --no-audit --no-fund --prefix "$tmp" playwright-core@1.65.1 axe-core@4.14.1 >/dev/null
HEARTH_DATA_DIR="$tmp/data" QUARKUS_HTTP_PORT=8128 ./hearth serve >"$tmp/log" 2>&1 &
service=$!
url=http://127.0.0.1:8128/
for _ in $(seq 120); do curl -sf "${url}q/health/ready" >/dev/null && break; sleep 0.5; done
CHROMIUM=$(command -v chromium) NODE_PATH="$tmp/node_modules" node .ci/page/pictures.mjs "$url" "$tmp/pictures" "$tmp"
/usr/bin/python3 .ci/page/pictures.py small "$tmp/pictures"
cp "$tmp"/pictures/*.png src/docs/images/
