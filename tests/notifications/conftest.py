"""The service under test, and makers who hear of each other."""

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
    """Who hears. `bob` hears too: what belongs to somebody is tested with two."""
    return await service.maker("ada")


@pytest.fixture
async def bob(service: RunningService) -> ApiClient:
    return await service.maker("bob", address="192.0.2.7")


@pytest.fixture
async def cleo(service: RunningService) -> ApiClient:
    """Who does things."""
    return await service.maker("cleo", address="192.0.2.8")


@pytest.fixture
async def coach(ada: ApiClient) -> str:
    """The path of a public project of ada's."""
    return await ada.published("Reading coach")


@pytest.fixture
async def tutor(bob: ApiClient) -> str:
    """The path of one of bob's."""
    return await bob.published("Tutor")
