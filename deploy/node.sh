#!/bin/bash
# Runs a command with Node on its path: the machine's own from version 18, otherwise the one from PyPI.
set -euo pipefail
cd "$(dirname "$0")/.."

has_node() {
    command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)'
}

if ! has_node; then
    [ -x .venv/bin/node ] || .venv/bin/pip install -qq --require-hashes --only-binary=:all: -r requirements-node.txt
    PATH="$PWD/.venv/bin:$PATH"
fi
exec "$@"
