"""Test that `forks` counts the remixes visible to every visitor, after any change and under concurrency."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from service.features.community.discovery.recount import repair_projects
from service.features.projects.projects.jobs import purge
from tests.api import ApiClient, Reply, RunningService
from tests.moderation.actions import remove
from tests.remixes.actions import assert_counters, fork, forked, forks_of
from tests.versions.fixtures import CONTENT

LESSONS = "/projects/bob/lessons"
COACH = "/projects/ada/reading-coach"


async def in_lineage(visitor: ApiClient, source: str) -> int:
    """Return the remixes that a visitor sees."""
    nodes = (await visitor.get(f"{source}/lineage")).expect(200).json["nodes"]
    return sum(node["workflow"] is not None for node in nodes) - 1


async def test_the_count_equals_the_visible_remixes(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient, visitor: ApiClient, source: str
) -> None:
    await ada.draft("Reading coach")
    await forked(ada, source)

    async def counted() -> int:
        count = await forks_of(visitor, LESSONS)
        assert count == await in_lineage(visitor, source)
        assert {await forks_of(client, LESSONS) for client in (ada, bob, root)} == {count}, "the numbers differ"
        (listed,) = [
            row for row in (await visitor.get("/makers/bob/projects")).json["data"] if row["slug"] == "lessons"
        ]
        assert listed["forks"] == count
        await assert_counters(service)
        return count

    assert await counted() == 0, "a draft is counted"
    (await ada.edit(COACH, tagline="Reads aloud.", body="How.")).expect(200)
    (await ada.post(f"{COACH}/publish")).expect(200)
    assert await counted() == 1
    for visibility, wanted in (("private", 0), ("public", 1), ("unlisted", 0), ("public", 1)):
        (await ada.edit(COACH, visibility=visibility)).expect(200)
        assert await counted() == wanted, visibility
    (await ada.post(f"{COACH}/archive")).expect(200)
    assert await counted() == 1, "an archived project is not counted"
    (await remove(root, COACH)).expect(204)
    assert await counted() == 0
    (await root.delete(f"/admin{COACH}/removal")).expect(204)
    assert await counted() == 1
    (await ada.delete(COACH)).expect(204)
    assert await counted() == 0
    (await ada.post(f"{COACH}/restore")).expect(200)
    assert await counted() == 1
    (await ada.delete_me()).expect(204)
    count = await forks_of(visitor, LESSONS)
    assert count == await in_lineage(visitor, source) == 0
    await assert_counters(service)


async def test_purged_remixes_are_not_counted(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, remix: str
) -> None:
    third = await forked(bob, remix, project="lessons")
    assert (await forks_of(bob, LESSONS), await forks_of(bob, COACH)) == (1, 1)
    (await bob.delete(LESSONS)).expect(204)
    assert await forks_of(ada, COACH) == 0
    service.clock.move(timedelta(days=31))
    await purge(service.context, {})
    (await bob.login()).expect(200)
    assert await service.context.db.fetchval("select count(*) from counted_remix") == 0
    (await bob.get(third)).expect(404)
    await assert_counters(service)


@pytest.mark.parametrize("seed", range(4))
async def test_the_count_is_exact_after_concurrent_changes(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient, visitor: ApiClient, source: str, seed: int
) -> None:
    """Two workflows are remixes of each other; publishing, hiding, archiving, removing, deleting and purging race."""
    prng = random.Random(seed)
    await ada.published("Reading coach")
    remix = await forked(ada, source)
    remix_of_remix = await forked(bob, remix, project="lessons")
    other = await bob.published("Other")
    other_remix = await forked(bob, remix, project="other")
    purged = await bob.published("Gone")
    await forked(bob, remix, project="gone")
    (await bob.delete(purged)).expect(204)
    service.clock.move(timedelta(days=31))
    for client in (ada, bob, root):
        (await client.login()).expect(200)
    actions: list[Callable[[], Awaitable[Reply | None]]] = [
        lambda: ada.edit(COACH, visibility="private"),
        lambda: ada.edit(COACH, visibility="public"),
        lambda: bob.edit(LESSONS, visibility="private"),
        lambda: bob.edit(LESSONS, visibility="public"),
        lambda: bob.post(f"{other}/archive"),
        lambda: bob.post(f"{other}/unarchive"),
        lambda: remove(root, other),
        lambda: root.delete(f"/admin{other}/removal"),
        lambda: bob.delete(other),
        lambda: bob.post(f"{other}/restore"),
        lambda: fork(ada, source),
        lambda: fork(bob, remix, project="lessons"),
        lambda: bob.delete(remix_of_remix),
        lambda: bob.delete(other_remix),
        lambda: ada.put(f"{LESSONS}/star"),
        lambda: purge(service.context, {}),
    ]
    prng.shuffle(actions)
    replies = await asyncio.gather(*(_retried(action) for action in actions))
    assert {reply.status for reply in replies if reply is not None} <= {200, 201, 204, 404, 409, 412, 422}
    await assert_counters(service)
    assert (await bob.delete(source)).status in (204, 404)
    await assert_counters(service)


async def _retried(action: Callable[[], Awaitable[Reply | None]]) -> Reply | None:
    """Repeat the request after a 503, as Retry-After asks.

    PostgreSQL takes a second to detect a deadlock, and a request waits two seconds for a lock.
    """
    reply = await action()
    return await action() if reply is not None and reply.status == 503 else reply


async def test_a_source_is_deleted_while_its_remix_is_published(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    await ada.published("Reading coach", visibility="private")
    lessons = await bob.published("Lessons")
    for turn in range(5):
        path = await bob.workflow(lessons, f"Lesson {turn}", content=CONTENT)
        (await bob.save_version(path)).expect(201)
        await forked(ada, path)
        shown, deleted = await asyncio.gather(ada.edit(COACH, visibility="public"), bob.delete(path))
        assert (shown.status, deleted.status) == (200, 204)
        await assert_counters(service)
        (await ada.edit(COACH, visibility="private")).expect(200)
        assert await forks_of(bob, lessons) == 0


async def test_the_job_corrects_counts_of_older_releases(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, remix: str
) -> None:
    """Older releases counted private remixes and had no rows in counted_remix."""
    await ada.draft("Secret")
    await forked(ada, source, project="secret")
    db = service.context.db
    await db.execute("delete from counted_remix")
    await db.execute(
        "update project_stats set forks = 2 where project_id = (select project_id from project where slug = 'lessons')"
    )
    assert await forks_of(bob, LESSONS) == 2
    await repair_projects(service.context, {})
    assert await forks_of(bob, LESSONS) == 1
    await assert_counters(service)
    (await ada.delete(remix)).expect(204)
    assert await forks_of(bob, LESSONS) == 0
