"""Two projects, whose owners hear of what happens: what belongs to somebody is tested with two. `cleo` does things."""

import pytest

from tests.api import ApiClient


@pytest.fixture
async def coach(ada: ApiClient) -> str:
    """The path of a public project of ada's."""
    return await ada.published("Reading coach")


@pytest.fixture
async def tutor(bob: ApiClient) -> str:
    """The path of one of bob's."""
    return await bob.published("Tutor")
