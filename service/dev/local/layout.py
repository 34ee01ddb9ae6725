"""Files of a checkout on this machine, all in `.local/`, so that checkouts do not share anything."""

import json
import os
import secrets
import socket
from pathlib import Path

from attrs import frozen

CHECKOUT = Path(__file__).resolve().parents[3]


class LocalError(Exception):
    """Error of the local environment. The message states the problem and the fix."""


@frozen
class Layout:
    """Paths below a checkout's `.local/`."""

    root: Path

    @classmethod
    def of_checkout(cls) -> "Layout":
        """Return the layout of this checkout. Create `.local/`; only its owner can read the secrets.

        LOCAL_DIR replaces the path. The browser tests use it to start a second system.
        """
        root = (CHECKOUT / (os.environ.get("LOCAL_DIR") or ".local")).resolve()
        root.mkdir(parents=True, exist_ok=True)
        for directory in (root / "logs", root / "mail", root / "backups"):
            directory.mkdir(exist_ok=True)
        return cls(root)

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def mail(self) -> Path:
        return self.root / "mail"

    @property
    def lock(self) -> Path:
        """Lock file (flock) of the command that runs the servers. Contains its purpose and process id."""
        return self.root / "run.lock"

    @property
    def running(self) -> Path:
        """Environment of the running servers. Removed when they stop."""
        return self.root / "running.json"

    @property
    def secrets(self) -> Path:
        return self.root / "secrets.env"

    @property
    def ports(self) -> Path:
        return self.root / "ports.json"


def read_secrets(layout: Layout) -> dict[str, str]:
    """Return the checkout's secrets (SECRET_KEYS, LOCAL_PASSWORD), created once in a file with mode 0600."""
    wanted = {
        "SECRET_KEYS": lambda: f"local:{secrets.token_urlsafe(48)}",
        # One password is enough for both servers: they belong to this checkout and listen on the loopback only.
        "LOCAL_PASSWORD": lambda: secrets.token_urlsafe(24),
    }
    found: dict[str, str] = {}
    if layout.secrets.exists():
        lines = layout.secrets.read_text().splitlines()
        found = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    missing = [name for name in wanted if not found.get(name)]
    if missing:
        found |= {name: wanted[name]() for name in missing}
        body = "# Generated for this checkout by `make run`. Not for production.\n"
        write_private(layout.secrets, body + "".join(f"{name}={value}\n" for name, value in found.items()))
    return found


def write_private(path: Path, text: str) -> None:
    """Replace a file atomically. Only its owner can read it."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(text)
    draft.replace(path)


def port_is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Return whether a server could listen on this port now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # SO_REUSEADDR, as servers use it: a port with connections in TIME_WAIT counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """Return a free port of the loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def remembered_port(layout: Layout, name: str) -> int:
    """Return the port that this checkout used last for `name`, or else a free one, and remember it."""
    try:
        ports: dict[str, int] = json.loads(layout.ports.read_text())
    except (FileNotFoundError, ValueError):
        ports = {}
    port = ports.get(name)
    if port is not None and port_is_free(port):
        return port
    ports[name] = free_port()
    write_private(layout.ports, json.dumps(ports))
    return ports[name]
