"""A copy of the files that `make run` uses, so that tests do not change the developer's checkout."""

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from attrs import define

from service.dev.local.layout import CHECKOUT, free_port
from service.dev.local.process import command_line


@define
class Checkout:
    """A copy of the checkout with a separate `.local/`."""

    root: Path
    port: int
    packages: Path | None = None
    """Packages that are found before the installed ones."""
    wrapper: tuple[str, ...] = ()
    """A command that runs each command of this checkout."""

    def environment(self, **more: str) -> dict[str, str]:
        # Ignore the environment of the developer's shell and of the test run.
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.root),
            "PORT": str(self.port),
            "WORKERS": "1",
            # A web build takes a minute, so only tests of the web run it.
            "WEB": "off",
            **({"PYTHONPATH": str(self.packages)} if self.packages else {}),
            **more,
        }

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*self.wrapper, sys.executable, "-m", "service", "local", *arguments],
            cwd=self.root,
            env=self.environment(**environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def start_ready(self, **environment: str) -> tuple[subprocess.Popen[str], str]:
        """Wait for the last line of the welcome and return the output."""
        process = self.start(**environment)
        said = ""
        assert process.stdout is not None
        for line in process.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        else:
            pytest.fail(f"make run ended:\n{said}")
        assert self.readyz() == 200
        return process, said

    def readyz(self) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status
        finally:
            connection.close()

    def urls(self) -> dict[str, str]:
        found: dict[str, str] = json.loads((self.root / ".local" / "running.json").read_text())
        return found

    def processes(self) -> list[int]:
        """Return the processes that run from this copy."""
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and int(entry.name) != os.getpid():
                try:
                    here = entry.joinpath("cwd").readlink()
                except OSError:
                    continue
                if str(self.root) in command_line(int(entry.name)) or here.is_relative_to(self.root):
                    found.append(int(entry.name))
        return found

    def wait_gone(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while left := self.processes():
            assert time.monotonic() < deadline, [command_line(pid) for pid in left]
            time.sleep(0.05)


@contextmanager
def copied(place: Path) -> Iterator[Checkout]:
    """Yield a checkout at `place` and kill its processes at the end."""
    for name in ("service", "sql", "migrations"):
        shutil.copytree(CHECKOUT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    made = Checkout(place, free_port())
    try:
        yield made
    finally:
        for pid in made.processes():
            os.kill(pid, signal.SIGKILL)
