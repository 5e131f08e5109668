#!/usr/bin/env bash
# Installs a Debian package where that is possible, else says what to install. usage: packages.sh PACKAGE "what it is"
set -eu
package=$1 what=$2
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing $what ($package) ..."
  (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package") >/dev/null 2>&1 && exit 0
fi
echo "$what is missing: install it (Debian: apt-get install $package) and run the command again." >&2
exit 1
