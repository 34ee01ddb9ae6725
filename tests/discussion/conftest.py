"""Fixtures for comment tests: projects of two owners. `cleo` comments on them."""

import pytest

from tests.api import ApiClient


@pytest.fixture
async def coach(ada: ApiClient) -> str:
    """Return the path of ada's project."""
    return await ada.published("Coach")


@pytest.fixture
async def tutor(bob: ApiClient) -> str:
    """Return the path of bob's project."""
    return await bob.published("Tutor")
