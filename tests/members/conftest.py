"""Two projects: what belongs to somebody is tested with two. `cleo` is who is invited."""

import pytest

from tests.api import ApiClient


@pytest.fixture
async def coach(ada: ApiClient) -> str:
    """The path of ada's project, a private draft."""
    return await ada.draft("Coach", visibility="private")


@pytest.fixture
async def tutor(bob: ApiClient) -> str:
    """The path of bob's, of the same kind."""
    return await bob.draft("Tutor", visibility="private")
