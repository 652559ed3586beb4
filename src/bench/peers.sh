#!/usr/bin/env bash
# Hearth's engine beside others on one fixed workload, three checks of 5,000 synthetic claims. After `mvn package`, from anywhere: src/bench/peers.sh FOLDER
# FOLDER is the harness that has the other engines (build.sh, run-all.sh, java/common); it is written to. ENGINES, ROUNDS and JAVA are its own.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
cd "${1:?name the folder of the harness}"
export PEERS_HOME=$PWD
[ -f java/common/target/classes/peers/Plain.class ] && [ -f claims.ndjson ] || ./build.sh
java=${JAVA:-java}
entry=$PWD/hearth
product="$here/target/classes:$here/target/quarkus-app/lib/main/*:$here/target/quarkus-app/lib/boot/*"
harness="$PWD/java/common/target/classes:$PWD/java/common/target/lib/*"
rm -rf "$entry"
mkdir -p "$entry"
mapfile -d '' -t sources < <(find "$here/src/bench/peers" -name '*.java' -print0)
# the workbooks are written by what writes those of the tests
"$(dirname "$(readlink -f "$(command -v "$java")")")/javac" -nowarn -proc:none -parameters -cp "$product:$here/target/test-classes:$harness" -d "$entry/classes" \
  "${sources[@]}"
"$java" -cp "$entry/classes:$product:$here/target/test-classes:$harness" org.hearth.peers.WorkloadTables "$entry/tables"
version=$(sed -n 's/^version=//p' "$here/target/maven-archiver/pom.properties")
{
  [ ! -f extra.conf ] || grep -v '^hearth ' extra.conf || true
  echo "hearth | 5000 | 5 | \$J -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp \"$entry/classes:$product:$harness\"" \
    "org.hearth.peers.Entry $version \"$entry/tables\" \"$here/src/bench/peers/code-without-a-row.drl\""
} >extra.conf.part
mv extra.conf.part extra.conf
echo "load: $(cut -d ' ' -f 1-3 /proc/loadavg), $(nproc) processors"
./run-all.sh
echo "load: $(cut -d ' ' -f 1-3 /proc/loadavg)"
