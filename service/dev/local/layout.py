"""
Where a checkout keeps what it makes on this machine: everything under `.local/`, so that two checkouts never
meet.
"""

import json
import os
import secrets
import socket
from pathlib import Path

from attrs import frozen

CHECKOUT = Path(__file__).resolve().parents[3]


class LocalError(Exception):
    """Something on this machine stands in the way; the message says what, and what to do."""


@frozen
class Layout:
    """The places under one checkout's `.local/`."""

    root: Path

    @classmethod
    def of_checkout(cls) -> "Layout":
        """
        The layout of this checkout; makes `.local/`, readable by its owner only in what is secret.

        LOCAL_DIR in the environment is another place for it: a second system beside the first, as the browser tests
        start one.
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
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def lock(self) -> Path:
        """Locked (flock) by whoever runs this checkout's servers; holds what and who that is."""
        return self.root / "run.lock"

    @property
    def running(self) -> Path:
        """The environment of the servers that run now; removed when they stop."""
        return self.root / "running.json"

    @property
    def secrets(self) -> Path:
        return self.root / "secrets.env"

    @property
    def ports(self) -> Path:
        return self.root / "ports.json"


def read_secrets(layout: Layout) -> dict[str, str]:
    """The checkout's secrets (SECRET_KEYS, LOCAL_PASSWORD), made once and kept in a file of mode 0600."""
    wanted = {
        "SECRET_KEYS": lambda: f"local:{secrets.token_urlsafe(48)}",
        # One password for both servers: they listen on this machine only and belong to this checkout.
        "LOCAL_PASSWORD": lambda: secrets.token_urlsafe(24),
    }
    found: dict[str, str] = {}
    if layout.secrets.exists():
        lines = layout.secrets.read_text().splitlines()
        found = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    missing = [name for name in wanted if not found.get(name)]
    if missing:
        found |= {name: wanted[name]() for name in missing}
        body = "# Made once for this checkout by `make run`. Not for production.\n"
        write_private(layout.secrets, body + "".join(f"{name}={value}\n" for name, value in found.items()))
    return found


def write_private(path: Path, text: str) -> None:
    """Replaces a file in one step; only its owner can read it."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(text)
    draft.replace(path)


def port_is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether a server could listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As servers do: a port whose last connections are still closing (TIME_WAIT) counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port of the loopback that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def remembered_port(layout: Layout, name: str) -> int:
    """
    The port this checkout used last for `name`, or a free one, remembered, when it is new or was taken
    meanwhile.
    """
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
