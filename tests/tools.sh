#!/usr/bin/env bash
# Says in one sentence what is missing before anything is installed. usage: tools.sh PYTHON
set -eu
python=$1

say() { echo "$1" >&2; exit 1; }

command -v "$python" >/dev/null || say "Python is missing: install Python 3.11 or newer (Debian: apt-get install python3 python3-venv)."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
  || say "Python is too old: install Python 3.11 or newer, or name one with make run PYTHON=python3.11."
command -v node >/dev/null || say "Node.js is missing: install Node.js 20 from nodejs.org or your distribution."
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
  || say "Node.js is too old: install Node.js 20.19 or newer."
command -v npm >/dev/null || say "npm is missing: it comes with Node.js 20; install that from nodejs.org or your distribution."
"$python" -c 'import ensurepip, venv' 2>/dev/null || bash "$(dirname "$0")/packages.sh" python3-venv "Python's venv module"
