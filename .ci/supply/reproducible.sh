#!/usr/bin/env bash
# Builds what is committed twice and compares, byte for byte: in two folders, one of them in memory and filled in the opposite order, where
# user, clock, language, number of processors and rights of new files are others. Names each entry that differs, but the classes that start the
# framework, which are counted, and named with --whole. By hand: it takes five minutes of a processor.
set -euo pipefail
cd "$(dirname "$0")/../.."
first=$(mktemp -d)
second=$(mktemp -d -p /dev/shm "another-$(printf 'longer-%.0s' 1 2 3 4)XXXX" 2>/dev/null || mktemp -d)
trap 'rm -rf "$first" "$second"' EXIT

git clone -q . "$first/hearth"
(cd "$first/hearth" && mvn -q -B -DskipTests package)

git clone -q --no-checkout . "$second/hearth"
(
  cd "$second/hearth"
  umask 027
  git ls-tree -r -z --name-only HEAD | tac -s '' | xargs -0 -n 50 git checkout -q HEAD --
  TZ=Pacific/Kiritimati LC_ALL=C JAVA_TOOL_OPTIONS='-Duser.name=another -Duser.language=tr -Duser.country=TR -XX:ActiveProcessorCount=1' \
    mvn -q -B -DskipTests package 2> >(grep -v '^Picked up' >&2)
)

python3 .ci/supply/compare.py "$first/hearth/target/quarkus-app" "$second/hearth/target/quarkus-app" "$@"
