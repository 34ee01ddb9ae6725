"""The service under test, and makers around two projects."""

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
    """The owner. `bob` owns another project: what belongs to somebody is tested with two."""
    return await service.maker("ada")


@pytest.fixture
async def bob(service: RunningService) -> ApiClient:
    return await service.maker("bob", address="192.0.2.7")


@pytest.fixture
async def cleo(service: RunningService) -> ApiClient:
    """Who comes by."""
    return await service.maker("cleo", address="192.0.2.8")


@pytest.fixture
async def coach(ada: ApiClient) -> str:
    """The path of ada's project."""
    return await ada.published("Coach")


@pytest.fixture
async def tutor(bob: ApiClient) -> str:
    """The path of bob's."""
    return await bob.published("Tutor")
