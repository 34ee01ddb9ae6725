"""Synthetic worlds for measurements: given databases, or new ones on the benchmark's server."""

import asyncio
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from attrs import frozen

from bench.client import Client
from bench.contenders import environment
from bench.meter import CpuMeter
from bench.processes import running
from bench.servers import Servers
from service.core.clock import Clock, system_clock
from service.db import migrations
from service.dev.local.layout import free_port
from service.dev.synthetic.load import load_world
from service.dev.synthetic.progress import Progress
from service.dev.synthetic.sizes import SIZES


@frozen
class World:
    """A database with a synthetic world."""

    size: str
    database_url: str


@frozen
class Served:
    """A world behind a service with one process and no page cache, so that every request queries PostgreSQL."""

    world: World
    port: int
    pids: list[int]

    def client(self, *, cpu: bool) -> Client:
        """Return a client that measures response time or CPU time."""
        return Client(self.port, CpuMeter(self.pids, self.world.database_url) if cpu else None)


def made(servers: Servers, size: str, clock: Clock = system_clock) -> World:
    """Create a database with a world of this size for the moment of `clock`."""
    url = urlunsplit(urlsplit(servers.database_url)._replace(path=f"/{size}"))
    with psycopg.connect(servers.database_url, autocommit=True) as connection:
        connection.execute(f"create database {size}".encode())
    migrations.apply(url)
    progress = Progress(lambda line: print(line, file=sys.stderr), bars=sys.stderr.isatty())
    asyncio.run(load_world(url, SIZES[size], progress, clock=clock))
    return World(size, url)


def given_or_made(
    servers: Servers, sizes: Sequence[str], given: Mapping[str, str], clock: Clock = system_clock
) -> list[World]:
    """Yield a world for each size: that of `given` (size → URL) or a new one."""
    return [World(size, given[size]) if size in given else made(servers, size, clock) for size in sizes]


@contextmanager
def served(worlds: Sequence[World], servers: Servers) -> Iterator[list[Served]]:
    """Run one service per world at the same time. Raise StartError."""
    with ExitStack() as stack:
        found: list[Served] = []
        for number, world in enumerate(worlds, start=1):
            port = free_port()
            redis_url = urlunsplit(urlsplit(servers.redis_url)._replace(path=f"/{number}"))
            settings = {
                **environment(servers, port, 1),
                "DATABASE_URL": world.database_url,
                "REDIS_URL": redis_url,
                "PAGE_CACHE_BYTES": "0",
                "TRUSTED_PROXIES": "127.0.0.1",  # each request has a different address, so that none reaches a limit
                "LOG_LEVEL": "warning",
            }
            log = servers.place / f"served-{world.size}.log"
            pids = stack.enter_context(
                running([[sys.executable, "-m", "service", "serve"]], settings, port=port, log=Path(log))
            )
            found.append(Served(world, port, pids))
        yield found


def version(world: World) -> str:
    """Return the version of the world's PostgreSQL."""
    with psycopg.connect(world.database_url) as connection:
        number = connection.info.server_version
    return f"{number // 10_000}.{number % 10_000}"
