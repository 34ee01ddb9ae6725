"""Fixtures for moderation tests. `bob` and `cleo` report ada's projects."""

import pytest

from tests.api import ApiClient, RunningService


@pytest.fixture
async def rita(service: RunningService) -> ApiClient:
    """A second admin."""
    return await service.admin("root-rita", address="192.0.2.9")
