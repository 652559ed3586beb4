#!/usr/bin/env bash
# What a start of the service costs beside an empty application of the same extensions, by turns: from the command to the first right answer by HTTP, with
# `java -jar` and as the image starts, with its archive of classes; then how a fresh service gains speed under full load.
# src/bench/service.sh [RUNS [SECONDS]], after `mvn package`, from anywhere.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-5}
seconds=${2:-60}
claim=src/main/resources/samples/outpatient-therapy-2018.json
tmp=$(mktemp -d)
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; rm -rf "$tmp"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
options=(-XX:MaxRAM=1g -XX:MaxRAMPercentage=60 -Djava.util.logging.manager=org.jboss.logmanager.LogManager)

# all that is configured, and one call
git clone -q . "$tmp/empty"
(
  cd "$tmp/empty"
  cp src/main/resources/application.properties "$tmp"
  rm -rf src/main src/test rules decision-tables
  mkdir -p src/main/resources src/main/java/empty
  # the program itself says that there is no provider
  { cat "$tmp/application.properties"; echo quarkus.oidc.tenant-enabled=false; } >src/main/resources/application.properties
  cat >src/main/java/empty/Empty.java <<'JAVA'
package empty;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/v1/evaluations")
public final class Empty {
    @POST
    public String answer(String body) {
        return "{\"disposition\":\"CLEAN\"}";
    }
}
JAVA
  mvn -q -B -DskipTests -Dexec.skip=true package
)

# the words that start one of the two: a jar, or plain jars on the class path as the image has them
joined() { local IFS=:; echo "$*"; }
words() { # WAY HOME WHICH
  case "$1" in
    jar) printf '%s\n' -jar "$2/quarkus-run.jar" ;;
    image) printf '%s\n' ${kept:-"-XX:SharedArchiveFile=$tmp/$3.jsa"} --add-opens java.base/java.lang=ALL-UNNAMED \
      -cp "$(joined $([ ! -e "$2/rules.jar" ] || echo "$2/rules.jar") "$2"/quarkus/*.jar "$2"/app/*.jar "$2"/lib/boot/*.jar "$2"/lib/main/*.jar)" \
      "$([ "$3" = empty ] && echo io.quarkus.runner.GeneratedMain || echo org.hearth.app.Main)" ;;
  esac
}
begin() { # WAY WHICH PORT
  local home=target/quarkus-app
  [ "$2" = hearth ] || home=$tmp/empty/target/quarkus-app
  mapfile -t started < <(words "$1" "$home" "$2")
  [ "$2" = empty ] || started+=(serve)
  HEARTH_WARM_UP=${warm:-false} HEARTH_DATA_DIR=$tmp/data QUARKUS_HTTP_PORT=$3 QUARKUS_MANAGEMENT_PORT=0 "$java" "${options[@]}" "${started[@]}" >"$tmp/log" 2>&1 &
  service=$!
}
answered() { # PORT
  local _
  for _ in $(seq 3000); do
    ! curl -sf -o "$tmp/answer" -H 'Content-Type: application/json' --data-binary "@$claim" "http://127.0.0.1:$1/v1/evaluations" || ! grep -q '"disposition"' "$tmp/answer" || return 0
    kill -0 "$service" 2>/dev/null || break
    sleep 0.02
  done
  cat "$tmp/log"
  return 1
}
processor() { awk -v tick="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); split($0, of, " "); printf "%.2f\n", (of[12] + of[13]) / tick }' "/proc/$service/stat"; }
end() { kill "$service" || { cat "$tmp/log"; return 1; }; wait "$service" || true; service=; }
port=${PORT:-18080}

# a start alone, as for the image
for which in empty hearth; do
  kept=-XX:ArchiveClassesAtExit=$tmp/$which.jsa
  begin image "$which" "$port"
  ready='is active'
  [ "$which" = hearth ] || ready='Listening on'
  for _ in $(seq 600); do ! grep -q "$ready" "$tmp/log" || break; sleep 0.1; done
  # one that is told to stop while it starts writes none
  sleep 2
  end
  [ -s "$tmp/$which.jsa" ] || { grep -v 'not supported by CDS' "$tmp/log"; exit 1; }
done
kept=

for _ in $(seq "$runs"); do
  for way in jar image; do
    for which in empty hearth; do
      from=$(date +%s%N)
      begin "$way" "$which" "$port"
      answered "$port"
      echo "$((($(date +%s%N) - from) / 1000000)) $(processor)" >>"$tmp/$way-$which"
      end
    done
  done
done
median() { sort -n | awk '{ at[NR] = $1 } END { print at[int((NR + 1) / 2)] " (" at[1] " to " at[NR] ")" }'; }
echo "to the first right answer, $runs runs: milliseconds, processor seconds"
for way in jar image; do
  for which in empty hearth; do
    echo "  $way, $which: $(cut -d ' ' -f 1 "$tmp/$way-$which" | median), $(cut -d ' ' -f 2 "$tmp/$way-$which" | median)"
  done
done

for warm in false true; do
  begin image hearth "$port"
  answered "$port"
  echo "warm-up beside claims $warm"
  "$java" src/bench/load/Load.java climb "$port" "$claim" "$seconds" 2
  end
done
echo "load: $(cut -d ' ' -f 1-3 /proc/loadavg), $(nproc) processors"
