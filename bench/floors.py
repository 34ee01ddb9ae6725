"""Floors of PostgreSQL and Redis: pgbench with the statements of a write, redis-benchmark with the admission script."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import redis
from attrs import frozen

from bench.servers import Servers
from service.cache import admission
from service.cache.limits import READ
from service.db.pool import PLANNING
from service.db.query import SQL_ROOT, read_sql
from service.dev.local.layout import LocalError
from service.dev.local.postgres import programs

CLIENTS: Final = 8
"""Connections of a worker of the service (DATABASE_POOL_SIZE)."""
GATE_CLIENTS: Final = 64

NO_PGBENCH: Final = (
    "pgbench is not installed, so P4 has no floor. Install the embedded PostgreSQL"
    " (`make setup`) or, on Debian, postgresql-contrib."
)
NO_REDIS_BENCHMARK: Final = "redis-benchmark is not installed. On Debian and Ubuntu: apt-get install redis-tools."

_MAKER: Final = "('00000000-0000-7000-8000-' || lpad(to_hex(cast(:n as integer)), 12, '0'))::uuid"
_PLACE: Final = ("'reader-' || cast(:m as integer)", "'project-' || cast(:m as integer)")
_COMMENT: Final = "lpad(to_hex(cast(:c as bigint)), 32, '0')::uuid"
_BODY: Final = "'Tried it with my class on Sunday, attempt ' || lpad(cast(:c as text), 16, '0') || ', and it held.'"


class FloorError(Exception):
    """A program failed; the message contains the end of its output."""


@frozen
class Statement:
    """A file of sql/ with its parameter values. `kept`: its row becomes variables for later statements."""

    name: str
    values: Sequence[str]
    kept: bool = False


_NOBODY: Final = "00000000-0000-7000-8000-000000000000"
_TOLD: Final = (
    f'{{"kind":"comment","actor_id":"{_NOBODY}","recipients":["{_NOBODY}"],'
    f'"subject":{{"project_id":"{_NOBODY}","comment_id":"{_NOBODY}"}}}}'
)
_PROJECT: Final = "cast(:project_id as uuid)"

WRITES: Final[Mapping[str, Sequence[Sequence[Statement]]]] = {
    "star": (
        (Statement("discovery/insert_star", (*_PLACE, _MAKER, "now()", "uuidv7()")),),
        (Statement("discovery/delete_star", (*_PLACE, _MAKER)),),
    ),
    "comment": (
        (
            Statement("discussion/lock_place", (*_PLACE, _MAKER, "true"), kept=True),
            Statement(
                "discussion/insert",
                (
                    *(_COMMENT, _PROJECT, "null", "1", _MAKER, _BODY, "'{}'", "null", "null", "null", "null", "now()"),
                    *("now() - interval '1 minute'", "array[uuidv7()]", f"array['{_TOLD}']"),
                ),
            ),
        ),
    ),
}
"""The service's statements per scenario and transaction.

One statement is a transaction by itself. tests/peers/test_floors.py compares them with the statements that the service
runs.
"""


def script(name: str, makers: int, readers: int) -> str:
    """Return the pgbench script. The first `makers` of `readers` act on other readers' projects, as in the scenario."""
    lines = [
        f"\\set n random(0, {makers - 1})",
        f"\\set m (:n + 1) % {readers}",
        "\\set i :i + 1",
        "\\set c :base + :i * 1000 + :client_id",
    ]
    for transaction in WRITES[name]:
        statements = [_text(statement) for statement in transaction]
        lines += statements if len(statements) == 1 else ["begin;", *statements, "commit;"]
    return "\n".join(lines) + "\n"


def _text(statement: Statement) -> str:
    sql = read_sql((SQL_ROOT / statement.name).with_suffix(".sql"))
    sql = "\n".join(line for line in sql.splitlines() if not line.lstrip().startswith("--"))
    sql = re.sub(r"\$(\d+)", lambda found: f"({statement.values[int(found[1]) - 1]})", sql)
    return f"{sql.strip()}{' \\gset' if statement.kept else ';'}"


def find_pgbench() -> str | None:
    """Return the path of pgbench: of the embedded PostgreSQL, on PATH, or in Debian's directory."""
    places = []
    with suppress(LocalError):
        places.append(programs() / "pgbench")
    if on_path := shutil.which("pgbench"):
        places.append(Path(on_path))
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin/pgbench"), reverse=True)
    return next((str(place) for place in places if place.exists()), None)


def pgbench(servers: Servers, name: str, makers: int, readers: int, seconds: float) -> float:
    """Return the requests per second that PostgreSQL handles for pgbench. Raise FloorError."""
    program = find_pgbench()
    assert program is not None, NO_PGBENCH
    file = servers.place / f"{name}.pgbench"
    file.write_text(script(name, makers, readers))
    # Comments of an earlier run have lower numbers.
    base = int(time.time()) * 1_000_000_000
    command = [program, "-n", "-M", "prepared", "-c", str(CLIENTS), "-j", "1", "-T", str(max(1, round(seconds)))]
    command += ["-D", "i=0", "-D", f"base={base}", "-f", str(file), servers.database_url]
    options = {"PGOPTIONS": " ".join(f"-c {name}={value}" for name, value in PLANNING.items())}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | options)
    found = re.search(r"^tps = ([\d.]+)", done.stdout, re.MULTILINE)
    if done.returncode != 0 or found is None:
        raise FloorError(f"pgbench failed with {done.returncode}:\n{done.stdout}{done.stderr}")
    return float(found[1]) * len(WRITES[name])


def find_redis_benchmark() -> str | None:
    return shutil.which("redis-benchmark")


def redis_admission(servers: Servers, requests: int) -> float:
    """Return the admission calls per second that Redis handles for redis-benchmark, with a live session and one limit.

    Each call is separate. Raise FloorError.
    """
    program = find_redis_benchmark()
    assert program is not None, NO_REDIS_BENCHMARK
    text = Path(admission.__file__).with_suffix(".lua").read_text(encoding="utf-8")
    with redis.Redis.from_url(servers.redis_url) as client:
        sha = str(client.script_load(text))
        client.set("{g0}:s:bench", "maker", ex=600)
    url = urlsplit(servers.redis_url)
    command = [program, "-h", str(url.hostname), "-p", str(url.port), "-a", unquote(url.password or "")]
    command += ["-c", str(GATE_CLIENTS), "-n", str(requests), "-r", "100000", "--csv"]
    command += ["EVALSHA", sha, "2", "{g0}:s:bench", "{g0}:l:bench:__rand_int__"]
    command += [str(READ.interval), str(READ.tolerance), "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith('"EVALSHA')]
    if done.returncode != 0 or not lines or "error" in done.stdout.lower():
        raise FloorError(f"redis-benchmark failed with {done.returncode}:\n{done.stdout}{done.stderr}")
    return float(lines[-1].split('","')[1])
