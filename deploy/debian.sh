#!/bin/bash
# Installs the Debian packages named: as root at once, otherwise it says the command and stops.
set -euo pipefail

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Missing: $*. On Debian run:  sudo apt-get update && sudo apt-get install --yes $*" >&2
    exit 1
fi
echo "Installing $* …"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install --yes --no-install-recommends -qq "$@" >/dev/null
