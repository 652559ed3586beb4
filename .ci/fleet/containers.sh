#!/usr/bin/env bash
# By hand, as root, with Debian's postgresql, buildah, podman, runc, catatonit and debootstrap: the image is built, and the overlays' pods run from it as real containers: read-only, without rights, with their limit of memory. Then
# what an operator fears: a rollout under load, a kill, clients that dribble, a full disk, a PostgreSQL that is gone for a while.
# No registry is asked: the base is a Debian that is made here. Prints what each took: 13 minutes in all on two processors that others used too, half of it for base and image, so that
# it is no part of every run.
set -euo pipefail
cd "$(dirname "$0")/../.."
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot
tmp=$(mktemp -d)
# the limits that a container is given by default are refused here, and so is the other runtime
cat >"$tmp/containers.conf" <<'CONF'
[containers]
default_ulimits = ["nofile=20000:20000", "nproc=4000:4000"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
CONF
export CONTAINERS_CONF=$tmp/containers.conf
server=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
as() { runuser -u postgres -- "$@"; }
pods=()
load=
end() {
  [ -z "$load" ] || kill "$load" 2>/dev/null || true
  for pod in "${pods[@]}"; do
    podman pod rm -f "$pod" >/dev/null 2>&1 || true
    podman volume rm -f "$pod-data" "$pod-tmp" >/dev/null 2>&1 || true
  done
  podman rm -f -t 0 hearth-full >/dev/null 2>&1 || true
  [ ! -d "$tmp/pg" ] || as "$server/pg_ctl" -D "$tmp/pg" -m immediate stop >/dev/null 2>&1 || true
  umount "$tmp/full" 2>/dev/null || true
  rm -rf "$tmp"
}
trap end EXIT
began=$SECONDS
took() { echo "   $1: $((SECONDS - began)) s"; began=$SECONDS; }
fail() { echo "$1" >&2; for pod in "${pods[@]}"; do podman pod logs --tail 5 "$pod" 2>&1 || true; done; exit 1; }

if ! buildah images -q localhost/hearth-base >/dev/null 2>&1; then
  read -r mirror suite < <(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' |
    awk '$2 !~ /-/ {print; exit}')
  base=$(buildah from scratch)
  debootstrap --variant=minbase --include=openjdk-17-jre-headless,ca-certificates "$suite" "$(buildah mount "$base")" "$mirror" >"$tmp/log" ||
    { tail "$tmp/log"; exit 1; }
  buildah umount "$base" >/dev/null
  buildah config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$base"
  buildah commit -q "$base" localhost/hearth-base >/dev/null
  buildah rm "$base" >/dev/null
  took "a base"
fi
buildah bud -q --build-arg BASE=localhost/hearth-base -t localhost/hearth:latest . >"$tmp/log" 2>&1 || { tail "$tmp/log"; exit 1; }
took "the image"

npm install --silent --no-audit --no-fund --prefix "$tmp" yaml@2.8.1 >/dev/null
cp .ci/kubernetes/pod.mjs "$tmp"
for overlay in try production; do kubectl kustomize "k8s/overlays/$overlay" >"$tmp/$overlay.yaml" 2>/dev/null; done

chmod 755 "$tmp"
install -d -o postgres "$tmp/pg"
as "$server/initdb" -D "$tmp/pg" -A trust -U hearth >/dev/null
database() { as "$server/pg_ctl" -D "$tmp/pg" -w -l "$tmp/pg/log" -m fast -o '-p 8178 -h 127.0.0.1 -k ""' "$1" >/dev/null; }
database start
as "$server/createdb" -h 127.0.0.1 -p 8178 -U hearth hearth
store=('HEARTH_STORE_URL=jdbc:postgresql://127.0.0.1:8178/hearth?user=hearth' 'HEARTH_HISTORY_KEY=00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff' 'HEARTH_ADMIN_TOKEN=trial')
took "a PostgreSQL"

# play OVERLAY NAME PORT VARIABLE...: starts a pod
play() {
  pods+=("$2")
  node "$tmp/pod.mjs" "$tmp/$1.yaml" "$2" "$3" "$((${3} + 1000))" "${@:4}" >"$tmp/$2.yaml"
  # not here, where a file is called as the image is
  (cd "$tmp" && podman play kube --network host "$2.yaml") >"$tmp/log" 2>&1 || { cat "$tmp/log"; fail "$2 is not played"; }
}
ready() {
  for _ in $(seq 300); do
    ! curl -sf "http://127.0.0.1:$((${1} + 1000))/q/health/ready" >/dev/null || return 0
    sleep 0.5
  done
  fail "the pod at $1 is not ready"
}
sample=src/main/resources/samples/outpatient-therapy-2018.json
judges() {
  curl -sf --max-time 30 -H 'Content-Type: application/json' --data-binary "@$sample" "http://127.0.0.1:$1/v1/evaluations" |
    jq -e '[.findings[].id] == ["HHT-301", "HHT-512"]' >/dev/null || fail "the pod at $1 judges otherwise"
}

play try hearth-try 8174
ready 8174
judges 8174
container=$(podman ps -q --filter pod=hearth-try --filter ancestor=localhost/hearth:latest)
[ "$(podman exec "$container" id -u)" = 10001 ]
! podman exec "$container" sh -c 'echo x >/opt/hearth/x' 2>/dev/null || fail "the image can be written"
grep -q '^CapEff:.*0000000000000000$' "/proc/$(podman inspect -f '{{.State.Pid}}' "$container")/status" || fail "the pod has rights"
took "overlay try, ready and judging as user 10001, read-only, without rights"

play production hearth-a 8175 "${store[@]}"
play production hearth-b 8176 "${store[@]}"
ready 8175
ready 8176
judges 8175
judges 8176
for _ in $(seq 40); do
  fleet=$(curl -sf http://127.0.0.1:8175/v1/ruleset | jq -c '[.fleet.agrees, .fleet.instances]')
  [ "$fleet" != '[true,2]' ] || break
  sleep 0.5
done
[ "$fleet" = '[true,2]' ] || fail "two pods see of each other $fleet"
took "overlay production, two pods that agree"

# clients that send a byte a second
python3 - <<'PY' &
import socket, time
held = []
for _ in range(250):
    one = socket.create_connection(("127.0.0.1", 8175))
    one.sendall(b"POST /v1/evaluations HTTP/1.1\r\nHost: 127.0.0.1:8175\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{")
    held.append(one)
time.sleep(12)
PY
slow=$!
sleep 3
judges 8175
curl -sf --max-time 10 http://127.0.0.1:9175/q/health/live >/dev/null || fail "slow clients hold up the probes"
wait "$slow"
took "250 slow clients, and an answer meanwhile"

# a rollout: whoever sends, sends to a pod that is ready; the old one is told to stop while it answers
cat >"$tmp/load.py" <<'PY'
import http.client, os, sys, time, urllib.request
claim = open(sys.argv[1], "rb").read()
stop, sent, failed = sys.argv[2], 0, 0
def ready():
    for port in (8175, 8176, 8179):
        try:
            if urllib.request.urlopen(f"http://127.0.0.1:{port + 1000}/q/health/ready", timeout=2).status == 200:
                yield port
        except OSError:
            pass
looked, ports = 0.0, []
while not os.path.exists(stop):
    if time.monotonic() - looked > 1:
        looked, ports = time.monotonic(), list(ready())
    for port in ports:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("POST", "/v1/evaluations", claim, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            failed += answer.status != 200 or b'"HHT-301"' not in answer.read()
        except OSError as fault:
            failed += 1
            print(port, fault, flush=True)
        finally:
            connection.close()
        sent += 1
        time.sleep(0.01)
print(sent, failed)
PY
python3 "$tmp/load.py" "$sample" "$tmp/stop" >"$tmp/load" &
load=$!
play production hearth-c 8179 "${store[@]}"
ready 8179
podman pod stop -t 40 hearth-a >/dev/null
sleep 3
touch "$tmp/stop"
wait "$load"
load=
[[ "$(tail -n 1 "$tmp/load")" =~ ^[0-9]+\ 0$ ]] || { cat "$tmp/load"; fail "a rollout lost requests"; }
took "a rollout under load, $(cut -d' ' -f1 <"$tmp/load") requests, none failed"

# a pod that is killed: the other answers, and the dead one is out of sight
podman kill -s KILL "$(podman ps -q --filter pod=hearth-b --filter ancestor=localhost/hearth:latest)" >/dev/null
judges 8179
podman pod rm -f hearth-b >/dev/null
for _ in $(seq 60); do
  instances=$(curl -sf http://127.0.0.1:8179/v1/ruleset | jq .fleet.instances)
  [ "$instances" != 1 ] || break
  sleep 0.5
done
[ "$instances" = 1 ] || fail "a killed pod is still counted"
took "kill -9 of a pod"

# the PostgreSQL is gone: who has a ruleset judges by it, who is new waits, and both go on
database stop
judges 8179
play production hearth-d 8176 "${store[@]}"
sleep 20
[ "$(curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:9176/q/health/ready)" = 503 ] || fail "a new pod without its store is ready"
database start
ready 8176
judges 8176
took "a PostgreSQL that is gone for a while"

# a full disk: what cannot be kept is said, and claims are judged
mkdir "$tmp/full"
mount -t tmpfs -o size=2m,mode=1777 tmpfs "$tmp/full"
podman run -d --name hearth-full --network host --read-only --tmpfs /tmp --user 10001 --cap-drop all --memory 1g \
  -v "$tmp/full:/var/lib/hearth" -e HEARTH_TRUST=proxy -e QUARKUS_HTTP_PORT=8177 -e QUARKUS_MANAGEMENT_PORT=9177 localhost/hearth:latest >/dev/null
ready 8177
judges 8177
podman rm -f -t 0 hearth-full >/dev/null
took "a full disk"
echo "containers: right"
