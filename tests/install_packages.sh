#!/usr/bin/env bash
# Install the packages that are named: as root on Debian; otherwise this says what is missing.
set -euo pipefail

if [ $# -eq 0 ]; then exit 0; fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Programs are missing. Install them with: sudo apt install $*" >&2
    exit 1
fi
apt-get -qq update
DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"
