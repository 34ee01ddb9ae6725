"""CPU time of a service and of its PostgreSQL, to the nanosecond: what a request costs, whoever else is at work."""

from pathlib import Path
from typing import Any

import psycopg

from bench.processes import tree


class CpuMeter:
    """Reads what the service's processes and their backends have used so far; Linux, servers on this machine.

    One client that waits for each answer, on a quiet machine with everything in memory, waits about this long.
    """

    def __init__(self, pids: list[int], database_url: str) -> None:
        self._service = tree(pids)
        self._connection: psycopg.Connection[Any] = psycopg.connect(database_url, autocommit=True)
        self._backends: list[int] = []
        self.look()

    def look(self) -> None:
        """Finds the backends there are now: the pool opens them when they are needed."""
        found = self._connection.execute(
            "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
        )
        self._backends = [pid for (pid,) in found]

    def milliseconds(self) -> float:
        """On a core, all threads together (proc(5), schedstat: the first of three numbers, in ns)."""
        return sum(map(_used, [*self._service, *self._backends])) / 1e6

    def close(self) -> None:
        self._connection.close()


def _used(pid: int) -> int:
    try:
        return sum(int(task.read_text().split()[0]) for task in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    except OSError:
        return 0  # it has ended
