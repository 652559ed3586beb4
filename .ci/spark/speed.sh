#!/usr/bin/env bash
# What a claim costs on Spark against `hearth check` in the same run, on two threads each: .ci/spark/speed.sh CLAIMS..., some thousands
# each; `N:alone` goes through Spark alone. Needs what spark.sh builds. Of both the whole process is counted, with its start; two
# sizes tell what a further claim costs.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
unset SPARK_HOME

# seconds of the clock and of processors
timed() {
  local TIMEFORMAT='%R %U %S'
  { time { "$@" >/dev/null 2>&1 || true; }; } 2>&1 | awk '{printf "%.1f %.1f", $1, $2 + $3}'
}

printf '%10s %8s %10s %10s %10s %10s\n' claims MB check/s CPU/s spark/s CPU/s
for size in "$@"; do
  claims=${size%:alone}
  rm -rf "${tmp:?}"/*
  # one in seven comes twice
  java -cp spark/target/test-classes org.hearth.spark.SyntheticMonths "$tmp/in" 12 $((claims * 7 / 8 / 12))
  check='- -'
  [ "$size" != "$claims" ] || check=$(timed ./hearth check --threads 2 --format ndjson --out "$tmp/check.ndjson" "$tmp/in")
  spark=$(timed ./hearth spark --master 'local[2]' --conf spark.ui.enabled=false "$tmp/in" --out "$tmp/out")
  [ "$size" != "$claims" ] || cat "$tmp"/out/evaluations.ndjson/part-* | cmp - "$tmp/check.ndjson"
  read -r count < <(tail -n 1 "$(ls "$tmp"/out/evaluations.ndjson/part-* | tail -n 1)" | jq .end.claims)
  # shellcheck disable=SC2086
  printf '%10s %8s %10s %10s %10s %10s\n' "$count" "$(du -sm "$tmp/in" | cut -f1)" $check $spark
done
