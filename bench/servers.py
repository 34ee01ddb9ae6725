"""PostgreSQL and Redis for the benchmarks, with production settings: acknowledged writes are on disk."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import attrs
import psycopg
import redis
from attrs import frozen

from service.db import migrations
from service.dev.local.layout import CHECKOUT, free_port
from service.dev.local.postgres import DURABLE, Postgres
from service.dev.local.redis import Redis
from service.dev.local.servers import make_database

SETTINGS: Final[Mapping[str, str]] = {
    **DURABLE,
    "shared_buffers": "256MB",
    "shared_preload_libraries": "pg_stat_statements",
}


@frozen
class Counts:
    """Counters of both servers. `redis_reads`: reads from a socket, one per pipeline."""

    statements: int
    redis_reads: int


@frozen
class Servers:
    """The running servers. The process IDs are those of the started processes, whose children do part of the work."""

    place: Path
    database_url: str
    redis_url: str
    postgres_pid: int
    redis_pid: int
    versions: Mapping[str, str]

    def of(self, database_url: str) -> "Servers":
        """Return the same servers with another database."""
        with psycopg.connect(database_url, autocommit=True) as connection:
            connection.execute("create extension if not exists pg_stat_statements")
        return attrs.evolve(self, database_url=database_url)

    def counts(self) -> Counts:
        """Read the servers' statistics, without counting this read."""
        with psycopg.connect(self.database_url) as connection:
            sql = "select coalesce(sum(calls), 0)::bigint from pg_stat_statements where query !~ 'pg_stat_statements'"
            found = connection.execute(sql).fetchone()
        with redis.Redis.from_url(self.redis_url) as client:
            stats = client.info("stats")
        assert found is not None
        assert isinstance(stats, dict)
        return Counts(int(found[0]), int(stats["total_reads_processed"]))


@contextmanager
def started() -> Iterator[Servers]:
    """Start both in a folder under `.local/bench`, migrate, and delete everything at the end."""
    parent = CHECKOUT / ".local" / "bench"
    parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        place = Path(tempfile.mkdtemp(prefix="run-", dir=parent))
        stack.callback(shutil.rmtree, place, ignore_errors=True)
        postgres = Postgres(place / "pg", SETTINGS, place / "postgres.log", "bench", free_port)
        cache = Redis(place / "redis", place / "redis.log", "bench", free_port)
        stack.callback(postgres.stop)
        postgres.start()
        stack.callback(cache.stop)
        cache.start()
        postgres.wait_ready()
        cache.wait_ready()
        make_database(postgres)
        migrations.apply(postgres.url())
        with psycopg.connect(postgres.url(), autocommit=True) as connection:
            connection.execute("create extension if not exists pg_stat_statements")
            version = connection.info.server_version
        with redis.Redis.from_url(cache.url()) as client:
            said = client.info("server")
        assert isinstance(said, dict)
        yield Servers(
            place,
            postgres.url(),
            cache.url(),
            postgres.process.pid,
            cache.process.pid,
            {"postgresql": f"{version // 10_000}.{version % 10_000}", "redis": str(said["redis_version"])},
        )
