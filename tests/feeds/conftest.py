"""The service under test, for feeds and trends."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.api import ApiClient, RunningService, config_for, running_service


@pytest.fixture
async def service(database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[RunningService]:
    async with running_service(config_for(database_url, redis_url, tmp_path / "mail")) as service:
        yield service


@pytest.fixture
async def ada(service: RunningService) -> ApiClient:
    return await service.maker("ada")


@pytest.fixture
async def bob(service: RunningService) -> ApiClient:
    return await service.maker("bob", address="192.0.2.7")


@pytest.fixture
def visitor(service: RunningService) -> ApiClient:
    """Nobody."""
    return service.client()
