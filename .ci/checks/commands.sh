#!/usr/bin/env bash
# The command line as its user runs it.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

status() { set +e; "$@" >"$tmp/out" 2>"$tmp/err"; echo $?; set -e; }
expect() { [ "$1" = "$2" ] || { echo "expected exit status $1, was $2: ${*:3}"; cat "$tmp/out" "$tmp/err"; exit 1; }; }

expect 1 "$(status ./hearth check src/main/resources/samples)" check samples
grep -q 'HHT-301' "$tmp/out"
expect 1 "$(status ./hearth check --format ndjson src/main/resources/samples)" check ndjson
tail -1 "$tmp/out" | jq -e '.end.whole' >/dev/null
expect 1 "$(status ./hearth check --format json src/main/resources/samples)" check json
jq -e 'type == "array"' "$tmp/out" >/dev/null
expect 0 "$(status ./hearth explain HHT-301)" explain
expect 64 "$(status ./hearth explain HHT-000)" explain unknown
expect 64 "$(status ./hearth chekc)" unknown command
expect 2 "$(status ./hearth check no-such-file.edi)" missing file
printf 'neither' >"$tmp/neither.txt"
expect 2 "$(status ./hearth check "$tmp/neither.txt")" unknown input
expect 3 "$(status ./hearth check --ruleset "$tmp" src/main/resources/samples)" unusable ruleset
expect 0 "$(status ./hearth tables check)" tables check
expect 0 "$(status ./hearth rules test HHT-301)" rules test
grep -q '^HHT-301: [1-9][0-9]* passed, 0 failed' "$tmp/out"
expect 0 "$(status ./hearth rules test unit-brackets)" rules test table
expect 64 "$(status ./hearth rules test HHT-000)" rules test unknown
mkdir "$tmp/broken"
cp -r rules decision-tables "$tmp/broken"
sed -i 's/^HHT-301 line 1/HHT-302 line 1/' "$tmp"/broken/rules/modifiers/HHT-301-*.md
expect 1 "$(status ./hearth rules test HHT-301 --ruleset "$tmp/broken")" rules test broken page
grep -q '^    - HHT-302 line 1' "$tmp/out"
grep -q '^    + HHT-301 line 1' "$tmp/out"
printf 'rule' >"$tmp/broken/rules/bill/HHT-199-broken.drl"
expect 3 "$(status ./hearth rules test HHT-301 --ruleset "$tmp/broken")" rules test broken rule
# the job itself is tried by spark.sh
expect 64 "$(HEARTH_SPARK_HOME="$tmp" status ./hearth spark src/main/resources/samples --out "$tmp/answer")" spark that is not built
grep -q 'there is no .*hearth-spark.jar' "$tmp/err"
expect 64 "$(status ./hearth spark)" spark without files
mkdir "$tmp/new"
expect 0 "$(status ./hearth tables new house-calls --dir "$tmp/new")" tables new
expect 64 "$(status ./hearth tables new house-calls --dir "$tmp/new")" tables new twice
expect 64 "$(status ./hearth tables new House_Calls --dir "$tmp/new")" tables new misnamed

# a build that fails leaves no half program for the next command to run
mkdir -p "$tmp/fresh/bin"
cp hearth pom.xml "$tmp/fresh"
printf '#!/bin/sh\nmkdir -p target/quarkus-app\ntouch target/quarkus-app/quarkus-run.jar\nexit 1\n' >"$tmp/fresh/bin/mvn"
chmod +x "$tmp/fresh/bin/mvn"
expect 70 "$(status env PATH="$tmp/fresh/bin:$PATH" "$tmp/fresh/hearth" explain HHT-301)" a build that fails
[ ! -e "$tmp/fresh/target/quarkus-app/quarkus-run.jar" ] || { echo "what a failed build has left would be run"; exit 1; }

# a short command has less on its class path, and writes and reads workbooks all the same
claims=src/main/resources/samples/outpatient-therapy-0341.edi
expect 1 "$(status ./hearth check "$claims" --format xlsx --out "$tmp/claims.xlsx")" check into a workbook
[ "$(head -c 2 "$tmp/claims.xlsx")" = PK ]
expect 1 "$(status ./hearth check "$claims" --ruleset .)" check by workbooks

# the classes that are kept for the next start: made beside the first command, and neither they nor their lack change an answer
export HEARTH_DATA_DIR="$tmp/data"
HEARTH_CLASS_ARCHIVE=off ./hearth check "$claims" >"$tmp/plain" 2>"$tmp/said" || true
cat "$tmp/said" >>"$tmp/plain"
[ ! -e "$tmp/data/classes" ] || { echo "classes were kept, though HEARTH_CLASS_ARCHIVE is off"; exit 1; }
same() { expect 1 "$(status ./hearth check "$claims")" "$1"; cat "$tmp/err" >>"$tmp/out"; cmp "$tmp/out" "$tmp/plain"; }
same "check with no classes kept"
kept=("$tmp"/data/classes/*.jsa)
for second in $(seq 300); do [ ! -s "${kept[0]}" ] || break; sleep 1; done
[ -s "${kept[0]}" ] || { echo "no classes were kept"; exit 1; }
HEARTH_JAVA_OPTS=-Xlog:class+load=info:file="$tmp/loaded" ./hearth check "$claims" >/dev/null || true
grep -q 'org\.hearth\.\(rules\|tables\.unit_brackets\)\..*shared objects file (top)' "$tmp/loaded" || { echo "the kept classes of rules are not used"; exit 1; }
same "check with kept classes"
chmod u+w "${kept[0]}"
echo broken >"${kept[0]}"
same "check with broken kept classes"
unset HEARTH_DATA_DIR

# what was sent before, in a folder of its own
history="$tmp/history"
sample=src/main/resources/samples/home-health-0329.edi
expect 0 "$(status ./hearth check "$sample" --history "$history")" check before anything was sent
expect 0 "$(status ./hearth history sent "$sample" --history "$history")" history sent
expect 0 "$(status ./hearth check "$sample" --history "$history")" check after it was sent
grep -q 'HHT-119' "$tmp/out"
expect 0 "$(status ./hearth history show --history "$history")" history show
expect 1 "$(status ./hearth check "$sample" "$sample" --history none)" check the same twice
grep -q 'HHT-120' "$tmp/out"
expect 64 "$(status ./hearth check --order dates -)" read standard input twice

# three processes over one folder, a part each, joined: the bytes of one
folder=$tmp/folder
mkdir "$folder"
cp src/main/resources/samples/*.edi src/main/resources/samples/*.ndjson "$folder"
gzip -c "$sample" >"$folder/march.edi.gz"
expect 1 "$(status ./hearth check --format ndjson --history none "$folder")" check a folder
cp "$tmp/out" "$tmp/whole.ndjson"
for part in 0 1 2; do
  expect 0 "$(status ./hearth check --format ndjson --history none --shard "$part/3" --out "$tmp/part-$part" "$folder" | sed 's/^1$/0/')" check part $part
done
expect 1 "$(status ./hearth join "$tmp/part-2" "$tmp/part-0" "$tmp/part-1")" join
cmp "$tmp/out" "$tmp/whole.ndjson"
expect 64 "$(status ./hearth join "$tmp/part-2" "$tmp/part-0")" join two of three
expect 64 "$(status ./hearth check --shard 0/3 "$folder")" a part as text
expect 1 "$(status ./hearth episode src/docs/samples/episode-2018.ndjson)" episode
expect 1 "$(status ./hearth check src/main/resources/samples/outpatient-therapy-0341.edi --eligibility src/docs/samples/eligibility.271)" eligibility
grep -q 'HHT-104' "$tmp/out"
expect 0 "$(status ./hearth minutes template "$sample")" minutes template
claims=src/main/resources/samples/outpatient-therapy-0341.edi
expect 1 "$(status ./hearth fix "$claims" --dry-run --history none)" fix dry run
grep -q 'corrected HHT-301: once on 1 claim' "$tmp/out"
expect 1 "$(status ./hearth fix "$claims" --out "$tmp/corrected.edi" --log "$tmp/changes.json" --history none)" fix
[ "$(diff "$claims" "$tmp/corrected.edi" | grep -c '^>')" = 1 ]
jq -e '.changes[0].because[0] == "HHT-301" and .end.whole' "$tmp/changes.json" >/dev/null
expect 1 "$(status ./hearth check "$tmp/corrected.edi" --history none)" check what was corrected
if grep -q 'HHT-301' "$tmp/out"; then echo 'HHT-301 is still there'; exit 1; fi
cp "$claims" "$tmp/claims.edi"
expect 64 "$(status ./hearth fix "$tmp/claims.edi" --out "$tmp/claims.edi")" fix onto itself
echo "commands: 32 passed, 0 failed"
