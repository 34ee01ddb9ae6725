#!/bin/sh
# Prints the path of Chromium: $CHROMIUM, a program on PATH, or Debian's, which is installed if that is possible.
set -eu

find_one() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return 0
    done
    return 1
}

if [ -n "${CHROMIUM:-}" ]; then
    command -v "$CHROMIUM" || { echo "CHROMIUM=$CHROMIUM is not a program." >&2; exit 1; }
    exit 0
fi
find_one && exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
    as_root="sudo -n"
    $as_root true 2>/dev/null || as_root=no
fi
if [ "$as_root" != no ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Debian's chromium …" >&2
    log=$(mktemp)
    if { $as_root apt-get update && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y --no-install-recommends chromium; } \
        </dev/null >"$log" 2>&1 && find_one; then
        rm -f "$log"
        exit 0
    fi
    tail -n 20 "$log" >&2
    rm -f "$log"
fi
echo "The browser tests need Chromium. Install it (Debian: apt install chromium) or set CHROMIUM=/path/to/it." >&2
exit 1
