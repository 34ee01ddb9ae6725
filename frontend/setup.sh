#!/bin/sh
# Gets what the frontend is built with: pnpm and the packages of pnpm-lock.yaml. Needs Node 20.9 or newer with its npm, and
# the network (the npm registry) whenever the lock file has changed; otherwise nothing here runs. Everything but
# node_modules/ is kept in .local/node/ of the checkout: outside the folder that Tailwind reads. With --look: only whether
# Node is there.
set -eu
cd "$(dirname "$0")/.."
home=$PWD/.local/node
version=10.34.9 # 11 crashes on Node 20, 12 refuses a frozen lock file with a pinned package manager
pnpm=$home/node_modules/.bin/pnpm
stamp=frontend/node_modules/.synced
unset NODE_ENV # "production" would leave out what it is built with

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

for program in node npm; do
    command -v "$program" >/dev/null 2>&1 || fail \
        "The web needs Node 20.9 or newer with its npm, and \`$program\` is not on PATH." \
        "Install it (https://nodejs.org/; on Debian and Ubuntu: apt install nodejs npm), then try again."
done
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 9) ? 0 : 1)' ||
    fail "The web needs Node 20.9 or newer; this is $(node --version)." "A newer one: https://nodejs.org/"
[ "${1:-}" != --look ] || exit 0

mkdir -p "$home"
if [ "$("$pnpm" --version 2>/dev/null || true)" != "$version" ]; then
    echo "Getting pnpm $version …"
    npm install --prefix "$home" --no-save --no-package-lock --no-audit --no-fund --loglevel=error "pnpm@$version" \
        >"$home/pnpm.log" 2>&1 ||
        fail "$(cat "$home/pnpm.log")" "pnpm could not be installed: the first set-up needs the network (npm registry)."
fi

# By content, not by date: a fresh clone, a branch and a restored cache all have new dates.
wanted=$(cat frontend/package.json frontend/pnpm-lock.yaml frontend/pnpm-workspace.yaml frontend/.npmrc 2>/dev/null | cksum; node --version)
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
    echo "Installing the packages of frontend/pnpm-lock.yaml …"
    CI=true "$pnpm" -C frontend install --frozen-lockfile --store-dir "$home/store" --reporter=append-only \
        >"$home/install.log" 2>&1 ||
        fail "$(tail -n 20 "$home/install.log")" "The packages could not be installed; the whole output: $home/install.log"
    printf '%s\n' "$wanted" >"$stamp"
fi
