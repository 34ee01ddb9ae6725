#!/bin/sh
# Makes .venv from uv.lock. Needs a python3 (3.9 or newer) that can make virtual environments, or uv on PATH.
# Called by the Makefile when uv.lock or pyproject.toml is newer than .venv/.synced; otherwise nothing here runs, so that
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
            fail "uv could not be installed: the first set-up needs the network (PyPI)."
    fi
fi

mkdir -p .local
echo "Installing the packages of uv.lock …"
# .python-version names the version we develop on. Where it is missing but python3 will do, that one is used, rather than
# fetching another Python; else uv fetches one.
set -- sync --frozen --quiet
if ! "$uv" python find --no-python-downloads >/dev/null 2>&1 &&
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
    set -- "$@" --python "$(command -v python3)"
fi
# uv brings its own list of certificate authorities. Behind a proxy with one of its own, the system's list, which pip
# trusts too, is the right one.
if ! "$uv" "$@" 2>.local/setup.log; then
    UV_SYSTEM_CERTS=1 UV_NATIVE_TLS=1 "$uv" "$@" ||
        fail "The packages could not be installed. The first set-up needs the network: PyPI, and GitHub for a Python" \
            "where none of 3.12 or newer is on PATH."
fi
touch .venv/.synced
