#!/usr/bin/env bash
# Install the calendar programs that these tests run: as root on Debian all of them; otherwise it says what is missing.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
[ -e /usr/lib/thunderbird/thunderbird-bin ] || missing+=(thunderbird)
command -v cc >/dev/null || missing+=(gcc libc6-dev)
command -v pkg-config >/dev/null || missing+=(pkg-config)
[ -e /usr/include/libical/ical.h ] || missing+=(libical-dev)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo "Calendar programs are missing. Install them with: sudo apt install ${missing[*]}" >&2
        exit 1
    fi
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}"
fi

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
