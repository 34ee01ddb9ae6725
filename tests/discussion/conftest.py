"""Two projects: what belongs to somebody is tested with two. `cleo` is who comes by."""

import pytest

from tests.api import ApiClient


@pytest.fixture
async def coach(ada: ApiClient) -> str:
    """The path of ada's project."""
    return await ada.published("Coach")


@pytest.fixture
async def tutor(bob: ApiClient) -> str:
    """The path of bob's."""
    return await bob.published("Tutor")
