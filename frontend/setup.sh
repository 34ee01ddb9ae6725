#!/bin/sh
# Installs pnpm and the packages of pnpm-lock.yaml. Needs Node 20.9 or newer with npm and, when the lock file has changed,
# network access to the npm registry. Everything except node_modules/ is in .local/node/, outside the folder that Tailwind
# scans. With --look, only checks Node.
set -eu
cd "$(dirname "$0")/.."
home=$PWD/.local/node
version=10.34.9 # 11 crashes on Node 20; 12 rejects a frozen lock file with a pinned package manager
pnpm=$home/node_modules/.bin/pnpm
stamp=frontend/node_modules/.synced
unset NODE_ENV # "production" would omit the build tools

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

for program in node npm; do
    command -v "$program" >/dev/null 2>&1 || fail \
        "The web needs Node 20.9 or newer with npm, but \`$program\` is not on PATH." \
        "Install it (https://nodejs.org/; on Debian and Ubuntu: apt install nodejs npm), then try again."
done
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 9) ? 0 : 1)' ||
    fail "The web needs Node 20.9 or newer, but found $(node --version)." "Install it: https://nodejs.org/"
[ "${1:-}" != --look ] || exit 0

mkdir -p "$home"
if [ "$("$pnpm" --version 2>/dev/null || true)" != "$version" ]; then
    echo "Installing pnpm $version …"
    npm install --prefix "$home" --no-save --no-package-lock --no-audit --no-fund --loglevel=error "pnpm@$version" \
        >"$home/pnpm.log" 2>&1 ||
        fail "$(cat "$home/pnpm.log")" "Installing pnpm failed. The first setup needs network access to the npm registry."
fi

# Compare contents: a fresh clone, a branch and a restored cache have new dates.
wanted=$(cat frontend/package.json frontend/pnpm-lock.yaml frontend/pnpm-workspace.yaml frontend/.npmrc 2>/dev/null | cksum; node --version)
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
    echo "Installing the packages of frontend/pnpm-lock.yaml …"
    CI=true "$pnpm" -C frontend install --frozen-lockfile --store-dir "$home/store" --reporter=append-only \
        >"$home/install.log" 2>&1 ||
        fail "$(tail -n 20 "$home/install.log")" "Installing the packages failed. Complete output: $home/install.log"
    printf '%s\n' "$wanted" >"$stamp"
fi
