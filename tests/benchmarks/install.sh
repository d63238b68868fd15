#!/usr/bin/env bash
# Have what our builds, our calendars and our search are measured against. What cannot be had is left out of the tables.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
command -v hugo >/dev/null || missing+=(hugo)
../install_packages.sh "${missing[@]}"
if [ package-lock.json -nt node_modules/ready ]; then
    npm ci --silent --ignore-scripts
    touch node_modules/ready
fi
if [ others.txt -nt .venv/ready ]; then
    ../../.venv/bin/python -m venv --clear .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement others.txt
    touch .venv/ready
fi
