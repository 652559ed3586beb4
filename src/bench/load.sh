#!/usr/bin/env bash
# What a claim costs over HTTP beside a call that reads and echoes, in one run, in the memory of a pod, and then some minutes of more senders than it takes:
# src/bench/load.sh [ROUNDS [SECONDS [SENDERS [MINUTES [MORE_SENDERS]]]]].
# Builds what is committed once more, with the echo in it.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD
tmp=$(mktemp -d)
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; rm -rf "$tmp"' EXIT
git clone -q . "$tmp/hearth"
cp src/bench/load/Echo.java "$tmp/hearth/src/main/java/org/hearth/web/rest/"
(cd "$tmp/hearth" && mvn -q -B -DskipTests package)
HEARTH_DATA_DIR=$tmp/data QUARKUS_HTTP_PORT=${PORT:-0} java -XX:MaxRAM=1g -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError ${HEARTH_JAVA_OPTS:-} \
  -Djava.util.logging.manager=org.jboss.logmanager.LogManager -jar "$tmp/hearth/target/quarkus-app/quarkus-run.jar" serve >"$tmp/log" 2>&1 &
service=$!
port= management=
for _ in $(seq 240); do
  port=$(sed -n 's/.*Listening on: http:\/\/127\.0\.0\.1:\([0-9]*\).*/\1/p' "$tmp/log")
  management=$(sed -n 's/.*Management interface listening on http:\/\/127\.0\.0\.1:\([0-9]*\).*/\1/p' "$tmp/log")
  [ -z "$management" ] || ! curl -sf "http://127.0.0.1:$management/q/health/ready" >/dev/null || break
  kill -0 $service 2>/dev/null || { cat "$tmp/log"; exit 1; }
  sleep 0.5
done
memory() { # what the process has, and what of its heap is in use once it was collected
  jcmd $service GC.run >/dev/null
  echo "$1: $(awk '/VmRSS|VmHWM/ { print $1, int($2 / 1024) " MiB" }' /proc/$service/status | paste -sd ' '), heap $(jstat -gc $service | tail -1 | awk '{ print int(($3 + $4 + $6 + $8) / 1024) }') MiB"
}
memory before
java "$here/src/bench/load/Load.java" ways "$port" $service src/main/resources/samples/outpatient-therapy-2018.json "${1:-5}" "${2:-5}" "${3:-2}"
memory after
java "$here/src/bench/load/Load.java" flood "$port" $service src/main/resources/samples/outpatient-therapy-2018.json "${4:-10}" "${5:-48}"
memory "after the flood"
echo "load: $(cut -d ' ' -f 1-3 /proc/loadavg), $(nproc) processors"
