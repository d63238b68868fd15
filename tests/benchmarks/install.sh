#!/usr/bin/env bash
# Have what our search is measured against.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
../install_packages.sh "${missing[@]}"
if [ package-lock.json -nt node_modules/ready ]; then
    npm ci --silent --ignore-scripts
    touch node_modules/ready
fi
