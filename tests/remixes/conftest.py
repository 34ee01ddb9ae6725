"""Fixtures for remix tests: a workflow and its remix."""

import pytest

from tests.api import ApiClient
from tests.remixes.actions import forked
from tests.versions.fixtures import CONTENT


@pytest.fixture
async def source(bob: ApiClient) -> str:
    """Return the path of a public workflow of bob's with one version."""
    path = await bob.workflow(await bob.published("Lessons"), summary="Two prompts")
    (await bob.save_version(path, CONTENT, changelog="First")).expect(201)
    return path


@pytest.fixture
async def remix(ada: ApiClient, source: str) -> str:
    """Return the path of ada's remix of it."""
    await ada.published("Reading coach")
    return await forked(ada, source)
