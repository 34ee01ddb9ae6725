"""`forks` counts the remixes that every visitor sees, whatever becomes of them, and whatever happens at once."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from service.features.community.discovery.recount import repair_projects
from service.features.projects.projects.jobs import purge
from tests.api import ApiClient, Reply, RunningService
from tests.moderation.actions import remove
from tests.remixes.acts import fork, forked, forks_of, recounted
from tests.workflows.lesson import CONTENT

LESSONS = "/projects/bob/lessons"
COACH = "/projects/ada/reading-coach"


async def in_lineage(visitor: ApiClient, source: str) -> int:
    """The remixes that a visitor sees."""
    nodes = (await visitor.get(f"{source}/lineage")).expect(200).json["nodes"]
    return sum(node["workflow"] is not None for node in nodes) - 1


async def test_a_visitor_reads_what_the_lineage_shows(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient, visitor: ApiClient, source: str
) -> None:
    await ada.draft("Reading coach")
    await forked(ada, source)

    async def counted() -> int:
        count = await forks_of(visitor, LESSONS)
        assert count == await in_lineage(visitor, source)
        assert {await forks_of(client, LESSONS) for client in (ada, bob, root)} == {count}, "one number for everybody"
        (listed,) = [
            row for row in (await visitor.get("/makers/bob/projects")).json["data"] if row["slug"] == "lessons"
        ]
        assert listed["forks"] == count
        await recounted(service)
        return count

    assert await counted() == 0, "a draft"
    (await ada.edit(COACH, tagline="Reads aloud.", body="How.")).expect(200)
    (await ada.post(f"{COACH}/publish")).expect(200)
    assert await counted() == 1
    for visibility, wanted in (("private", 0), ("public", 1), ("unlisted", 0), ("public", 1)):
        (await ada.edit(COACH, visibility=visibility)).expect(200)
        assert await counted() == wanted, visibility
    (await ada.post(f"{COACH}/archive")).expect(200)
    assert await counted() == 1, "an archived project is shown"
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
    await recounted(service)


async def test_a_purge_leaves_nothing_to_count(
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
    await recounted(service)


@pytest.mark.parametrize("seed", range(4))
async def test_everything_at_once(
    service: RunningService, ada: ApiClient, bob: ApiClient, root: ApiClient, visitor: ApiClient, source: str, seed: int
) -> None:
    """Remixes of each other: publishing, hiding, archiving, removing, deleting and purging race in every order."""
    dice = random.Random(seed)
    await ada.published("Reading coach")
    there = await forked(ada, source)
    back = await forked(bob, there, project="lessons")
    other = await bob.published("Other")
    more = await forked(bob, there, project="other")
    gone = await bob.published("Gone")
    await forked(bob, there, project="gone")
    (await bob.delete(gone)).expect(204)
    service.clock.move(timedelta(days=31))
    for client in (ada, bob, root):
        (await client.login()).expect(200)
    acts: list[Callable[[], Awaitable[Reply | None]]] = [
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
        lambda: fork(bob, there, project="lessons"),
        lambda: bob.delete(back),
        lambda: bob.delete(more),
        lambda: ada.put(f"{LESSONS}/star"),
        lambda: purge(service.context, {}),
    ]
    dice.shuffle(acts)
    replies = await asyncio.gather(*(_retried(act) for act in acts))
    assert {reply.status for reply in replies if reply is not None} <= {200, 201, 204, 404, 409, 412, 422}
    await recounted(service)
    assert (await bob.delete(source)).status in (204, 404)
    await recounted(service)


async def _retried(act: Callable[[], Awaitable[Reply | None]]) -> Reply | None:
    """Act again after a 503, as Retry-After asks. PostgreSQL takes a second to detect each deadlock, and a request
    waits two seconds for a lock."""
    reply = await act()
    return await act() if reply is not None and reply.status == 503 else reply


async def test_a_source_that_is_deleted_while_its_remix_is_published(
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
        await recounted(service)
        (await ada.edit(COACH, visibility="private")).expect(200)
        assert await forks_of(bob, lessons) == 0


async def test_the_job_recounts_what_was_counted_before(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, remix: str
) -> None:
    """The rows of a database whose release counted every remix: no row in counted_remix, private remixes counted."""
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
    await recounted(service)
    (await ada.delete(remix)).expect(204)
    assert await forks_of(bob, LESSONS) == 0
