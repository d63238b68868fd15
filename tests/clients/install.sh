#!/usr/bin/env bash
# Have the calendar programs that these tests run.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
[ -e /usr/lib/thunderbird/thunderbird-bin ] || missing+=(thunderbird)
command -v cc >/dev/null || missing+=(gcc libc6-dev)
command -v pkg-config >/dev/null || missing+=(pkg-config)
[ -e /usr/include/libical/ical.h ] || missing+=(libical-dev)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
../install_packages.sh "${missing[@]}"

if [ requirements.txt -nt .venv/ready ]; then
    "${PYTHON:-python3}" -m venv --clear .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
    touch .venv/ready
fi
if [ package-lock.json -nt node_modules/ready ]; then
    npm ci --silent --ignore-scripts
    touch node_modules/ready
fi
# shellcheck disable=SC2046
cc -O1 -Wall -Wextra parse_libical.c -o .venv/bin/parse_libical $(pkg-config --cflags --libs libical)
