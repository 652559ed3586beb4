#!/usr/bin/env bash
# By hand, with Debian's postgresql: three instances over one PostgreSQL, released to under load. RELEASES and EDITIONS in the environment make it longer; that it ends with
# the right answers is what is checked, how long it took is printed.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
services=()
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
urls=()
for number in 1 2 3; do
  HOSTNAME=pod-$number HEARTH_DATA_DIR=$tmp/data-$number QUARKUS_HTTP_PORT=817$number java -XX:+UseSerialGC -Xmx1g \
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager -jar target/quarkus-app/quarkus-run.jar serve >"$tmp/log-$number" 2>&1 &
  services+=($!)
  urls+=("http://127.0.0.1:817$number")
done
for number in 1 2 3; do
  for _ in $(seq 240); do
    ! curl -sf "http://127.0.0.1:917$number/q/health/ready" >/dev/null || break
    kill -0 "${services[$((number - 1))]}" 2>/dev/null || { cat "$tmp/log-$number"; exit 1; }
    sleep 0.5
  done
done
python3 .ci/fleet/fleet.py "${RELEASES:-12}" "${EDITIONS:-2}" "${urls[@]}" || { tail -n 5 "$tmp"/log-*; exit 1; }

# each says by its metric what it judges by, and who is ended is out of sight
version=$(curl -sf "${urls[0]}/v1/ruleset" | jq -r .version)
for number in 1 2 3; do
  curl -sf "http://127.0.0.1:917$number/q/metrics" | grep -q "^hearth_ruleset_info{.*version=\"$version\""
done
kill "${services[2]}"
wait "${services[2]}" || true
for _ in $(seq 40); do
  instances=$(curl -sf "${urls[0]}/v1/ruleset" | jq .fleet.instances)
  [ "$instances" != 2 ] || break
  sleep 0.5
done
[ "$instances" = 2 ] || { echo "an ended instance is still counted: $instances" >&2; exit 1; }

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
echo "fleet: right"
