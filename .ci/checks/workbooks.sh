#!/usr/bin/env bash
# Every workbook opened and saved by LibreOffice says the same as before.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$tmp/saved/codes"
soffice --headless -env:UserInstallation="file://$tmp/profile" --convert-to xlsx --outdir "$tmp/saved" decision-tables/*.xlsx >/dev/null 2>&1
soffice --headless -env:UserInstallation="file://$tmp/profile" --convert-to xlsx --outdir "$tmp/saved/codes" decision-tables/codes/*.xlsx >/dev/null 2>&1
./hearth tables rows "$tmp/saved"
same=0
for mirror in decision-tables/*.rows.csv decision-tables/codes/*.rows.csv; do
  diff "$mirror" "$tmp/saved/${mirror#decision-tables/}"
  same=$((same + 1))
done
mkdir -p "$tmp/new/codes" "$tmp/new/saved"
./hearth tables new house-calls --dir "$tmp/new" >/dev/null
./hearth tables new pay-codes --codes --dir "$tmp/new" >/dev/null
soffice --headless -env:UserInstallation="file://$tmp/profile" --convert-to xlsx --outdir "$tmp/new/saved" "$tmp"/new/*.xlsx "$tmp"/new/codes/*.xlsx >/dev/null 2>&1
for workbook in "$tmp"/new/*.xlsx "$tmp"/new/codes/*.xlsx; do
  diff <(./hearth tables show "$workbook") <(./hearth tables show "$tmp/new/saved/$(basename "$workbook")")
  same=$((same + 1))
done
echo "workbooks: $same passed, 0 failed"
