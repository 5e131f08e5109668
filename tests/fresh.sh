#!/usr/bin/env bash
# What a newcomer meets: HEAD cloned into an empty folder, no caches, `make run` until it answers, then `make test`.
set -eu
top=$(git rev-parse --show-toplevel)
empty=$(mktemp -d)
trap 'rm -rf "$empty"' EXIT
export PIP_NO_CACHE_DIR=1 npm_config_cache="$empty/npm-cache"
git clone -q "$top" "$empty/project"
cd "$empty/project"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

start_until_ready() {
  begun=$(date +%s%N)
  KB_PORT=$port KB_DATA_DIR="$empty/data" setsid make run >"$empty/run.log" 2>&1 &
  server=$!
  until python3 -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/health/ready', timeout=2)" 2>/dev/null; do
    kill -0 "$server" 2>/dev/null || { tail -n 20 "$empty/run.log"; exit 1; }
    sleep 0.2
  done
  echo "$1: ready after $(( ($(date +%s%N) - begun) / 1000000 )) ms"
  kill -TERM -- "-$server"
  wait "$server" 2>/dev/null || true
}

start_until_ready "first start"
start_until_ready "second start"
make test
