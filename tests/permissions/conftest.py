"""The service under test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.api import RunningService, config_for, running_service


@pytest.fixture
async def service(database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[RunningService]:
    async with running_service(config_for(database_url, redis_url, tmp_path / "mail")) as service:
        yield service
