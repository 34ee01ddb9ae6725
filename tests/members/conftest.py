"""Fixtures for membership tests: projects of two owners. `cleo` is invited to them."""

import pytest

from tests.api import ApiClient


@pytest.fixture
async def coach(ada: ApiClient) -> str:
    """Return the path of ada's project, a private draft."""
    return await ada.draft("Coach", visibility="private")


@pytest.fixture
async def tutor(bob: ApiClient) -> str:
    """Return the path of bob's project, a private draft."""
    return await bob.draft("Tutor", visibility="private")
