"""Contenders: how each is started, and its description in one line."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from attrs import frozen

from bench.dataset import ISSUER, SECRET
from bench.peers import node
from bench.processes import running
from bench.servers import Servers
from service.dev.local.layout import free_port

type Commands = Callable[[int, int, Path], list[list[str]]]
"""Takes the port, the number of worker processes and the file of the constant body; returns the commands to start."""


def _nothing() -> None:
    return None


@frozen
class Contender:
    """One implementation. `constant` ones send the scenario's body for any path and do no work.

    `scenarios` are the names of those it implements; None means all. `lacking` prepares it and returns what is missing
    on this machine and how to install it, or None.
    """

    name: str
    title: str
    commands: Commands
    constant: bool = False
    scenarios: frozenset[str] | None = None
    lacking: Callable[[], str | None] = _nothing


@frozen
class Running:
    """A contender that listens on `port`."""

    contender: Contender
    port: int
    pids: list[int]


def _peer(module: str, *, constant: bool = False) -> Commands:
    def commands(port: int, workers: int, body: Path) -> list[list[str]]:
        command = [sys.executable, "-m", f"bench.peers.{module}", "--port", str(port)]
        return [[*command, "--body", str(body)] if constant else command] * workers

    return commands


def _fastapi(port: int, workers: int, _body: Path) -> list[list[str]]:
    return [[sys.executable, "-m", "bench.peers.fastapi", "--port", str(port), "--workers", str(workers)]]


def _fastify(port: int, workers: int, _body: Path) -> list[list[str]]:
    return [[node.program(), str(node.PEER / "server.js"), "--port", str(port), "--workers", str(workers)]]


def _service(_port: int, _workers: int, _body: Path) -> list[list[str]]:
    return [[sys.executable, "-m", "service", "serve"]]


OURS: Final = Contender("service", "this service", _service)
FLOOR: Final = Contender("floor", "constant JSON through the service's own server", _peer("floor", constant=True), True)
AIOHTTP: Final = Contender(
    "aiohttp", "constant JSON through aiohttp's `web.Application`", _peer("aiohttp_constant", constant=True), True
)
OBVIOUS: Final = Contender(
    "obvious",
    "aiohttp + asyncpg + redis-py + PyJWT, straightforward",
    _peer("obvious"),
    scenarios=frozenset({"guarded_read"}),
)
PEERED: Final = frozenset(
    {"guarded_read", "anonymous_read", "front_page", "not_modified", "search", "workflow_version", "star", "comment"}
)
"""Scenarios whose endpoints both complete peers implement."""
FASTAPI: Final = Contender(
    "fastapi", "FastAPI + SQLAlchemy 2 + Pydantic + redis-py on uvicorn", _fastapi, scenarios=PEERED
)
FASTIFY: Final = Contender(
    "fastify", "Fastify + postgres.js + ioredis on Node", _fastify, scenarios=PEERED, lacking=node.lacking
)
CONTENDERS: Final = (FLOOR, AIOHTTP, OURS, OBVIOUS, FASTAPI, FASTIFY)


def answering(scenario: str) -> tuple[Contender, ...]:
    """Return the contenders of a scenario: first the floors, then the service."""
    return tuple(each for each in CONTENDERS if each.scenarios is None or scenario in each.scenarios)


def present(contenders: Iterable[Contender]) -> tuple[list[Contender], list[str]]:
    """Return the contenders that can run on this machine, and why each other cannot."""
    found = [(contender, contender.lacking()) for contender in contenders]
    return [contender for contender, lack in found if lack is None], [lack for _, lack in found if lack is not None]


@contextmanager
def started(contender: Contender, servers: Servers, workers: int, body: Path) -> Iterator[Running]:
    """Run a contender with `workers` processes. Raise StartError."""
    port = free_port()
    log = servers.place / f"{contender.name}-{workers}.log"
    with running(
        contender.commands(port, workers, body), environment(servers, port, workers), port=port, log=log
    ) as pids:
        yield Running(contender, port, pids)


def environment(servers: Servers, port: int, workers: int) -> Mapping[str, str]:
    """Return the environment of a deployment behind a load balancer.

    The service runs with its defaults. X-Forwarded-For distinguishes clients without a token.
    """
    return {
        "PATH": "/usr/bin:/bin",
        "DATABASE_URL": servers.database_url,
        "REDIS_URL": servers.redis_url,
        "MAIL_URL": f"file://{servers.place}/mail",
        "SECRET_KEYS": f"{SECRET.kid}:{SECRET.secret.decode()}",
        "PUBLIC_URL": ISSUER,
        "TRUSTED_PROXIES": "127.0.0.1",
        "PORT": str(port),
        "METRICS_PORT": "0",
        "WORKERS": str(workers),
    }
