#!/usr/bin/env bash
# What is shipped, and under which licence: the list that is checked in is that of the build, every library has a licence that
# may be shipped, and the bill of materials holds the same libraries.
set -euo pipefail
cd "$(dirname "$0")/../.."

mvn -q -B license:add-third-party cyclonedx:makeBom

if ! diff -u THIRD-PARTY.txt target/THIRD-PARTY.txt; then
  echo "THIRD-PARTY.txt is not what is shipped: cp target/THIRD-PARTY.txt ." >&2
  exit 1
fi

may='Apache-2.0|BSD-2-Clause|BSD-3-Clause|CC0-1.0|EDL-1.0|EPL-1.0|EPL-2.0|MIT|MIT-0|MPL-2.0'
if tail -n +4 THIRD-PARTY.txt | grep -vE "  (.* or )?($may)( or .*)?$"; then
  echo "these have no licence that may be shipped; take another library, or say here why the licence may be" >&2
  exit 1
fi

listed=$(tail -n +4 THIRD-PARTY.txt | wc -l)
named=$(jq -r '[.components[] | select(.version and (.licenses // [] | length > 0))] | length' target/bom.json)
[ "$named" -eq "$listed" ] || {
  echo "the bill of materials has $named libraries with version and licence, and THIRD-PARTY.txt $listed" >&2
  exit 1
}
echo "$listed libraries, each under a licence that may be shipped"
