"""The service under test, for the stories of moderation."""

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
    """Whose projects are reported."""
    return await service.maker("ada")


@pytest.fixture
async def bob(service: RunningService) -> ApiClient:
    """One who reports."""
    return await service.maker("bob", address="192.0.2.7")


@pytest.fixture
async def cleo(service: RunningService) -> ApiClient:
    """Another who reports."""
    return await service.maker("cleo", address="192.0.2.8")


@pytest.fixture
async def root(service: RunningService) -> ApiClient:
    """An admin."""
    return await service.admin()


@pytest.fixture
async def rita(service: RunningService) -> ApiClient:
    """Another admin."""
    return await service.admin("root-rita", address="192.0.2.9")


@pytest.fixture
def visitor(service: RunningService) -> ApiClient:
    """Nobody."""
    return service.client()
