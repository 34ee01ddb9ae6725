"""Server processes under measurement: start, wait, read CPU time and end."""

import http.client
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from bench.request import Request, ask
from service.dev.local.layout import CHECKOUT
from service.dev.local.process import is_alive, start, stop_child

_TICKS: Final = os.sysconf("SC_CLK_TCK")
_START_SECONDS: Final = 30.0


class StartError(Exception):
    """A server did not start; the message contains the end of its output."""


def tree(pids: Sequence[int]) -> list[int]:
    """Return the processes and all their descendants."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (stat := _stat(int(entry.name))):
            children.setdefault(int(stat[1]), []).append(int(entry.name))
    found = list(pids)
    for pid in found:  # grows during the loop
        found += children.get(pid, [])
    return found


def cpu_seconds(pids: Sequence[int]) -> float:
    """Return the user and system CPU seconds of the processes, their descendants and ended children."""
    # utime, stime, cutime, cstime: proc(5)
    return sum(sum(map(int, stat[11:15])) for pid in tree(pids) if (stat := _stat(pid))) / _TICKS


def resident_bytes(pids: Sequence[int], *, whole: bool = True) -> int:
    """Return the resident memory of the processes and, if `whole`, their descendants; shared pages count once per
    process.
    """
    page = os.sysconf("SC_PAGE_SIZE")
    return sum(int(stat[21]) * page for pid in (tree(pids) if whole else pids) if (stat := _stat(pid)))


def leaves(pids: Sequence[int]) -> list[int]:
    """Return the processes and descendants without children: the workers, without their parents."""
    return [pid for pid in tree(pids) if tree([pid]) == [pid]]


def _stat(pid: int) -> list[bytes]:
    """Return the fields after the name, or none if the process has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return []


@contextmanager
def running(
    commands: Sequence[Sequence[str]],
    environment: Mapping[str, str],
    *,
    port: int,
    log: Path,
    directory: Path = CHECKOUT,
) -> Iterator[list[int]]:
    """Start the processes that listen on `port` and yield their IDs when GET /readyz has a status below 500.

    Raise StartError.
    """
    with ExitStack() as stack, log.open("ab") as output:
        children: list[subprocess.Popen[bytes]] = []
        for command in commands:
            child = start(
                command, log=output, on_parent_death=signal.SIGTERM, environment=environment, directory=directory
            )
            stack.callback(stop_child, child, signal.SIGTERM, patience=15.0)
            children.append(child)
        deadline = time.monotonic() + _START_SECONDS
        while not _answers(port):
            if time.monotonic() > deadline or not all(is_alive(child.pid) for child in children):
                words = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
                raise StartError(f"{' '.join(commands[0])} did not start. The end of its output:\n{words}")
            time.sleep(0.01)
        yield [child.pid for child in children]


def _answers(port: int) -> bool:
    try:
        return ask(port, Request("/readyz"))[0] < 500
    except (OSError, http.client.HTTPException):
        return False
