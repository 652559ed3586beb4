#!/usr/bin/env bash
# The job on Spark: its own tests, then a real master with workers on this machine. A driver that dies leaves no answer; then all workers are
# killed, and one that comes late does the rest: the answer is that of the command line, byte for byte.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
started=()
# a process and all that it started: a command its driver, a worker its executors
tree() {
  local one
  echo "$1"
  for one in $(pgrep -P "$1"); do tree "$one"; done
}
end() {
  local one
  for one in "${started[@]}"; do
    # shellcheck disable=SC2046
    kill -9 $(tree "$one") 2>/dev/null || true
  done
  rm -rf "$tmp"
}
trap end EXIT

# what `mvn verify` has built is put where the job's build finds it
./hearth --version >/dev/null
mvn -q -B install:install-file -Dfile="$(echo target/hearth-*.jar)" -DpomFile=pom.xml
mvn -q -B -f spark/pom.xml verify

spark=$PWD/spark/target/spark
unset SPARK_HOME
export SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 SPARK_MASTER_HOST=127.0.0.1
master=spark://127.0.0.1:8500

# a class of Spark's, as its own scripts start it; its number goes to $last
start() {
  local log=$1 words
  shift
  mapfile -d '' -t words < <(SPARK_HOME=$spark java -cp "$spark/jars/*" org.apache.spark.launcher.Main "$@")
  words=("${words[@]:1}")
  words[0]=${words[0]#$'\n'}
  SPARK_HOME=$spark "${words[@]}" >"$tmp/$log" 2>&1 &
  last=$!
  started+=("$last")
}
worker() { start "worker-$1.log" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --port "851$1" --webui-port "852$1" -c 1 -m 1536m -d "$tmp/work-$1" "$master"; }
until_there() { for _ in $(seq 600); do ! eval "$1" || return 0; sleep 0.5; done; echo "waited in vain for: $1"; tail -n 30 "$tmp"/*.log; exit 1; }
job() { ./hearth spark --master "$master" --conf spark.executor.memory=1g --conf spark.ui.port=8503 --conf spark.ui.showConsoleProgress=false \
  --conf spark.cores.max=4 --portion 60000 "$@"; }
hash() { cat "$@" | sha256sum | cut -d' ' -f1; }
some_part() { compgen -G "$tmp/$1.unfinished-*/*/evaluations.ndjson/part-*" >/dev/null; }
command_of() { pgrep -P "$1" -f 'org.hearth.app.Main spark'; }
driver_of() { pgrep -P "$(command_of "$1")" -f org.apache.spark.deploy.SparkSubmit; }
stages() {
  local pages=http://127.0.0.1:8503/api/v1/applications
  curl -s "$pages/$(curl -s "$pages" | jq -r '.[0].id' 2>/dev/null)/stages?$*"
}
gone() { ! kill -0 "$1" 2>/dev/null; }

java -cp spark/target/test-classes org.hearth.spark.SyntheticMonths "$tmp/in" 9 300
gzip "$tmp/in/2025-04.edi"
head -c 100000 "$tmp/in/2025-05.edi" >"$tmp/in/2025-05-breaks-off.edi"
./hearth check --format ndjson --out "$tmp/check.ndjson" "$tmp/in" 2>/dev/null || true
expected=$(hash "$tmp/check.ndjson")
echo "$(tail -n 1 "$tmp/check.ndjson" | jq -c '.end | {claims, problems, whole}')"
echo "$expected hearth check"

start master.log org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 8500 --webui-port 8501
until_there 'grep -q "I have been elected leader" "$tmp/master.log"'
worker 1
first=$last
worker 2
second=$last

# a driver that dies leaves no answer
job "$tmp/in" --out "$tmp/answer" >"$tmp/dead.log" 2>&1 &
running=$!
started+=("$running")
until_there 'some_part answer'
driver=$(driver_of "$running")
kill -9 "$driver"
wait "$running" || true
gone "$driver" || { echo "the driver goes on"; exit 1; }
[ ! -e "$tmp/answer" ] || { echo "a dead driver left an answer"; exit 1; }

# the next run to the same place; both workers and their executors die in its middle, so that all that is left is for one that comes late
job "$tmp/in" --out "$tmp/answer" >"$tmp/disturbed.log" 2>&1 &
running=$!
started+=("$running")
until_there 'stages | grep "hearth: claims judged" >/dev/null'
# shellcheck disable=SC2046
kill -9 "$first" "$second" $(pgrep -P "$first") $(pgrep -P "$second")
worker 3
status=0
wait "$running" || status=$?
[ "$status" = 2 ] || { echo "exit status $status"; tail -n 40 "$tmp/disturbed.log"; exit 1; }
[ -e "$tmp/answer/_SUCCESS" ] || { tail -n 40 "$tmp/disturbed.log"; exit 1; }
grep -q 'is of another run to the same place' "$tmp/disturbed.log" || { echo "what a dead driver left is not told"; exit 1; }
[ "$(hash "$tmp"/answer/evaluations.ndjson/part-*)" = "$expected" ] || { echo "a lost worker changed the answer"; exit 1; }
grep -q 'Lost executor' "$tmp/disturbed.log" || { echo "no executor was lost"; exit 1; }
grep -q 'Asked to launch executor' "$tmp/worker-3.log" || { echo "the late worker was not used"; exit 1; }
echo "$(hash "$tmp"/answer/evaluations.ndjson/part-*) cluster, after a driver that died, two workers killed and another come late"
worker 4

# whoever stops the command stops the job
job "$tmp/in" --out "$tmp/stopped" >"$tmp/stopped.log" 2>&1 &
running=$!
started+=("$running")
# (what stands half written, the driver that died had)
until_there 'stages status=active | grep stageId >/dev/null'
driver=$(driver_of "$running")
kill "$(command_of "$running")"
wait "$running" || true
until_there 'gone "$driver"'
[ ! -e "$tmp/stopped" ] || { echo "a stopped command left an answer"; exit 1; }

# every member id begins so
told=0
grep -l MBRMARK "$tmp"/*.log "$tmp"/work-*/*/*/stderr || told=$?
[ "$told" = 1 ] || { echo "a log tells a member id, or there is none"; exit 1; }
echo "spark: $(ls -d "$tmp"/work-*/*/* | wc -l) executors, one answer"
