"""Fixtures for notification tests: projects of two owners. `cleo` causes the events."""

import pytest

from tests.api import ApiClient


@pytest.fixture
async def coach(ada: ApiClient) -> str:
    """Return the path of a public project of ada's."""
    return await ada.published("Reading coach")


@pytest.fixture
async def tutor(bob: ApiClient) -> str:
    """Return the path of a public project of bob's."""
    return await bob.published("Tutor")
