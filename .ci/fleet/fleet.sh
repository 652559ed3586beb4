#!/usr/bin/env bash
# With Debian's postgresql: three instances over one PostgreSQL, released to under load, with a later edition of the program beside them for a
# while. RELEASES and EDITIONS in the environment make it longer; that every answer is right is what is checked, how long it took is printed.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
declare -A services=()
server=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
as() { runuser -u postgres -- "$@"; }
end() {
  [ ${#services[@]} -eq 0 ] || kill "${services[@]}" 2>/dev/null || true
  wait || true
  [ ! -d "$tmp/pg" ] || as "$server/pg_ctl" -D "$tmp/pg" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$tmp"
}
trap end EXIT

chmod 755 "$tmp"
install -d -o postgres "$tmp/pg"
as "$server/initdb" -D "$tmp/pg" -A trust -U hearth >/dev/null
as "$server/pg_ctl" -D "$tmp/pg" -w -l "$tmp/pg/log" -o '-p 8177 -h 127.0.0.1 -k ""' start >/dev/null
as "$server/createdb" -h 127.0.0.1 -p 8177 -U hearth hearth
export HEARTH_STORE_URL='jdbc:postgresql://127.0.0.1:8177/hearth?user=hearth'

[ -f target/quarkus-app/quarkus-run.jar ] || ./hearth tables log >/dev/null
url() { echo "http://127.0.0.1:817$1"; }
manage() { echo "http://127.0.0.1:917$1"; }
serve() { # NUMBER FOLDER: the program of a folder, whose data folder stays that of its number
  HOSTNAME=pod-$1 HEARTH_DATA_DIR=$tmp/data-$1 QUARKUS_HTTP_PORT=817$1 java -XX:+UseSerialGC -Xmx1g \
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager -jar "$2/quarkus-run.jar" serve >>"$tmp/log-$1" 2>&1 &
  services[$1]=$!
}
stop() { # NUMBER
  kill "${services[$1]}"
  wait "${services[$1]}" || true
  unset "services[$1]"
}
ready() { # NUMBER
  for _ in $(seq 240); do
    ! curl -sf "$(manage "$1")/q/health/ready" >/dev/null || return 0
    kill -0 "${services[$1]}" 2>/dev/null || break
    sleep 0.5
  done
  cat "$tmp/log-$1"
  exit 1
}
counted() { # MANY: that the first instance counts so many
  for _ in $(seq 60); do
    instances=$(curl -sf "$(url 1)/v1/fleet" | jq .instances)
    [ "$instances" != "$1" ] || return 0
    sleep 0.5
  done
  echo "$instances instances are counted, and $1 run" >&2
  exit 1
}
release() { # RELEASES EDITIONS URL...: under load, and every answer is right
  python3 .ci/fleet/fleet.py "$tmp/known" "$@" || { tail -n 5 "$tmp"/log-*; exit 1; }
}

for number in 1 2 3; do serve $number target/quarkus-app; done
for number in 1 2 3; do ready $number; done
release "${RELEASES:-12}" "${EDITIONS:-2}" "$(url 1)" "$(url 2)" "$(url 3)"

# each says by its metric what it judges by, and who is ended is out of sight
had=$(curl -sf "$(url 1)/v1/ruleset" | jq -r .version)
for number in 1 2 3; do
  # grep -q would end at the line that it looks for, and what still writes fails
  curl -sf "$(manage $number)/q/metrics" | grep "^hearth_ruleset_info{.*version=\"$had\"" >/dev/null
done
stop 3
counted 2

# a backup is taken while the service runs, and put back into another database it has the same record
as "$server/pg_dump" -h 127.0.0.1 -p 8177 -U hearth -Fc -f "$tmp/pg/backup" hearth
as "$server/createdb" -h 127.0.0.1 -p 8177 -U hearth restored
as "$server/pg_restore" -h 127.0.0.1 -p 8177 -U hearth -d restored "$tmp/pg/backup"
for database in hearth restored; do
  HEARTH_STORE_URL="jdbc:postgresql://127.0.0.1:8177/$database?user=hearth" HEARTH_DATA_DIR=$tmp/reader ./hearth tables log --verify >"$tmp/$database"
done
grep -v "8177/" "$tmp/hearth" >"$tmp/a"
grep -v "8177/" "$tmp/restored" >"$tmp/b"
cmp "$tmp/a" "$tmp/b"

# a later edition: this one, but that its tables are one file further
schema=org/hearth/database/Schema.java
tables=$(sed -n 's/.* CURRENT = \([0-9]*\);/\1/p' src/main/java/$schema)
cp -r target/quarkus-app "$tmp/later"
mkdir -p "$tmp/sources" "$tmp/classes/org/hearth/database/schema"
sed "s/ CURRENT = $tables;/ CURRENT = $((tables + 1));/" src/main/java/$schema >"$tmp/sources/Schema.java"
javac --release 17 -nowarn -d "$tmp/classes" -cp "target/classes:$(echo target/quarkus-app/lib/main/*.jar | tr ' ' :)" "$tmp/sources/Schema.java"
cat >"$tmp/classes/org/hearth/database/schema/V$((tables + 1))__later.sql" <<'SQL'
create table store_later (id integer primary key);
alter table store_object add column later text;
alter table store_entry add column later integer not null default 0;
SQL
jar uf "$tmp"/later/app/*.jar -C "$tmp/classes" org
serve 4 "$tmp/later"
ready 4
[ "$(as "$server/psql" -h 127.0.0.1 -p 8177 -U hearth -Atc 'select max(version::integer) from sent_schema')" = $((tables + 1)) ]
counted 3
release 6 0 "$(url 1)" "$(url 2)" "$(url 4)"

# one of the edition before that is new is not ready and says why; one that has judged before goes on by what it had
serve 3 target/quarkus-app
serve 5 target/quarkus-app
ready 3
grep -q 'written by a later edition' "$tmp/log-3"
for _ in $(seq 60); do ! grep -q 'written by a later edition' "$tmp/log-5" || break; sleep 0.5; done
grep 'written by a later edition' "$tmp/log-5" | tail -n 1
sleep 5
[ "$(curl -s -o /dev/null -w '%{http_code}' "$(manage 5)/q/health/ready")" = 503 ]
judged=$(curl -sf -H 'Content-Type: application/json' --data-binary @src/main/resources/samples/outpatient-therapy-2018.json "$(url 3)/v1/evaluations" | jq -r .ruleset)
if [ "$judged" != "$had" ]; then
  echo "it judges by $judged, and had $had when it was stopped" >&2
  exit 1
fi
stop 3
stop 5

# back: the later one ends, and those that were there before go on
stop 4
counted 2
release 4 0 "$(url 1)" "$(url 2)"
echo "fleet: right"
