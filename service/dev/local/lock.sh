#!/bin/sh
# Locks the dependencies of pyproject.toml: one file per group, for every platform, with hashes and without index
# addresses. Called by `make lock`; arguments go to `uv pip compile`, such as --upgrade.
set -eu
cd "$(dirname "$0")/../../.."
uv=$(command -v uv) || uv=.local/tools/bin/uv

compile() {
    "$uv" pip compile --quiet --universal --generate-hashes --python-version 3.12 --no-annotate --no-header "$@" >/dev/null
}
compile pyproject.toml -o requirements/service.txt "$@"
for group in local bench dev; do
    compile --group "$group" -c requirements/service.txt -o "requirements/$group.txt" "$@"
done
