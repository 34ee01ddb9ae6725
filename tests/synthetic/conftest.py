"""A tiny world, loaded once per process; tests get copies."""

import asyncio
from collections.abc import Iterator
from uuid import uuid4

import pytest

from tests.servers import TestServers, create_database, drop_database
from tests.synthetic.fixtures import World, load_tiny


@pytest.fixture(scope="session")
def world(servers: TestServers, template_database: str, worker_id: str) -> Iterator[World]:
    name = f"{template_database}_{worker_id}_tiny"
    made = asyncio.run(load_tiny(create_database(servers.database_url, name, template_database)))
    yield World(name, made)
    drop_database(servers.database_url, name)


@pytest.fixture
def world_url(servers: TestServers, world: World) -> Iterator[str]:
    """A copy of the world that the test may change."""
    name = f"{world.database}_{uuid4().hex[:8]}"
    yield create_database(servers.database_url, name, world.database)
    drop_database(servers.database_url, name)
