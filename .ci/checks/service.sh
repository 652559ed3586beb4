#!/usr/bin/env bash
# The service as its user starts it: a port of its own choosing, a claim, the rules in force.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; rm -rf "$tmp"' EXIT

HEARTH_DATA_DIR="$tmp/data" QUARKUS_HTTP_PORT=0 ./hearth serve >"$tmp/log" 2>&1 &
service=$!
port=
management=
for _ in $(seq 120); do
  port=$(sed -n 's/.*Listening on: http:\/\/127\.0\.0\.1:\([0-9]*\).*/\1/p' "$tmp/log")
  management=$(sed -n 's/.*Management interface listening on http:\/\/127\.0\.0\.1:\([0-9]*\).*/\1/p' "$tmp/log")
  [ -z "$management" ] || ! curl -sf "http://127.0.0.1:$management/q/health/ready" >/dev/null || break
  kill -0 "$service" 2>/dev/null || { echo "the service has ended"; cat "$tmp/log"; exit 1; }
  sleep 1
done
[ -n "$port" ] || { echo "the service does not listen"; cat "$tmp/log"; exit 1; }
url="http://127.0.0.1:$port"

curl -sf "$url/v1/ruleset" | jq -e '.version | test("\\+[0-9a-f]{12}$")' >/dev/null
curl -sf -H 'Content-Type: application/json' --data-binary @src/main/resources/samples/outpatient-therapy-2018.json \
  "$url/v1/evaluations" | jq -e '[.findings[].id] == ["HHT-301", "HHT-512"]' >/dev/null
curl -sf -H 'Content-Type: application/edi-x12' --data-binary @src/main/resources/samples/outpatient-therapy-0341.edi \
  "$url/v1/evaluations" | tail -1 | jq -e '.end.whole' >/dev/null
# what the framework adds by itself has its address only where a provider of identities is named
curl -sf "$url/q/openapi?format=json" | jq 'del(.components.securitySchemes.SecurityScheme)' >"$tmp/openapi.json"
npm install --silent --no-audit --no-fund --prefix "$tmp" @redocly/cli@2.77.0 >/dev/null
REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true "$tmp/node_modules/.bin/redocly" lint "$tmp/openapi.json" >"$tmp/lint" 2>&1 \
  || { echo "the description of the calls is none"; cat "$tmp/lint"; exit 1; }
kill "$service"
wait "$service" || true
service=

# beyond this machine it starts for nobody of whom nothing was said
status=0
HEARTH_DATA_DIR="$tmp/data" QUARKUS_HTTP_PORT=0 QUARKUS_HTTP_HOST=0.0.0.0 ./hearth serve >"$tmp/open" 2>&1 || status=$?
[ "$status" = 64 ] && [ "$(grep -c HEARTH_ "$tmp/open")" -ge 2 ] || { echo "it starts open: status $status"; cat "$tmp/open"; exit 1; }
echo "service: 5 passed, 0 failed"
