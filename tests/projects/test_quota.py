"""Test storage quotas: 500 projects and 500 MB per maker, exact, and released by deletion."""

import asyncio
import random
import string
from typing import Any

import psycopg
import pytest

from service.features.projects.projects.domain import MAX_PROJECTS, MAX_STORED
from tests.api import ApiClient, Reply
from tests.discussion.actions import comment

FULL = "quota_exceeded"


class Storage:
    """Access to the storage counters of makers."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url

    def set(self, handle: str, **columns: int) -> None:
        with psycopg.connect(self._url) as connection:
            for name, value in columns.items():
                connection.execute(
                    f"insert into maker_storage (maker_id, {name}) select maker_id, %s from maker where handle = %s"
                    f" on conflict (maker_id) do update set {name} = excluded.{name}",
                    (value, handle),
                )

    def of(self, handle: str) -> tuple[int, int]:
        with psycopg.connect(self._url) as connection:
            found = connection.execute(
                "select projects, bytes from maker_storage join maker using (maker_id) where handle = %s", (handle,)
            ).fetchone()
        return (0, 0) if found is None else (found[0], found[1])


@pytest.fixture
def storage(database_url: str) -> Storage:
    return Storage(database_url)


def content(text: str, steps: int = 1) -> dict[str, Any]:
    return {"steps": [{"key": f"s{n}", "title": "One", "template": text} for n in range(steps)]}


def rejected(reply: Reply, number: str) -> None:
    assert number in reply.expect(409, FULL).json["detail"]


async def test_a_maker_owns_500_projects(ada: ApiClient, bob: ApiClient, storage: Storage) -> None:
    storage.set("ada", projects=MAX_PROJECTS - 1)
    (await ada.create_project("The last one")).expect(201)
    rejected(await ada.create_project("One too many"), "500")
    (await bob.create_project("One of another")).expect(201)
    (await ada.edit("/projects/ada/the-last-one", body="Editing goes on.")).expect(200)
    assert (storage.of("ada")[0], storage.of("bob")[0]) == (MAX_PROJECTS, 1)


async def test_concurrent_creations_stop_at_the_quota(ada: ApiClient, storage: Storage) -> None:
    storage.set("ada", projects=MAX_PROJECTS - 2)
    replies = await asyncio.gather(*(ada.create_project(f"Project {n}") for n in range(6)))
    assert sorted(reply.status for reply in replies) == [201] * 2 + [409] * 4
    assert {reply.code for reply in replies} == {"", FULL}
    assert storage.of("ada")[0] == MAX_PROJECTS


async def test_a_project_counts_for_its_new_owner(
    ada: ApiClient, bob: ApiClient, storage: Storage, database_url: str
) -> None:
    path = await ada.draft("Lamp", body="Light. " * 100)
    with psycopg.connect(database_url) as connection:
        connection.execute(
            "insert into project_member (project_id, maker_id, role, created_at)"
            " select p.project_id, m.maker_id, 'editor', p.created_at from project p, maker m where m.handle = 'bob'"
        )
    before = storage.of("ada")
    storage.set("bob", projects=MAX_PROJECTS)
    rejected(await ada.post(f"{path}/transfer", {"handle": "bob"}), "500")
    storage.set("bob", projects=MAX_PROJECTS - 1)
    assert (await ada.post(f"{path}/transfer", {"handle": "bob"})).status in (200, 204)
    assert (storage.of("ada"), storage.of("bob")) == ((0, 0), (MAX_PROJECTS, before[1]))


async def test_a_maker_stores_500_megabytes(ada: ApiClient, bob: ApiClient, storage: Storage) -> None:
    path = await ada.published("Lamp")
    flow = await ada.workflow(path, "Flow", content=content("Say hello."))
    others = await bob.workflow(await bob.published("Coach"), "Flow", content=content("Say hello."))
    storage.set("ada", bytes=MAX_STORED)
    rejected(await ada.save_version(flow), "500 MB")
    rejected(await ada.save_draft(flow, content("Say hello, and goodbye.")), "500 MB")
    rejected(await comment(ada, path), "500 MB")
    rejected(await ada.edit(path, body="More text."), "500 MB")
    rejected(await ada.post(f"{path}/workflows", {"title": "Another"}), "500 MB")
    (await ada.save_draft(flow, content("Hello."))).expect(200)  # less data is always accepted
    (await bob.save_version(others)).expect(201)
    (await comment(bob, path)).expect(201)
    # Deleting frees space.
    storage.set("ada", bytes=MAX_STORED - 10)
    (await ada.delete(flow)).expect(204)
    assert storage.of("ada")[1] < MAX_STORED - 10
    (await comment(ada, path, "Hi.")).expect(201)


async def test_deletions_release_all_their_storage(ada: ApiClient, bob: ApiClient, storage: Storage) -> None:
    """PostgreSQL stores small texts inline and large ones separately, compressed or not.

    Each counts the same when added and deleted.
    """
    random_text = "".join(random.Random(7).choices(string.ascii_letters + " ", k=15_000))
    path = await ada.published("Lamp")
    empty = storage.of("ada"), storage.of("bob")
    flow = await ada.workflow(path, "Flow")
    for text in ("Short.", "Long. " * 3000, random_text):
        (await ada.save_draft(flow, content(text, 5))).expect(200)
        (await ada.save_version(flow, key=str(len(text)))).expect(201)
        (await comment(bob, path, text[:9000])).expect(201)
    mine = (await comment(ada, path, random_text[:9000])).expect(201).json["comment_id"]
    assert storage.of("ada")[1] > 150_000
    (await ada.delete(f"/comments/{mine}")).expect(204)
    (await ada.delete(flow)).expect(204)
    for item in (await bob.get(f"{path}/comments")).expect(200).json["data"]:
        (await bob.delete(f"/comments/{item['comment_id']}")).expect(204)
    # Responses stored for idempotency keys remain for a day.
    with psycopg.connect(storage._url) as connection:
        connection.execute("delete from idempotency_key")
    assert (storage.of("ada"), storage.of("bob")) == empty
