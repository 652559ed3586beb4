#!/usr/bin/env bash
# The Kubernetes files: rendered, taken by the API's schemas, alerts tried, and what they name is what the service has. There is no
# API server here: what an admission controller would say is not asked.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; rm -rf "$tmp"' EXIT

# the file alone: its package would start a server
(cd "$tmp" && apt-get download -qq prometheus >/dev/null 2>&1 && dpkg -x prometheus_*.deb .)
promtool=$tmp/usr/bin/promtool
npm install --silent --no-audit --no-fund --prefix "$tmp" \
  kubernetes-models@5.1.0 @kubernetes-models/prometheus-operator@6.0.0 yaml@2.8.1 typescript@5.9.3 >/dev/null
cp .ci/kubernetes/schemas.mjs "$tmp"

for folder in k8s/overlays/{try,production,production-from-git,parts} k8s/spark; do
  overlay=${folder##*/}
  kubectl kustomize "$folder" >"$tmp/$overlay.yaml" 2>"$tmp/err" || { cat "$tmp/err"; exit 1; }
  mkdir -p "$tmp/$overlay"
  node "$tmp/schemas.mjs" "$tmp/$overlay.yaml" "$tmp/$overlay"
  (cd "$tmp" && node_modules/.bin/tsc --noEmit --strict --skipLibCheck --module nodenext --moduleResolution nodenext --target es2022 "$overlay/objects.ts")
done
objects=$tmp/production/objects.json

# the run on Spark names the class and the edition that there are
application=$(jq -c '.[] | select(.kind == "SparkApplication") | .spec' "$tmp/spark/objects.json")
class=$(jq -r .mainClass <<<"$application")
[ -f "spark/src/main/java/${class//.//}.java" ] || { echo "there is no $class to run on Spark" >&2; exit 1; }
grep -q "<spark.version>$(jq -r .sparkVersion <<<"$application")</spark.version>" spark/pom.xml || { echo "the run on Spark names another edition than it is built for" >&2; exit 1; }
[ "$(jq -r .driver.serviceAccount <<<"$application")" = "$(jq -r '.[] | select(.kind == "ServiceAccount").metadata.name' "$tmp/spark/objects.json")" ]

of() { jq -c ".[] | select(.kind == \"$1\")" "$objects"; }
of PrometheusRule | jq '.spec' >"$tmp/alerts.yaml"
of ConfigMap | jq -r '.data["hearth.json"] // empty' >"$tmp/dashboard.json"
jq '{groups: [{name: "dashboard", rules: [.panels[] as $p | $p.targets[] | {record: "p\($p.id)_\(.refId)", expr}]}]}' \
  "$tmp/dashboard.json" >"$tmp/dashboard.yaml"
cp .ci/kubernetes/alerts.test.yaml "$tmp"
"$promtool" check rules "$tmp/alerts.yaml" "$tmp/dashboard.yaml" >/dev/null
"$promtool" test rules "$tmp/alerts.test.yaml" >/dev/null
jq -r '.groups[].rules[].alert' "$tmp/alerts.yaml" | while read -r alert; do
  grep -q "alertname: $alert\$" "$tmp/alerts.test.yaml" || { echo "$alert is raised by no test" >&2; exit 1; }
done

# a service with the ports and the plain variables of the pod, but its folders
deployment=$(of Deployment)
env=()
while IFS= read -r line; do env+=("$line"); done < <(jq -r '.spec.template.spec.containers[0].env[]
  | select(.value and (.name | test("_HOST$|_DIR$|^HEARTH_HISTORY$") | not)) | "\(.name)=\(.value)"' <<<"$deployment")
port=$(jq -r '.spec.template.spec.containers[0].ports[] | select(.name == "http").containerPort' <<<"$deployment")
management=$(jq -r '.spec.template.spec.containers[0].ports[] | select(.name == "management").containerPort' <<<"$deployment")
env "${env[@]}" HEARTH_DRAIN=0S HEARTH_DATA_DIR="$tmp/data" ./hearth serve >"$tmp/log" 2>&1 &
service=$!
probe() { jq -r ".spec.template.spec.containers[0].$1Probe.httpGet.path" <<<"$deployment"; }
for _ in $(seq 120); do
  ! curl -sf "http://127.0.0.1:$management$(probe readiness)" >/dev/null || break
  kill -0 "$service" 2>/dev/null || { echo "the service has ended"; cat "$tmp/log"; exit 1; }
  sleep 1
done
for probe in startup readiness liveness; do curl -sf "http://127.0.0.1:$management$(probe $probe)" >/dev/null; done
curl -sf -H 'Content-Type: application/json' --data-binary @src/main/resources/samples/outpatient-therapy-2018.json \
  "http://127.0.0.1:$port/v1/evaluations" >/dev/null

# every metric that an alert or a panel asks for is there
curl -sf "http://127.0.0.1:$management$(of ServiceMonitor | jq -r '.spec.endpoints[0].path')" >"$tmp/metrics"
asked=$(jq -r '.groups[].rules[].expr' "$tmp/alerts.yaml" "$tmp/dashboard.yaml" | grep -oE '[a-z_]+\{' | tr -d '{' | sort -u | grep -vx up)
for metric in $asked; do
  grep -q "^$metric[{ ]" "$tmp/metrics" || { echo "no metric is called $metric" >&2; exit 1; }
done

# the nightly batch, as its container runs it
mkdir -p "$tmp/claims/in"
cp src/main/resources/samples/outpatient-therapy-0341.edi "$tmp/claims/in/march.edi"
cp src/main/resources/samples/home-health-2025.ndjson "$tmp/claims/in/april 2025.ndjson"
printf 'ISA*00*torn' >"$tmp/claims/in/torn.edi"
of CronJob | jq -r '.spec.jobTemplate.spec.template.spec.containers[0].args[0]' >"$tmp/batch.sh"
if CLAIMS=$tmp/claims HEARTH_URL=http://127.0.0.1:$port sh "$tmp/batch.sh" 2>"$tmp/err"; then
  echo "a torn file passed for judged" >&2
  exit 1
fi
grep -qx 'torn.edi was not judged whole' "$tmp/err"
[ "$(cd "$tmp/claims/done" && ls | tr '\n' '|')" = 'april 2025.ndjson|march.edi|' ]
[ "$(cd "$tmp/claims/in" && ls)" = torn.edi ]
tail -qn 1 "$tmp/claims/answers/"*.edi.ndjson | jq -e '.end.whole' >/dev/null
kill "$service"
wait "$service" || true
service=
# parts of a folder, as the containers of the jobs run them, one of them twice, and joined
objects=$tmp/parts/objects.json
script() { of Job | jq -r "select(.metadata.name == \"$1\").spec.template.spec.containers[0].args[0]"; }
script hearth-parts >"$tmp/part.sh"
script hearth-join >"$tmp/join.sh"
mkdir "$tmp/folder" "$tmp/answers"
cp src/main/resources/samples/* "$tmp/folder"
export HEARTH=./hearth PARTS=4 CLAIMS=$tmp/folder ANSWERS=$tmp/answers
for index in 3 1 0 1; do JOB_COMPLETION_INDEX=$index sh "$tmp/part.sh"; done
if sh "$tmp/join.sh" 2>"$tmp/err"; then echo "a part that is missing was not missed" >&2; exit 1; fi
grep -q 'part-2.ndjson` cannot be read: there is no such file' "$tmp/err"
JOB_COMPLETION_INDEX=2 sh "$tmp/part.sh"
sh "$tmp/join.sh"
./hearth check --format ndjson --out "$tmp/whole.ndjson" "$tmp/folder" || true
cmp "$tmp/answers/answer.ndjson" "$tmp/whole.ndjson"
echo "kubernetes: 4 overlays, a run on Spark, $(jq '[.groups[].rules[]] | length' "$tmp/alerts.yaml") alerts and $(wc -w <<<"$asked") metrics as they should be"
