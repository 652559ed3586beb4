#!/usr/bin/env bash
# Several instances over one PostgreSQL, released to under load, in the short form.
set -euo pipefail
cd "$(dirname "$0")/../.."
RELEASES=10 EDITIONS=1 exec timeout -k 30 600 .ci/fleet/fleet.sh
