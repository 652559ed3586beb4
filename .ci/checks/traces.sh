#!/usr/bin/env bash
# Traces by OpenTelemetry's agent for Java, as src/docs/operating.md says: calls and statements have their spans, and none of them
# has anything of a claim.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; rm -rf "$tmp"' EXIT
agent=2.23.0
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy "-Dartifact=io.opentelemetry.javaagent:opentelemetry-javaagent:$agent" "-DoutputDirectory=$tmp"

JAVA_TOOL_OPTIONS="-javaagent:$tmp/opentelemetry-javaagent-$agent.jar" OTEL_SERVICE_NAME=hearth OTEL_TRACES_EXPORTER=console OTEL_METRICS_EXPORTER=none OTEL_LOGS_EXPORTER=none \
  OTEL_BSP_SCHEDULE_DELAY=100 HEARTH_HISTORY=on HEARTH_DATA_DIR="$tmp/data" QUARKUS_HTTP_PORT=0 ./hearth serve >"$tmp/log" 2>&1 &
service=$!
port=
for _ in $(seq 240); do
  port=$(sed -n 's/.*Listening on: http:\/\/127\.0\.0\.1:\([0-9]*\).*/\1/p' "$tmp/log")
  [ -z "$port" ] || ! curl -sf "http://127.0.0.1:$port/v1/ruleset" >/dev/null || break
  kill -0 "$service" 2>/dev/null || { echo "the service has ended"; cat "$tmp/log"; exit 1; }
  sleep 1
done
[ -n "$port" ] || { echo "the service does not listen"; cat "$tmp/log"; exit 1; }
url="http://127.0.0.1:$port"

# whatever names the patient or the claim, good and bad, in every form
samples=src/main/resources/samples
sed 's/"beneficiaryId": "[^"]*"/"beneficiaryId": "MARKMEMBER"/; s/"claimId": "[^"]*"/"claimId": "MARKCLAIM"/' "$samples/outpatient-therapy-2018.json" >"$tmp/claim.json"
sed 's/CLM\*[^*]*/CLM*MARKCLAIM/; s/NM1\*IL\*1\*[^*]*\*[^*]*\(.*\)\*MI\*[^~]*/NM1*IL*1*MARKLAST*MARKFIRST\1*MI*MARKMEMBER/' "$samples/outpatient-therapy-0341.edi" >"$tmp/claim.edi"
{ tr -d '\n' <"$tmp/claim.json"; echo; echo '{"claimId":"MARKCLAIM","beneficiaryId":"MARKMEMBER","lines":"MARKLINES"}'; echo '{MARKBROKEN'; } >"$tmp/claims.ndjson"
marked() { grep -q "$1" "$2" || { echo "$2 has no $1, so that nothing would be shown"; exit 1; }; }
for mark in MARKMEMBER MARKCLAIM; do marked "$mark" "$tmp/claim.json"; done
for mark in MARKMEMBER MARKCLAIM MARKLAST MARKFIRST; do marked "$mark" "$tmp/claim.edi"; done
answered() { [ "$(curl -s -o "$tmp/answer" -w '%{http_code}' "${@:2}")" = "$1" ] || { echo "answered otherwise than $1: ${*:2}"; cat "$tmp/answer"; exit 1; }; }
answered 200 -H 'Content-Type: application/json' --data-binary "@$tmp/claim.json" "$url/v1/evaluations"
answered 200 -H 'Content-Type: application/edi-x12' --data-binary "@$tmp/claim.edi" "$url/v1/evaluations"
answered 200 -H 'Content-Type: application/x-ndjson' --data-binary "@$tmp/claims.ndjson" "$url/v1/evaluations"
answered 400 -H 'Content-Type: application/json' --data-binary '{"claimId":"MARKCLAIM",MARKBROKEN' "$url/v1/evaluations"
answered 200 -H 'Content-Type: application/edi-x12' --data-binary "@$tmp/claim.edi" "$url/v1/history/sent"
answered 200 -H 'Content-Type: application/json' --data '{"member":"MARKMEMBER","npi":"1234567893"}' "$url/v1/episodes"
sleep 3
kill "$service"
wait "$service" || true
service=

spans() { grep -c "$1" "$tmp/log" || true; }
[ "$(spans "'POST /v1/evaluations'")" -ge 4 ] || { echo "a call has no span"; grep LoggingSpanExporter "$tmp/log" | cut -c1-200; exit 1; }
[ "$(spans 'db.statement\|db.query.text')" -ge 1 ] || { echo "no statement has a span"; exit 1; }
! grep -n MARK "$tmp/log" || { echo "a span or the log tells of a claim"; exit 1; }
echo "traces: $(spans LoggingSpanExporter) spans, nothing of a claim in them"
