"""Saturation with wrk: the maximum rate of a number of connections."""

import resource
import shutil
import subprocess
from pathlib import Path
from typing import Final

import orjson
from attrs import frozen

HOW_TO_GET: Final = "wrk is not installed, so nothing was measured. On Debian and Ubuntu: apt-get install wrk."

_SCRIPT: Final = Path(__file__).with_name("load.lua")


class LoadError(Exception):
    """wrk failed."""


@frozen
class Load:
    """Result of one run of wrk. `refused` responses were 4xx or 5xx; `broken` requests had none; `cpu` is wrk's own."""

    requests: int
    seconds: float
    bytes: int
    refused: int
    broken: int
    cpu: float

    @property
    def rate(self) -> float:
        """Return the responses per second."""
        return self.requests / self.seconds

    @property
    def busy(self) -> float:
        """Return the share of one core that wrk used. Near 1, wrk is the bottleneck."""
        return self.cpu / self.seconds


def find() -> str | None:
    """Return the path of wrk, or None if it is not installed."""
    return shutil.which("wrk")


def version() -> str:
    """Return the version, such as "debian/4.1.0-3+b2"."""
    said = subprocess.run(["wrk", "-v"], capture_output=True, text=True, check=False)
    return (said.stdout + said.stderr).split(" [")[0].removeprefix("wrk ").strip()


def load(port: int, requests: Path, *, connections: int, seconds: float) -> Load:
    """Send the requests of a file (see load.lua) repeatedly on one thread. Raise LoadError."""
    # wrk takes whole seconds only.
    command = ["wrk", "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--timeout", "5s"]
    command += ["-s", str(_SCRIPT), f"http://127.0.0.1:{port}/", "--", str(requests)]
    before = _children()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    cpu = _children() - before
    line = done.stdout.rstrip().rpartition("\n")[2]
    if done.returncode != 0 or not line.startswith("{"):
        raise LoadError(f"wrk failed with {done.returncode}:\n{done.stdout}{done.stderr}")
    said = orjson.loads(line)
    return Load(said["requests"], said["microseconds"] / 1e6, said["bytes"], said["refused"], said["broken"], cpu)


def _children() -> float:
    # This includes ended child processes; servers do not end during a load.
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
