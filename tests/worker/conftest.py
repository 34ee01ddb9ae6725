"""Fixtures that wire a job process as service/processes/job.py does."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from service.app import create_job_context
from service.core.config import Config
from service.db.pool import Database
from service.jobs.context import JobContext
from tests.servers import as_app


@pytest.fixture
def environment(database_url: str, redis_url: str, tmp_path: Path) -> dict[str, str]:
    """Environment of a job process. Mail is written to files."""
    return {
        "DATABASE_URL": as_app(database_url),
        "REDIS_URL": redis_url,
        "MAIL_URL": f"file://{tmp_path}/mail",
        "MAIL_FROM": "AIpoweredMakers <no-reply@makers.test>",
        "SECRET_KEYS": f"test:{'0' * 40}",
        "METRICS_PORT": "0",
    }


@pytest.fixture
def config(environment: dict[str, str]) -> Config:
    return Config.from_env(environment)


@pytest.fixture
async def context(config: Config) -> AsyncIterator[JobContext]:
    """The open context that job handlers get."""
    made = create_job_context(config)
    await made.db.start()
    await made.redis.start()
    yield made
    await made.redis.close()
    await made.db.close()


@pytest.fixture
def db(context: JobContext) -> Database:
    return context.db
