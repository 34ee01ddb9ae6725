"""A second admin. Ada's projects are reported, by `bob` and `cleo`."""

import pytest

from tests.api import ApiClient, RunningService


@pytest.fixture
async def rita(service: RunningService) -> ApiClient:
    """Another admin."""
    return await service.admin("root-rita", address="192.0.2.9")
