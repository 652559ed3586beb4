#!/usr/bin/env bash
# The pages in a browser, and what is printed; their modules: their types, what they do by themselves, the desk as axe sees it, the workbench as two
# people use it, the mistakes that it tells, and its views as axe sees them.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
service=
touch "$tmp/began"
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; rm -rf "$tmp"' EXIT

npm install --silent --no-audit --no-fund --prefix "$tmp" typescript@7.0.2 playwright-core@1.65.1 axe-core@4.14.1 >/dev/null
"$tmp/node_modules/.bin/tsc" -p .ci/page/tsconfig.json
node --test .ci/page/desk.test.mjs .ci/page/tables.test.mjs
mvn -q -B test -Dtest=PageInBrowserTest,ReportOnPaperTest -Dtests.left.out=none
# a name that no test has any more, and a browser that is not there, leave the build green
for test in PageInBrowserTest ReportOnPaperTest; do
  ran=$(find target/surefire-reports -name "TEST-*.$test.xml" -newer "$tmp/began" -exec sed -n '/<testsuite /,/>/p' {} +)
  if [[ ! $ran =~ \ tests=\"[1-9] || $ran != *' skipped="0"'* ]]; then
    echo "page: $test did not run whole: ${ran:-it has no report}" >&2
    exit 1
  fi
done

HEARTH_DATA_DIR="$tmp/data" QUARKUS_HTTP_PORT=8129 ./hearth serve >"$tmp/log" 2>&1 &
service=$!
url=http://127.0.0.1:8129/
for _ in $(seq 120); do curl -sf http://127.0.0.1:9129/q/health/ready >/dev/null && break; sleep 0.5; done
CHROMIUM=$(command -v chromium) NODE_PATH="$tmp/node_modules"
export CHROMIUM NODE_PATH
for part in axe workbench mistakes looks; do
  node ".ci/page/$part.mjs" "$url" "${PICTURES:-}"
done
echo "page: 6 passed, 0 failed"
