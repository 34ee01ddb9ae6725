#!/bin/sh
# Creates .venv from requirements/*.txt. Needs a python3 (3.9 or newer) that can make virtual environments, or uv on PATH.
# The Makefile calls it only when a lock file is newer than .venv/.synced, so that later starts need no network.
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
            fail "The setup needs python3 3.9 or newer on PATH." \
                "Install Python (https://www.python.org/downloads/) or uv (https://docs.astral.sh/uv/), then try again."
        echo "Installing uv …"
        rm -rf "$tools"
        mkdir -p .local
        python3 -m venv "$tools" >"$tools.log" 2>&1 ||
            fail "This python3 cannot create a virtual environment:" "$(cat "$tools.log")" \
                "On Debian and Ubuntu: apt install python3-venv. Or install uv: https://docs.astral.sh/uv/"
        "$tools/bin/python" -m pip --disable-pip-version-check --quiet install 'uv>=0.8' ||
            fail "Installing uv failed. The first setup needs network access to the Python package index."
    fi
fi

mkdir -p .local
echo "Installing the packages of requirements/ …"
# Use the version of .python-version, or else python3 if it is new enough; otherwise uv downloads an interpreter.
set -- venv --quiet --allow-existing
if ! "$uv" python find --no-project --no-python-downloads >/dev/null 2>&1 &&
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
    set -- "$@" --python "$(command -v python3)"
fi
install() {
    "$uv" "$@" .venv && "$uv" pip sync --quiet --python .venv/bin/python --require-hashes \
        requirements/service.txt requirements/local.txt requirements/bench.txt requirements/dev.txt
}
# uv has its own certificate authorities. A proxy with a private authority requires the system's list.
if ! install "$@" 2>.local/setup.log; then
    export UV_SYSTEM_CERTS=1 UV_NATIVE_TLS=1
    install "$@" ||
        fail "Installing the packages failed. The first setup needs network access to the Python package index, and to" \
            "GitHub if no Python 3.12 or newer is on PATH."
fi
touch .venv/.synced
