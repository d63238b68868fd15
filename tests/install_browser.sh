#!/usr/bin/env bash
# Have a browser (Chromium, Chrome or Edge), and what drives it, for the tests. The headless shell of Chromium takes half the time.
set -euo pipefail
cd "$(dirname "$0")"

has_browser() {
    for program in chromium-headless-shell chromium chromium-browser google-chrome microsoft-edge; do
        if command -v "$program" >/dev/null; then return 0; fi
    done
    return 1
}

missing=()
has_browser || missing+=(chromium-headless-shell fonts-dejavu-core)
if command -v ldconfig >/dev/null && ! ldconfig -p | grep -q libatomic.so.1; then missing+=(libatomic1); fi
./install_packages.sh "${missing[@]}"
