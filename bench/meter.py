"""CPU time of a service and its PostgreSQL in nanoseconds: the cost of a request, independent of other processes."""

from pathlib import Path
from typing import Any

import psycopg

from bench.processes import tree


class CpuMeter:
    """Reads the CPU time of the service's processes and database backends (Linux, servers on this machine).

    For one client at a time on a quiet machine, this is about the response time.
    """

    def __init__(self, pids: list[int], database_url: str) -> None:
        self._service = tree(pids)
        self._connection: psycopg.Connection[Any] = psycopg.connect(database_url, autocommit=True)
        self._backends: list[int] = []
        self.look()

    def look(self) -> None:
        """Find the current backends, which the pool opens on demand."""
        found = self._connection.execute(
            "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
        )
        self._backends = [pid for (pid,) in found]

    def milliseconds(self) -> float:
        """Return the CPU time of all threads (proc(5), schedstat: the first of three numbers, in ns)."""
        return sum(map(_used, [*self._service, *self._backends])) / 1e6

    def close(self) -> None:
        self._connection.close()


def _used(pid: int) -> int:
    try:
        return sum(int(task.read_text().split()[0]) for task in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    except OSError:
        return 0  # the process has ended
