"""Shared servers for the folder. Its tests run one after the other, also under xdist: see tests/conftest.py."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis as redis_client

from tests.fire.fixtures import ROUNDS, Deployment, prepared

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.timeout(120 * ROUNDS))


@pytest.fixture(scope="session")
def whole_deployment() -> Iterator[Deployment]:
    with prepared() as deployment:
        yield deployment


@pytest.fixture
def deployment(whole_deployment: Deployment) -> Iterator[Deployment]:
    """The running servers with an empty Redis. Servers that the test ended are started again afterwards."""
    with redis_client.Redis.from_url(whole_deployment.redis.url()) as redis:
        redis.flushall()
    yield whole_deployment
    try:
        with psycopg.connect(whole_deployment.postgres.url("postgres"), connect_timeout=2):
            pass
    except psycopg.OperationalError:
        whole_deployment.start_postgres()
    if whole_deployment.redis.process.poll() is not None:
        whole_deployment.start_redis()
