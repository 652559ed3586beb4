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
echo "commands: 10 passed, 0 failed"
