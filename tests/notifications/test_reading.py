"""Test the list of notifications, unread counts and marking as read, also under concurrency."""

import asyncio

from service.features.accounts.notifications.queries import list_missed
from service.features.accounts.notifications.reading import notification_of
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


async def lines(service: RunningService, owner: ApiClient, count: int) -> list[str]:
    """Create projects of a maker with one star each, which gives one notification each."""
    (fan,) = await add_makers(service.context.db, 1)
    paths = [await owner.published(f"Project {n}") for n in range(count)]
    for path in paths:
        await star(service.context.db, fan, path)
        await service.deliver()
    return paths


async def test_pages_are_ordered_newest_first(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    await lines(service, ada, 7)
    pages = await ada.pages("/notifications", 3)
    assert [len(page) for page in pages] == [3, 3, 1]
    seqs = [each["seq"] for page in pages for each in page]
    assert seqs == sorted(seqs, reverse=True)
    assert len(set(seqs)) == 7
    assert await bob.pages("/notifications", 3) == [[]]

    await read(ada, notification_ids=[pages[0][1]["notification_id"], pages[1][0]["notification_id"]])
    waiting = await ada.pages("/notifications?unread=true", 2)
    assert [len(page) for page in waiting] == [2, 2, 1]
    assert {each["seq"] for page in waiting for each in page} == set(seqs) - {pages[0][1]["seq"], pages[1][0]["seq"]}
    assert (await ada.get("/notifications/unread")).json == {"unread": 5, "seq": seqs[0]}
    assert (await bob.get("/notifications/unread")).json == {"unread": 0, "seq": 0}


async def test_a_cursor_is_valid_for_one_maker_and_list(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    await lines(service, ada, 2)
    cursor = (await ada.get("/notifications?limit=1")).json["next_cursor"]
    (await bob.get(f"/notifications?cursor={cursor}")).expect(400, "invalid_cursor")
    (await ada.get(f"/notifications?unread=true&cursor={cursor}")).expect(400, "invalid_cursor")


async def test_the_number_of_statements_does_not_depend_on_the_page_size(
    service: RunningService, ada: ApiClient
) -> None:
    await lines(service, ada, 6)
    await ada.get("/notifications?limit=1")
    db = service.app.deps.db
    spent = []
    for limit in (1, 6):
        before = db.statement_count
        (await ada.get(f"/notifications?limit={limit}")).expect(200)
        spent.append(db.statement_count - before)
    assert spent[0] == spent[1] <= 2


async def test_a_list_continues_after_a_number(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    paths = await lines(service, ada, 3)
    ada_id = await id_of(service.context.db, "ada")
    first, *_ = await list_missed(service.context.db, [ada_id], [0], 1)
    rest = await list_missed(service.context.db, [ada_id], [first.seq], 100)
    assert [notification_of(row).seq for row in rest] == [2, 3]
    # An updated notification is new and gets a new number.
    (more,) = await add_makers(service.context.db, 1, "more")
    await star(service.context.db, more, paths[0])
    await service.deliver()
    (grown,) = await list_missed(service.context.db, [ada_id], [3], 100)
    assert (grown.notification_id, grown.seq, grown.actors) == (first.notification_id, 4, 2)
    assert await list_missed(service.context.db, [await id_of(service.context.db, "bob")], [0], 100) == []


async def test_marking_as_read(service: RunningService, ada: ApiClient) -> None:
    await lines(service, ada, 3)
    newest, middle, oldest = await notifications_of(ada)
    await read(ada, notification_ids=[middle["notification_id"]])
    assert [each["read_at"] is None for each in await notifications_of(ada)] == [True, False, True]
    await read(ada, up_to=middle["seq"])
    assert [each["read_at"] is None for each in await notifications_of(ada)] == [True, False, False]
    before = await notifications_of(ada)
    await read(ada, up_to=middle["seq"])
    await read(ada, notification_ids=[middle["notification_id"], oldest["notification_id"]])
    assert await notifications_of(ada) == before
    assert await unread(ada) == 1
    for both in ({}, {"up_to": 1, "notification_ids": [newest["notification_id"]]}):
        assert (await ada.post("/notifications/read", both)).expect(422).pointers == {"": "exactly_one"}
    wrong: list[dict[str, object]] = [{"notification_ids": []}, {"up_to": -1}, {"up_to": "1"}, {"everything": True}]
    for body in wrong:
        (await ada.post("/notifications/read", body)).expect(422)
    await assert_counters(service)


async def test_a_notification_updated_since_its_display_stays_unread(
    service: RunningService, ada: ApiClient, coach: str
) -> None:
    first, second = await add_makers(service.context.db, 2)
    await star(service.context.db, first, coach)
    (shown,) = await notifications_of(ada)
    await star(service.context.db, second, coach)
    await service.deliver()
    await read(ada, up_to=shown["seq"])
    (received,) = await notifications_of(ada)
    assert (received["read_at"], received["actor_count"], await unread(ada)) == (None, 2, 1)


async def test_unread_counts_equal_the_rows_under_concurrency(
    service: RunningService, ada: ApiClient, bob: ApiClient, coach: str, tutor: str
) -> None:
    db = service.context.db
    fans = await add_makers(db, 12)
    paths = [coach, *[await ada.published(f"Project {n}") for n in range(3)]]

    async def happenings(fan: str, n: int) -> None:
        await star(db, fan, paths[n % len(paths)])
        await mention(db, fan, ["ada", "bob"], tutor)
        await service.deliver()

    async def reads(maker: ApiClient) -> None:
        for _ in range(6):
            data = (await maker.get("/notifications?unread=true")).expect(200).json["data"]
            if data:
                await read(maker, notification_ids=[each["notification_id"] for each in data[:2]])
                await read(maker, up_to=data[-1]["seq"])

    await asyncio.gather(*(happenings(fan, n) for n, fan in enumerate(fans)), reads(ada), reads(bob), reads(ada))
    await assert_counters(service)
    rows = await ada.pages("/notifications?unread=true")
    assert await unread(ada) == sum(map(len, rows))
    # Both makers got each of the twelve events, in one notification or another.
    assert await db.fetchval("select sum(events) from notification where kind = 'mention'") == 24
    assert await db.fetchval("select sum(actors) from notification where kind = 'star'") == 12
