#!/usr/bin/env bash
# 277CA and 999 as the command line and the service give them, and as a test holds Hearth to them, and a corrected 837I are
# read by another X12 reader, which is installed for the purpose.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
service=
trap '[ -z "$service" ] || kill "$service"; rm -rf "$tmp"' EXIT
sample=src/main/resources/samples/outpatient-therapy-0341.edi
received=src/test/resources/x12/acknowledged/received.edi

expect() { local status=0; "${@:2}" || status=$?; [ "$status" = "$1" ] || { echo "expected exit status $1, was $status: ${*:2}"; exit 1; }; }

expect 1 ./hearth check "$sample" --format 277ca --control-number 7 --out "$tmp/command.277ca.edi"
grep -q '^IEA\*1\*000000007~$' "$tmp/command.277ca.edi"
expect 0 ./hearth check - --format 999 <"$sample" >"$tmp/command.999.edi"
expect 1 ./hearth fix "$sample" --out "$tmp/corrected.837.edi" >/dev/null
# one claim that cannot be read, and a transaction set whose count is wrong
expect 2 ./hearth check "$received" --format 277ca --out "$tmp/torn.277ca.edi" 2>"$tmp/err"
grep -q 'cannot be read' "$tmp/err"
expect 2 ./hearth check "$received" --format 999 --out "$tmp/torn.999.edi" 2>"$tmp/err"
expect 2 ./hearth check src/main/resources/samples/outpatient-therapy-2018.json --format 277ca >"$tmp/none" 2>"$tmp/err"
grep -q 'answers 837I files only' "$tmp/err"
[ ! -s "$tmp/none" ]

QUARKUS_HTTP_PORT=8127 ./hearth serve >"$tmp/log" 2>&1 &
service=$!
url=http://127.0.0.1:8127
for _ in $(seq 120); do curl -sf http://127.0.0.1:9127/q/health/ready >/dev/null && break; sleep 0.5; done
ask() { curl -sSf -H 'Content-Type: application/edi-x12' -H "Accept: $1" --data-binary "@$sample" "$url/v1/evaluations"; }
ask 'application/edi-x12' >"$tmp/service.277ca.edi"
ask 'application/edi-x12; acknowledgement=999' >"$tmp/service.999.edi"

npm install --silent --no-fund --no-audit --prefix "$tmp" node-x12@1.7.1 >/dev/null
NODE_PATH="$tmp/node_modules" node .ci/checks/acknowledgements.js "$tmp"
