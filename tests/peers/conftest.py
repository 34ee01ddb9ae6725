"""Fixtures for tests of the benchmarks: a running service and a running peer."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import psycopg
import pytest
import redis

from bench.contenders import FASTAPI, FASTIFY, OBVIOUS, OURS, Contender, present, started
from bench.peers import node
from bench.servers import Servers
from service.dev.synthetic.load import load_world
from service.dev.synthetic.progress import Progress
from service.dev.synthetic.sizes import SIZES
from tests.peers.fixtures import ServiceAndPeer
from tests.servers import TestServers, create_database, drop_database

_REDIS: Final = 8
"""Redis database; tests/conftest.py uses those below."""


@pytest.fixture(scope="session")
def arena(
    servers: TestServers, template_database: str, worker_id: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Servers]:
    """PostgreSQL with a tiny synthetic world, created once per run, and a separate Redis."""
    name = f"{template_database}_{worker_id}_world"
    number = _REDIS + int(worker_id.removeprefix("gw")) % _REDIS if worker_id.startswith("gw") else _REDIS
    url = create_database(servers.database_url, name, template_database)
    with redis.Redis.from_url(servers.redis(number)) as client:
        if client.dbsize():
            pytest.exit(f"Redis database {number} of the given server is not empty, and the tests would empty it.", 1)
        asyncio.run(load_world(url, SIZES["tiny"], Progress(lambda _line: None, bars=False)))
        yield Servers(tmp_path_factory.mktemp("arena"), url, servers.redis(number), 0, 0, {})
        client.flushdb()
    drop_database(servers.database_url, name)


@pytest.fixture(scope="session")
def service_port(arena: Servers) -> Iterator[int]:
    with started(OURS, arena, 1, Path(os.devnull)) as running:
        yield running.port


@pytest.fixture(scope="session", params=[OBVIOUS, FASTAPI, FASTIFY], ids=lambda peer: peer.name)
def peer(request: pytest.FixtureRequest, arena: Servers) -> Iterator[tuple[Contender, int]]:
    contender: Contender = request.param
    if contender is FASTIFY and (absent := node.absent()):
        pytest.skip(absent)
    assert present([contender]) == ([contender], [])
    with ExitStack() as stack:
        yield contender, stack.enter_context(started(contender, arena, 1, Path(os.devnull))).port


@pytest.fixture
def both(arena: Servers, service_port: int, peer: tuple[Contender, int]) -> ServiceAndPeer:
    """The service and a peer, with an empty Redis and no waiting jobs."""
    contender, port = peer
    with redis.Redis.from_url(arena.redis_url) as client, psycopg.connect(arena.database_url) as connection:
        client.flushdb()
        connection.execute("delete from outbox_job")
    return ServiceAndPeer(
        arena.database_url, arena.redis_url, {OURS.name: service_port, contender.name: port}, contender.name
    )
