#!/usr/bin/env bash
# Have a browser, and what drives it, for the tests: as root on Debian they are installed; otherwise this says what is missing.
set -euo pipefail

has_browser() {
    for program in chromium chromium-browser google-chrome microsoft-edge; do
        if command -v "$program" >/dev/null; then return 0; fi
    done
    return 1
}

missing=()
has_browser || missing+=(chromium fonts-dejavu-core)
if command -v ldconfig >/dev/null && ! ldconfig -p | grep -q libatomic.so.1; then missing+=(libatomic1); fi
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}"
else
    echo "The tests need a browser (Chromium, Chrome or Edge) and what drives it. Install: ${missing[*]}" >&2
    exit 1
fi
