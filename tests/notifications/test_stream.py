"""Live notifications: nothing missed and nothing twice, whoever comes back, whatever is lost, and who is sent away."""

import asyncio
from contextlib import AsyncExitStack
from random import Random
from typing import Any
from uuid import UUID

import orjson
import pytest
import redis

from service.cache.pubsub import PubSub, publish
from service.core.ids import new_id
from service.db.errors import DatabaseUnavailable
from service.db.pool import Database
from service.features.accounts.notifications import broadcaster as hub_module
from service.features.accounts.notifications.notify import CHANNEL
from service.features.accounts.notifications.queries import BoxOfRow, list_boxes_of
from tests.api import ApiClient, RunningService
from tests.notifications.events import hub_of, id_of, port_of, reading, tell, unpublished
from tests.processes.running import eventually


async def test_it_tells_how_many_wait_and_then_what_comes(service: RunningService, ada: ApiClient) -> None:
    maker = await id_of(ada)
    await tell(service, maker)
    async with reading(port_of(service), ada.access_token) as stream:
        assert stream.status == 200
        assert stream.headers["content-type"] == "text/event-stream"
        assert stream.headers["cache-control"] == "no-store"
        assert stream.headers["x-accel-buffering"] == "no"
        assert "x-request-id" in stream.headers
        first = await stream.named("unread")
        assert (first.data, first.number) == ({"unread": 1}, 1)
        assert 2000 <= stream.retry[0] <= 5000
        await tell(service, maker)
        told = await stream.named("notification")
        (listed, _) = (await ada.get("/notifications")).expect(200).json["data"]
        assert (told.data, told.number) == (listed, 2)
        assert (await stream.named("unread")).data == {"unread": 2}
        (await ada.post("/notifications/read", {"up_to": 2})).expect(204)
        assert (await stream.named("unread")).data == {"unread": 0}


async def test_who_comes_back_gets_what_came_meanwhile_and_is_kept(service: RunningService, ada: ApiClient) -> None:
    maker = await id_of(ada)
    await tell(service, maker, times=45)  # more than one portion
    async with reading(port_of(service), ada.access_token, 3) as stream:
        assert await stream.numbers(45) == list(range(4, 46))
        assert (await stream.named("unread")).data == {"unread": 45}
        await tell(service, maker)
        assert await stream.numbers(46) == [46]
    async with reading(port_of(service), ada.access_token, 46) as stream:
        told = await stream.named("unread")  # nothing was missed
        assert (told.data, told.number) == ({"unread": 46}, 46)


async def test_what_grew_meanwhile_comes_once(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    project = await ada.published()
    eve = await service.maker("eve", address="192.0.2.9")
    for fan in (bob, eve):
        (await fan.put(f"{project}/star")).expect(204)
    await service.deliver()
    async with reading(port_of(service), ada.access_token, 0) as stream:
        told = await stream.named("notification")
        assert (told.number, told.data["actor_count"]) == (2, 2)
        assert (await stream.named("unread")).data == {"unread": 1}


async def test_a_number_that_was_never_given_is_no_place_to_go_on(service: RunningService, ada: ApiClient) -> None:
    await tell(service, await id_of(ada))
    async with reading(port_of(service), ada.access_token, 999_999) as stream:
        assert (await stream.named("unread")).number == 1
        await tell(service, await id_of(ada))
        assert (await stream.named("notification")).number == 2
    async with reading(port_of(service), ada.access_token, "") as stream:
        assert (await stream.named("unread")).number == 2
    for wrong in ("-1", "1.5", "abc", "9" * 19, "٣"):
        reply = await ada.get("/notifications/stream", headers={"Last-Event-ID": wrong})
        reply.expect(400, "invalid_last_event_id")


async def test_nobody_hears_what_is_anothers(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    makers = await id_of(ada), await id_of(bob)
    async with (
        reading(port_of(service), ada.access_token) as one,
        reading(port_of(service), bob.access_token) as other,
    ):
        for stream in (one, other):
            await stream.named("unread")
        seen: dict[int, set[str]] = {0: set(), 1: set()}
        for turn in range(6):
            await tell(service, makers[turn % 2])
        await tell(service, *makers)
        for index, stream in enumerate((one, other)):
            while len(seen[index]) < 4:
                told = await stream.next()
                assert told is not None
                if told.name == "notification":
                    seen[index].add(told.data["notification_id"])
        assert not seen[0] & seen[1]
        for index, client in enumerate((ada, bob)):
            listed = (await client.get("/notifications")).expect(200).json["data"]
            assert {row["notification_id"] for row in listed} == seen[index]
    (await service.client().get("/notifications/stream")).expect(401, "unauthorized")


async def test_coming_back_again_and_again_misses_nothing_and_doubles_nothing(
    service: RunningService, ada: ApiClient
) -> None:
    maker, last, random = await id_of(ada), 120, Random(7)

    async def happen() -> None:
        for _ in range(last // 2):
            await tell(service, maker, times=random.randrange(1, 3))
        while (await ada.get("/notifications/unread")).json["seq"] < last:
            await tell(service, maker)

    happening = asyncio.create_task(happen())
    seen: list[int] = []
    visits = 0
    while not seen or seen[-1] < last:
        async with reading(port_of(service), ada.access_token, seen[-1] if seen else 0) as stream:
            visits += 1
            for _ in range(random.randrange(1, 12)):
                told = await stream.next()
                assert told is not None
                if told.number is not None and told.name == "notification":
                    seen.append(told.number)
                    if told.number >= last:
                        break
    await happening
    assert seen == list(range(1, seen[-1] + 1))
    assert visits > 10


@pytest.mark.parametrize("seed", range(5))
async def test_messages_lost_doubled_and_out_of_order(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    maker, random = await id_of(ada), Random(seed)
    messages = unpublished(monkeypatch)
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        seen: list[int] = []
        last = 0
        for _ in range(6):
            messages.clear()
            await tell(service, maker, times=random.randrange(1, 9))
            last = orjson.loads(messages[-1])["seq"]
            said = random.choices(messages[:-1], k=len(messages)) if len(messages) > 1 else []
            random.shuffle(said)
            said.insert(random.randrange(len(said) + 1), messages[-1])
            for message in said:
                await publish(service.app.deps.redis, CHANNEL, message)
            seen += await stream.numbers(last)
        assert seen == list(range(1, last + 1))


async def test_what_comes_while_a_stream_begins(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told, and heard, after the first look has read the box and before the stream knows of it."""
    maker, broadcaster, read = await id_of(ada), hub_of(service), list_boxes_of

    async def slow(db: Database, makers: list[UUID]) -> list[BoxOfRow]:
        monkeypatch.setattr(hub_module, "list_boxes_of", read)
        boxes = await read(db, makers)
        await tell(service, maker)
        await eventually(lambda: maker in broadcaster._behind)
        return boxes

    monkeypatch.setattr(hub_module, "list_boxes_of", slow)
    async with reading(port_of(service), ada.access_token) as stream:
        assert (await stream.named("unread")).data == {"unread": 0}
        assert (await stream.named("notification")).number == 1
        assert (await stream.named("unread")).data == {"unread": 1}


async def test_after_redis_was_away_what_was_missed_is_read(
    service: RunningService, ada: ApiClient, worker_redis: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = await id_of(ada)
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        unpublished(monkeypatch)
        await tell(service, maker, times=3)
        worker_redis.client_kill_filter(_type="pubsub")
        assert await stream.numbers(3) == [1, 2, 3]


async def test_what_was_never_published_is_found_in_the_end(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker may die between its commit and its message."""
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        unpublished(monkeypatch)
        await tell(service, await id_of(ada))
        hub_of(service)._recheck.set()
        assert (await stream.named("notification")).number == 1


async def test_many_that_come_back_together_are_a_few_statements(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """300 makers, each with something missed: looked up a hundred at a time."""
    deps = service.app.deps
    makers = [new_id() for _ in range(300)]
    sessions = [new_id() for _ in makers]
    now = deps.clock()
    await deps.db.execute(
        """insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)
           select m, 'm-' || n, 'm-' || n || '@example.org', 'M', 'none', $2, $2
           from unnest($1::uuid[]) with ordinality as t (m, n)""",
        makers,
        now,
    )
    await deps.db.execute(
        """insert into session
           (session_id, maker_id, device, user_agent, ip, network, created_at, last_used_at, expires_at)
           select s, m, 't', 't', '127.0.0.1', '127.0.0.0/24', $3::timestamptz, $3, $3::timestamptz + interval '1 day'
           from unnest($1::uuid[], $2::uuid[]) as t (s, m)""",
        sessions,
        makers,
        now,
    )
    tokens = [
        deps.access_tokens.issue(maker, session, "maker")[0] for maker, session in zip(makers, sessions, strict=True)
    ]
    unpublished(monkeypatch)
    for first in range(0, len(makers), 100):
        await tell(service, *makers[first : first + 100])
    async with AsyncExitStack() as stack:
        before = deps.db.statement_count
        streams = await asyncio.gather(
            *(stack.enter_async_context(reading(port_of(service), token, 0)) for token in tokens)
        )
        await asyncio.gather(*(stream.numbers(1) for stream in streams))
        opened = deps.db.statement_count - before
        for first in range(0, len(makers), 100):
            await tell(service, *makers[first : first + 100])
        before = deps.db.statement_count
        hub_of(service)._missed()
        assert {tuple(told) for told in await asyncio.gather(*(stream.numbers(2) for stream in streams))} == {(2,)}
        assert deps.db.statement_count - before <= 12  # boxes and rows, three times, and the sessions
    assert opened < 100  # plus the admission checks of sessions that Redis does not have


async def test_without_redis_they_hear_by_looking(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PubSub, "live", False)
    monkeypatch.setattr(hub_module, "WATCH", 0.1)
    hub_of(service)._recheck.set()  # so that the new pace is taken up
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        unpublished(monkeypatch)
        await tell(service, await id_of(ada))
        assert (await stream.named("notification")).number == 1


async def test_without_postgresql_they_wait_for_it(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tell(service, await id_of(ada))
    asked = 0

    async def away(*_: object) -> list[Any]:
        nonlocal asked
        asked += 1
        raise DatabaseUnavailable("away")

    with monkeypatch.context() as patch:
        patch.setattr(hub_module, "list_boxes_of", away)
        async with reading(port_of(service), ada.access_token, 0) as stream:
            await eventually(lambda: asked >= 2)
            patch.undo()
            assert await stream.numbers(1) == [1]
