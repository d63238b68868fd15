#!/usr/bin/env bash
# Have what judges the built site.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
command -v java >/dev/null || missing+=(default-jre-headless)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
[ -x "$(command -v nginx || echo /usr/sbin/nginx)" ] || missing+=(nginx-light)
../install_packages.sh "${missing[@]}"
if [ package-lock.json -nt node_modules/ready ]; then
    npm ci --silent --ignore-scripts
    touch node_modules/ready
fi
