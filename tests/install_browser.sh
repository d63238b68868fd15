#!/usr/bin/env bash
# Have a browser for the tests: as root on Debian it is installed; otherwise it says what is missing.
set -euo pipefail

for program in chromium chromium-browser google-chrome microsoft-edge; do
    if command -v "$program" >/dev/null; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium fonts-dejavu-core
else
    echo "A browser is missing. Install Chromium, Chrome or Edge, for example with: sudo apt install chromium" >&2
    exit 1
fi
