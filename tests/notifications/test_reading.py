"""The list, what is unread of it, and marks, whatever happens at the same time."""

import asyncio

from service.features.accounts.notifications.queries import list_since
from service.features.accounts.notifications.reading import notification_of
from tests.api import ApiClient, RunningService
from tests.notifications.acts import (
    crowd,
    heard,
    id_of,
    mention,
    read,
    recounted,
    star,
    unread,
)


async def lines(service: RunningService, owner: ApiClient, count: int) -> list[str]:
    """Projects of a maker's, each with a star, which is a line each."""
    (fan,) = await crowd(service.context.db, 1)
    paths = [await owner.published(f"Project {n}") for n in range(count)]
    for path in paths:
        await star(service.context.db, fan, path)
        await service.deliver()
    return paths


async def test_pages_go_from_the_newest_to_the_oldest(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
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


async def test_a_cursor_is_one_makers_and_one_lists(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    await lines(service, ada, 2)
    cursor = (await ada.get("/notifications?limit=1")).json["next_cursor"]
    (await bob.get(f"/notifications?cursor={cursor}")).expect(400, "invalid_cursor")
    (await ada.get(f"/notifications?unread=true&cursor={cursor}")).expect(400, "invalid_cursor")


async def test_a_page_takes_the_same_number_of_statements_whatever_its_size(
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


async def test_a_stream_goes_on_where_it_stopped(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    paths = await lines(service, ada, 3)
    ada_id = await id_of(service.context.db, "ada")
    first, *_ = await list_since(service.context.db, ada_id, 0, 1)
    rest = await list_since(service.context.db, ada_id, first.seq, 100)
    assert [notification_of(row).seq for row in rest] == [2, 3]
    # What grows is news, with a number of its own.
    (more,) = await crowd(service.context.db, 1, "more")
    await star(service.context.db, more, paths[0])
    await service.deliver()
    (grown,) = await list_since(service.context.db, ada_id, 3, 100)
    assert (grown.notification_id, grown.seq, grown.actors) == (first.notification_id, 4, 2)
    assert await list_since(service.context.db, await id_of(service.context.db, "bob"), 0, 100) == []


async def test_marks(service: RunningService, ada: ApiClient) -> None:
    await lines(service, ada, 3)
    newest, middle, oldest = await heard(ada)
    await read(ada, notification_ids=[middle["notification_id"]])
    assert [each["read_at"] is None for each in await heard(ada)] == [True, False, True]
    await read(ada, up_to=middle["seq"])
    assert [each["read_at"] is None for each in await heard(ada)] == [True, False, False]
    before = await heard(ada)
    await read(ada, up_to=middle["seq"])
    await read(ada, notification_ids=[middle["notification_id"], oldest["notification_id"]])
    assert await heard(ada) == before
    assert await unread(ada) == 1
    for both in ({}, {"up_to": 1, "notification_ids": [newest["notification_id"]]}):
        assert (await ada.post("/notifications/read", both)).expect(422).pointers == {"": "one_of_two"}
    wrong: list[dict[str, object]] = [{"notification_ids": []}, {"up_to": -1}, {"up_to": "1"}, {"everything": True}]
    for body in wrong:
        (await ada.post("/notifications/read", body)).expect(422)
    await recounted(service)


async def test_what_grew_since_it_was_shown_stays_unread(service: RunningService, ada: ApiClient, coach: str) -> None:
    first, second = await crowd(service.context.db, 2)
    await star(service.context.db, first, coach)
    (shown,) = await heard(ada)
    await star(service.context.db, second, coach)
    await service.deliver()
    await read(ada, up_to=shown["seq"])
    (told,) = await heard(ada)
    assert (told["read_at"], told["actor_count"], await unread(ada)) == (None, 2, 1)


async def test_unread_is_the_number_of_rows_whatever_happens_at_once(
    service: RunningService, ada: ApiClient, bob: ApiClient, coach: str, tutor: str
) -> None:
    db = service.context.db
    fans = await crowd(db, 12)
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
    await recounted(service)
    rows = await ada.pages("/notifications?unread=true")
    assert await unread(ada) == sum(map(len, rows))
    # Nothing was lost on the way: each of the twelve was told to both, in one line or another.
    assert await db.fetchval("select sum(events) from notification where kind = 'mention'") == 24
    assert await db.fetchval("select sum(actors) from notification where kind = 'star'") == 12
