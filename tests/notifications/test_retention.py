"""Test the retention of notifications and the counters during purges."""

from datetime import timedelta

import attrs
import pytest

from service.features.accounts.notifications import delivery, jobs
from service.jobs import recount
from tests.api import ApiClient, RunningService
from tests.notifications.actions import (
    add_makers,
    assert_counters,
    id_of,
    mention,
    notifications_of,
    read,
    star,
    unread,
)


async def counts(service: RunningService) -> list[tuple[str, int, int]]:
    rows = await service.context.db.fetch(
        "select m.handle, b.kept, b.unread from notification_box b join maker m using (maker_id) order by m.handle"
    )
    return [tuple(row) for row in rows]


async def test_only_the_newest_notifications_are_kept(
    service: RunningService, ada: ApiClient, bob: ApiClient, tutor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "KEPT", 3)
    db = service.context.db
    (fan,) = await add_makers(db, 1)
    await star(db, fan, tutor)
    for n in range(5):
        await star(db, fan, await ada.published(f"Project {n}"))
        await service.deliver()
    assert [each["subject"]["project"]["title"] for each in await notifications_of(ada)] == [
        "Project 4",
        "Project 3",
        "Project 2",
    ]
    assert await unread(ada) == 3
    await read(ada, up_to=4)  # two of the kept ones
    await star(db, fan, await ada.published("Project 5"))
    assert len(await notifications_of(ada)) == 3
    assert await counts(service) == [("ada", 3, 2), ("bob", 1, 1)]
    assert await db.fetchval("select count(*) from notification_actor") == 4
    await assert_counters(service)


async def test_old_notifications_are_purged_in_portions_unless_updated(
    service: RunningService, ada: ApiClient, bob: ApiClient, coach: str, tutor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "PORTION", 2)
    db = service.context.db
    early, late = await add_makers(db, 2)
    others = [await ada.published(f"Project {n}") for n in range(4)]
    for path in (coach, tutor, *others):
        await star(db, early, path)
    await notifications_of(ada)
    await read(ada, up_to=2)
    service.clock.move(timedelta(days=89))
    await jobs.purge(service.context, {})
    assert await counts(service) == [("ada", 5, 3), ("bob", 1, 1)]
    await service.context.db.execute("update session set expires_at = now() + interval '1 year'")
    await star(db, late, others[3])
    await service.deliver()
    service.clock.move(timedelta(days=2))
    await jobs.purge(service.context, {})
    assert await counts(service) == [("ada", 1, 1), ("bob", 0, 0)]
    await assert_counters(service)


async def test_wrong_counters_are_recounted(
    service: RunningService,
    ada: ApiClient,
    bob: ApiClient,
    cleo: ApiClient,
    coach: str,
    tutor: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recount, "PORTION", 1)
    monkeypatch.setattr(recount, "RECOUNT_SECONDS", -1.0)  # run each portion in a separate job
    db = service.context.db
    await mention(db, "cleo", ["ada", "bob"], coach)
    await mention(db, "bob", ["cleo"], tutor)
    await service.deliver()
    await db.execute(
        "update notification_box set kept = 9, unread = 7 where maker_id = any($1)",
        [await id_of(db, "ada"), await id_of(db, "cleo")],
    )
    await jobs.repair_boxes(service.context, {})
    await service.deliver()
    assert await counts(service) == [("ada", 1, 1), ("bob", 1, 1), ("cleo", 1, 1)]


async def test_the_periodic_jobs_run(service: RunningService, ada: ApiClient) -> None:
    context = attrs.evolve(service.context)
    for _, run in jobs.PERIODIC.values():
        await run(context, {})
    assert set(jobs.PERIODIC) == {"notifications.digests", "notifications.purge", "notifications.repair"}
