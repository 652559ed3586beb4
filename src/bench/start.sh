#!/usr/bin/env bash
# What a start costs: the processor's seconds and the clock's, median of several runs that take turns, so that whoever else uses
# the machine slows all alike. After `mvn package`, from anywhere: src/bench/start.sh [RUNS [FILE...]]
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-7}
shift || true
[ $# -gt 0 ] || set -- src/main/resources/samples/outpatient-therapy-0341.edi src/main/resources/samples/outpatient-therapy-2018.json
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export HEARTH_DATA_DIR="$tmp/data"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

machine() { "$java" -XX:+UseSerialGC -version; }
jar() { "$java" -XX:+UseSerialGC -Djava.util.logging.manager=org.jboss.logmanager.LogManager -jar target/quarkus-app/quarkus-run.jar check "$1"; }
plain() { HEARTH_CLASS_ARCHIVE=off ./hearth check "$1"; }
kept() { ./hearth check "$1"; }

# what a command that failed took says nothing; 1 is for findings
answered() { [ "$1" -le 1 ] || { echo "$2 $3 ended with status $1" >&2; exit 1; }; }

# the classes are archived beside the first command
status=0
kept "$1" >/dev/null 2>&1 || status=$?
answered "$status" kept "$1"
for _ in $(seq 300); do [ -z "$(find "$tmp/data/classes" -name '*.jsa' -size +0)" ] || break; sleep 1; done

TIMEFORMAT='%U %S %R'
for _ in $(seq "$runs"); do
  for file in "$@"; do
    for way in machine jar plain kept; do
      status=0
      { time $way "$file" >/dev/null 2>&1 || status=$?; } 2>>"$tmp/$way ${file##*/}"
      answered "$status" "$way" "$file"
    done
  done
done
median() { sort -n | awk '{ at[NR] = $1 } END { print at[int((NR + 1) / 2)] " (" at[1] " to " at[NR] ")" }'; }
for file in "$@"; do
  echo "${file##*/}, $runs runs: processor seconds, seconds"
  while read -r way words; do
    echo "  $words: $(awk '{ print $1 + $2 }' "$tmp/$way ${file##*/}" | median), $(awk '{ print $3 }' "$tmp/$way ${file##*/}" | median)"
  done <<'WAYS'
machine a virtual machine that does nothing
jar java -jar quarkus-run.jar check
plain hearth check without kept classes
kept hearth check
WAYS
done
echo "load: $(cut -d ' ' -f 1-3 /proc/loadavg)"
