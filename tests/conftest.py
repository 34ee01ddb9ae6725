"""Fixtures for all tests: real servers, a migrated database and an empty Redis per worker, the service and clients."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
import redis as redis_client
from xdist.remote import Producer  # type: ignore[import-untyped]
from xdist.scheduler.loadscope import LoadScopeScheduling  # type: ignore[import-untyped]

from service.db import migrations, roles
from tests.api import ApiClient, RunningService, WarmDatabase, config_for, running_service
from tests.servers import (
    DATABASE_VARIABLE,
    REDIS_VARIABLE,
    RUN_VARIABLE,
    Emptier,
    TestServers,
    as_role,
    create_app_login,
    create_database,
    drop_app_login,
    drop_databases,
    given,
    start_test_servers,
)
from tests.servers import (
    database_url as url_of_database,
)

_STACK = pytest.StashKey[ExitStack]()


def pytest_configure(config: pytest.Config) -> None:
    """Start the servers in the xdist controller; workers find them in the environment."""
    if os.environ.get("PYTEST_XDIST_WORKER"):
        return
    config.stash[_STACK] = ExitStack()
    os.environ[RUN_VARIABLE] = f"test_{uuid4().hex[:10]}"
    if config.getoption("numprocesses", None):
        _start(config)


def pytest_unconfigure(config: pytest.Config) -> None:
    if _STACK in config.stash:
        config.stash[_STACK].close()


def _start(config: pytest.Config) -> TestServers:
    stack = config.stash[_STACK]
    database_is_given = bool(given("DATABASE_URL"))
    servers = stack.enter_context(start_test_servers())
    os.environ[DATABASE_VARIABLE], os.environ[REDIS_VARIABLE] = servers.database_url, servers.redis_url
    if database_is_given:
        stack.callback(drop_app_login, servers.database_url)
        stack.callback(drop_databases, servers.database_url, os.environ[RUN_VARIABLE])
    return servers


_TIMED = ("tests/fire/", "tests/cache/test_redis_outages.py", "tests/cache/test_admission.py")
"""Tests with time limits, which run one after the other so that they do not compete for the processors."""


class _OneAfterTheOther(LoadScopeScheduling):  # type: ignore[misc]
    """Distributes tests one by one, except those of _TIMED, which all run in one worker.

    xdist's own `loadgroup` marks tests by a private field that pytest 9 no longer has.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "timed" if nodeid.startswith(_TIMED) else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    return _OneAfterTheOther(config, log)


@pytest.fixture(scope="session")
def servers(pytestconfig: pytest.Config) -> TestServers:
    """PostgreSQL and Redis, started once per run."""
    if os.environ.get("PYTEST_XDIST_WORKER"):
        return TestServers(os.environ[DATABASE_VARIABLE], os.environ[REDIS_VARIABLE])
    return _start(pytestconfig)


@pytest.fixture(scope="session")
def template_database(servers: TestServers) -> str:
    """The name of a migrated, empty database, created once per run. Copy it; do not connect to it."""
    name = f"{os.environ[RUN_VARIABLE]}_template"
    with psycopg.connect(servers.database_url, autocommit=True) as connection:
        # Workers run this at the same time; the first one creates the database.
        connection.execute("select pg_advisory_lock(hashtextextended(%s, 0))", (name,))
        found = connection.execute("select from pg_database where datname = %s", (name,)).fetchone()
        if found is None:
            draft = f"{name}_draft"
            url = create_database(servers.database_url, draft)
            roles.create(url, {})
            create_app_login(url)
            migrations.apply(as_role(url, roles.OWNER))
            connection.execute(f"alter database {draft} rename to {name}".encode())
    return name


@pytest.fixture(scope="session")
def worker_database(servers: TestServers, template_database: str, worker_id: str) -> Iterator[Emptier]:
    name = f"{os.environ[RUN_VARIABLE]}_{worker_id}"
    emptier = Emptier(create_database(servers.database_url, name, template_database))
    yield emptier
    emptier.close()


@pytest.fixture(scope="session")
def migrated_url(servers: TestServers, worker_database: Emptier, worker_id: str) -> str:
    """The database of `database_url`, for tests that only read its schema."""
    return url_of_database(servers.database_url, f"{os.environ[RUN_VARIABLE]}_{worker_id}")


@pytest.fixture
def database_url(migrated_url: str, worker_database: Emptier) -> str:
    """A migrated database without rows for this worker."""
    worker_database.empty()
    return migrated_url


@pytest.fixture(scope="session")
def worker_redis(servers: TestServers, worker_id: str) -> Iterator[redis_client.Redis]:
    # Database 0 may contain the keys of other users of the server.
    number = 1 + int(worker_id.removeprefix("gw")) if worker_id.startswith("gw") else 1
    client = redis_client.Redis.from_url(servers.redis(number))
    if client.dbsize():
        pytest.exit(f"Redis database {number} of the given server is not empty, and the tests would empty it.", 1)
    yield client
    client.flushdb()
    client.close()


@pytest.fixture
def redis_url(servers: TestServers, worker_redis: redis_client.Redis) -> str:
    """An empty Redis database for this worker."""
    worker_redis.flushdb()
    return servers.redis(worker_redis.connection_pool.connection_kwargs["db"])


@pytest.fixture(scope="session", autouse=True)
async def warm_connections() -> AsyncIterator[None]:
    yield
    WarmDatabase.terminate_all()


@pytest.fixture
async def service(database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[RunningService]:
    """The service under test, without any maker."""
    async with running_service(config_for(database_url, redis_url, tmp_path / "mail")) as service:
        yield service
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


@pytest.fixture
async def ada(service: RunningService) -> ApiClient:
    """A maker. `bob` is the second one, because ownership is tested with two."""
    return await service.maker("ada")


@pytest.fixture
async def bob(service: RunningService) -> ApiClient:
    return await service.maker("bob", address="192.0.2.7")


@pytest.fixture
async def cleo(service: RunningService) -> ApiClient:
    """A third maker."""
    return await service.maker("cleo", address="192.0.2.8")


@pytest.fixture
async def root(service: RunningService) -> ApiClient:
    """An admin."""
    return await service.admin()


@pytest.fixture
def visitor(service: RunningService) -> ApiClient:
    """An anonymous client."""
    return service.client()
