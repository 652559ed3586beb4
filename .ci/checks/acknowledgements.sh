#!/usr/bin/env bash
# The acknowledgements that a test holds Hearth to are read by another X12 reader, which is installed for the purpose.
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-fund --no-audit --prefix "$tmp" node-x12@1.7.1 >/dev/null
NODE_PATH="$tmp/node_modules" node .ci/checks/acknowledgements.js
