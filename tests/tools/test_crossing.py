"""Test crossing transactions: a change that one cannot see yet is counted by the other."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest

from tests.api import ApiClient
from tests.tools.test_use import content, save, use_counts

type Connection = psycopg.Connection[Any]


@pytest.fixture
def first(database_url: str) -> Iterator[Connection]:
    with psycopg.connect(database_url) as connection:
        yield connection


@pytest.fixture
def second(database_url: str) -> Iterator[Connection]:
    with psycopg.connect(database_url) as connection:
        yield connection


@contextmanager
def committing(second: Connection, observer: Connection) -> Iterator[None]:
    """Commit `second` after it waits for a lock, and end when it has committed."""
    observer.autocommit = True
    commit = threading.Thread(target=second.commit)
    commit.start()
    waits = "select 1 from pg_stat_activity where pid = %s and wait_event_type = 'Lock'"
    while commit.is_alive() and observer.execute(waits, (second.info.backend_pid,)).fetchone() is None:
        commit.join(0.01)
    assert commit.is_alive(), "it did not wait for the lock"
    yield
    commit.join(10)
    assert not commit.is_alive()


async def test_a_version_crosses_the_publishing_of_its_project(
    ada: ApiClient, visitor: ApiClient, database_url: str, first: Connection, second: Connection
) -> None:
    project = await ada.draft()
    await save(ada, project, "one", "claude")
    (await ada.post(f"{project}/workflows/one/versions", {"content": content("ollama")})).expect(201)
    # Only the head changes, as when a version is saved and the project unpublished.
    second.execute("update workflow set head_number = 1 where slug = 'one'")
    first.execute("update project set status = 'published', published_at = now() where slug = 'reading-coach'")
    with psycopg.connect(database_url) as observer, committing(second, observer):
        first.commit()
    assert await use_counts(visitor, "claude", "ollama") == {"claude": 1, "ollama": 0}


async def test_an_account_deletion_crosses_the_publishing_of_its_project(
    ada: ApiClient,
    visitor: ApiClient,
    database_url: str,
    first: Connection,
    second: Connection,
) -> None:
    project = await ada.draft(tags=["ai"])
    await save(ada, project, "one", "claude")
    first.execute(
        "update maker set status = 'deleted', handle = 'deleted-0123456789', email = null, password_hash = null"
        " where handle = 'ada'"
    )
    second.execute("update project set status = 'published', published_at = now() where slug = 'reading-coach'")
    with psycopg.connect(database_url) as observer, committing(second, observer):
        first.commit()
    assert await use_counts(visitor, "claude") == {"claude": 0}
    assert await visitor.pages("/tags") == [[]]
