"""Node for the peer that needs it: whether it is installed, and the packages of its lock file."""

import fcntl
import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Final

from service.dev.local.layout import CHECKOUT

PEER: Final = Path(__file__).with_name("fastify")
OLDEST: Final = 20
HOW_TO_GET: Final = (
    f"Get Node {OLDEST} or newer, which brings npm: https://nodejs.org/en/download, or on Debian 13: apt-get install"
    " nodejs npm."
)

_INSTALL_SECONDS: Final = 300.0
_VERSION: Final = re.compile(r"v(\d+)\.")


def program() -> str:
    """Return the absolute path of `node`, because peers start with a short PATH. Return "node" if there is none."""
    return shutil.which("node") or "node"


def absent() -> str | None:
    """Return why the peer cannot run on this machine and how to install what is missing, or None."""
    node = shutil.which("node")
    if node is None:
        return f"Node is not installed, so Fastify was not measured. {HOW_TO_GET}"
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    version = _VERSION.match(said)
    if version is None or int(version[1]) < OLDEST:
        return f"Node is too old ({said or 'it does not run'}), so Fastify was not measured. {HOW_TO_GET}"
    if shutil.which("npm") is None:
        return f"npm is not installed, so Fastify was not measured. {HOW_TO_GET}"
    return None


def lacking() -> str | None:
    """Install the packages of the lock file if they differ, which needs npm and the network.

    Return what is missing, or None.
    """
    if reason := absent():
        return reason
    lock = CHECKOUT / ".local" / "bench" / "npm.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        return _install()


def _install() -> str | None:
    installed = PEER / "node_modules" / ".lock-file"
    wanted = sha256((PEER / "package-lock.json").read_bytes()).hexdigest()
    if installed.is_file() and installed.read_text() == wanted:
        return None
    print("Installing the packages of bench/peers/fastify/package-lock.json …", flush=True)
    try:
        done = subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=PEER,
            capture_output=True,
            text=True,
            check=False,
            timeout=_INSTALL_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"`npm ci` did not end within {_INSTALL_SECONDS:g} s, so Fastify was not measured. Is there a network?"
    if done.returncode != 0:
        words = "\n".join(done.stderr.strip().splitlines()[-5:])
        return f"`npm ci` failed in bench/peers/fastify, so Fastify was not measured. The end of its output:\n{words}"
    installed.write_text(wanted)
    return None
