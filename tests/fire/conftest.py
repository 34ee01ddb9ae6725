"""One ground for the folder. Its tests run one after the other, under xdist too: see tests/conftest.py."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis as redis_client

from tests.fire.ground import ROUNDS, Ground, prepared

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.timeout(120 * ROUNDS))


@pytest.fixture(scope="session")
def whole_ground() -> Iterator[Ground]:
    with prepared() as ground:
        yield ground


@pytest.fixture
def ground(whole_ground: Ground) -> Iterator[Ground]:
    """The servers, running; Redis is empty. Put back as they were, whatever the test did."""
    with redis_client.Redis.from_url(whole_ground.redis.url()) as redis:
        redis.flushall()
    yield whole_ground
    try:
        with psycopg.connect(whole_ground.postgres.url("postgres"), connect_timeout=2):
            pass
    except psycopg.OperationalError:
        whole_ground.start_postgres()
    if whole_ground.redis.process.poll() is not None:
        whole_ground.start_redis()
