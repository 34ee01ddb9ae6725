"""Who is measured: how each is started, and what it is in one line."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from attrs import frozen

from bench.dataset import ISSUER, SECRET
from bench.processes import running
from bench.servers import Servers
from service.local.layout import free_port

type Commands = Callable[[int, int, Path], list[list[str]]]
"""Port, number of worker processes and the file of the constant body → the commands to start."""


@frozen
class Contender:
    """One way to answer. `constant` ones answer any path with the scenario's body and do no work."""

    name: str
    title: str
    commands: Commands
    constant: bool = False


@frozen
class Running:
    """A contender that answers on `port`."""

    contender: Contender
    port: int
    pids: list[int]


def _peer(module: str, *, constant: bool = False) -> Commands:
    def commands(port: int, workers: int, body: Path) -> list[list[str]]:
        command = [sys.executable, "-m", f"bench.peers.{module}", "--port", str(port)]
        return [[*command, "--body", str(body)] if constant else command] * workers

    return commands


def _service(_port: int, _workers: int, _body: Path) -> list[list[str]]:
    return [[sys.executable, "-m", "service", "serve"]]


OURS: Final = Contender("service", "this service", _service)
FLOOR: Final = Contender("floor", "constant JSON through the service's own server", _peer("floor", constant=True), True)
AIOHTTP: Final = Contender(
    "aiohttp", "constant JSON through aiohttp's `web.Application`", _peer("aiohttp_constant", constant=True), True
)
OBVIOUS: Final = Contender("obvious", "aiohttp + asyncpg + redis-py + PyJWT, the obvious way", _peer("obvious"))


@contextmanager
def started(contender: Contender, servers: Servers, workers: int, body: Path) -> Iterator[Running]:
    """Runs a contender with `workers` processes. Raises StartError."""
    port = free_port()
    log = servers.place / f"{contender.name}-{workers}.log"
    with running(
        contender.commands(port, workers, body), environment(servers, port, workers), port=port, log=log
    ) as pids:
        yield Running(contender, port, pids)


def environment(servers: Servers, port: int, workers: int) -> Mapping[str, str]:
    """What a deployment sets, and nothing that is there for the bench: the service runs with its defaults."""
    return {
        "PATH": "/usr/bin:/bin",
        "DATABASE_URL": servers.database_url,
        "REDIS_URL": servers.redis_url,
        "MAIL_URL": f"file://{servers.place}/mail",
        "SECRET_KEYS": f"{SECRET.kid}:{SECRET.secret.decode()}",
        "PUBLIC_URL": ISSUER,
        "PORT": str(port),
        "METRICS_PORT": "0",
        "WORKERS": str(workers),
    }
