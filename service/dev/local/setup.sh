#!/bin/sh
# Creates .venv from requirements/*.txt. Needs a python3 (3.9 or newer) that can make virtual environments, or uv on PATH.
# Called by the Makefile when one of the lock files is newer than .venv/.synced; otherwise nothing here runs, so that
# a checkout that was set up once starts without a network.
set -eu
cd "$(dirname "$0")/../../.."
tools=.local/tools

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

if uv=$(command -v uv) && "$uv" --version >/dev/null 2>&1; then
    :
else
    uv=$tools/bin/uv
    if ! "$uv" --version >/dev/null 2>&1; then
        python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null ||
            fail "Setting up needs python3, 3.9 or newer, on PATH." \
                "Install Python (https://www.python.org/downloads/) or uv (https://docs.astral.sh/uv/), then try again."
        echo "Getting uv …"
        rm -rf "$tools"
        mkdir -p .local
        python3 -m venv "$tools" >"$tools.log" 2>&1 ||
            fail "This python3 cannot make a virtual environment:" "$(cat "$tools.log")" \
                "On Debian and Ubuntu: apt install python3-venv. Or install uv: https://docs.astral.sh/uv/"
        "$tools/bin/python" -m pip --disable-pip-version-check --quiet install 'uv>=0.8' ||
            fail "uv could not be installed: the first set-up needs the network (the Python package index)."
    fi
fi

mkdir -p .local
echo "Installing the packages of requirements/ …"
# .python-version names the version we develop on. Without it on this machine, python3 serves if it is new enough;
# otherwise uv downloads an interpreter.
set -- venv --quiet --allow-existing
if ! "$uv" python find --no-project --no-python-downloads >/dev/null 2>&1 &&
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
    set -- "$@" --python "$(command -v python3)"
fi
install() {
    "$uv" "$@" .venv && "$uv" pip sync --quiet --python .venv/bin/python --require-hashes \
        requirements/service.txt requirements/local.txt requirements/bench.txt requirements/dev.txt
}
# uv has its own list of certificate authorities. Behind a proxy with a private authority, the system's list is needed.
if ! install "$@" 2>.local/setup.log; then
    export UV_SYSTEM_CERTS=1 UV_NATIVE_TLS=1
    install "$@" ||
        fail "The packages could not be installed. The first set-up needs the network: the Python package index, and" \
            "GitHub for a Python where none of 3.12 or newer is on PATH."
fi
touch .venv/.synced
