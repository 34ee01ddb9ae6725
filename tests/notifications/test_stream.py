"""Live notifications: nothing missed and nothing twice, whoever comes back, whatever is lost, and who is sent away."""

import asyncio
import contextlib
import socket
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import UUID

import orjson
import pytest
import redis

from service.cache.pubsub import PubSub, publish
from service.db.errors import DatabaseUnavailable
from service.db.pool import Database
from service.features.notifications import hub as hub_module
from service.features.notifications import telling
from service.features.notifications.hub import PER_MAKER, Hub
from service.features.notifications.notify import CHANNEL, Subject, notify
from service.features.notifications.queries import BoxOfRow, list_boxes_of
from service.ids import new_id
from tests.api import ApiClient, RunningService, config_for, running_service
from tests.notifications.events import EventReader, reading
from tests.processes.running import eventually


def port_of(service: RunningService) -> int:
    port = urlsplit(service.url).port
    assert port is not None
    return port


async def id_of(client: ApiClient) -> UUID:
    return UUID((await client.get("/me")).expect(200).json["id"])


async def tell(service: RunningService, *makers: UUID, times: int = 1) -> None:
    """So many things happen to these makers, and the worker tells them."""
    for _ in range(times):
        async with service.app.deps.db.transaction() as tx:
            about = Subject(report_id=new_id(), note="dismissed")
            await notify(tx, "moderation", actor_id=None, recipients=makers, subject=about)
        await service.deliver()


def unpublished(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What the worker would publish, gathered in place of being published."""
    messages: list[bytes] = []

    async def gather(_: object, __: str, message: bytes) -> None:
        messages.append(message)

    monkeypatch.setattr(telling, "publish", gather)
    return messages


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
    maker, hub, read = await id_of(ada), hub_of(service), list_boxes_of

    async def slow(db: Database, makers: list[UUID]) -> list[BoxOfRow]:
        monkeypatch.setattr(hub_module, "list_boxes_of", read)
        boxes = await read(db, makers)
        await tell(service, maker)
        await eventually(lambda: maker in hub._behind)
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


def hub_of(service: RunningService) -> Hub:
    return cast("Hub", service.app.deps.hub)


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
    assert opened < 100  # besides, what the gate asks of sessions that Redis did not know


# Who is sent away


async def test_a_stream_ends_with_its_session_and_no_other(service: RunningService, ada: ApiClient) -> None:
    phone = ada.elsewhere()
    (await phone.login()).expect(200)
    async with (
        reading(port_of(service), ada.access_token) as here,
        reading(port_of(service), phone.access_token) as there,
    ):
        await here.named("unread")
        await there.named("unread")
        (await phone.logout()).expect(204)
        assert await there.ended(1.0) == "session_ended"
        await tell(service, await id_of(ada))
        assert (await here.named("notification")).number == 1


async def test_it_ends_with_a_suspension_or_another_password(
    service: RunningService, ada: ApiClient, bob: ApiClient
) -> None:
    root = await service.admin()
    async with (
        reading(port_of(service), ada.access_token) as one,
        reading(port_of(service), bob.access_token) as other,
    ):
        await one.named("unread")
        await other.named("unread")
        (await root.put("/admin/makers/ada/suspension")).expect(204)
        assert await one.ended(1.0) == "session_ended"
        changed = {"current_password": bob.password, "new_password": "another horse battery"}
        (await bob.elsewhere().login()).expect(200)
        phone = bob.elsewhere()
        (await phone.login()).expect(200)
        (await phone.put("/me/password", changed)).expect(204)
        assert await other.ended(1.0) == "session_ended"


async def test_an_end_that_nobody_told_is_seen_by_itself(service: RunningService, ada: ApiClient) -> None:
    """Redis was away, or the session has expired: PostgreSQL's word counts."""
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        maker = await id_of(ada)
        service.clock.move(timedelta(minutes=10))
        hub_of(service)._recheck.set()  # the access token has expired, the session has not
        await tell(service, maker)
        await stream.named("notification")
        await stream.named("unread")
        service.clock.move(timedelta(days=365))
        hub_of(service)._recheck.set()
        assert await stream.ended() == "session_ended"


async def test_a_session_that_ends_while_a_stream_begins(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gate saw it alive, and the message came before the stream stood: the first look at PostgreSQL finds it."""
    hub = hub_of(service)
    monkeypatch.setattr(hub, "_of_session", {})  # as if the message went unheard
    monkeypatch.setattr(hub, "_hear_of_session", lambda message: None)
    opening = hub._open

    def late(*arguments: Any) -> None:
        asyncio.get_running_loop().create_task(revoked_then(*arguments))

    async def revoked_then(*arguments: Any) -> None:
        await service.app.deps.db.execute("update session set revoked_at = created_at")
        opening(*arguments)

    monkeypatch.setattr(hub, "_open", late)
    async with reading(port_of(service), ada.access_token) as stream:
        assert await stream.ended() == "session_ended"


async def test_the_oldest_of_too_many_gives_way(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    async with AsyncExitStack() as stack:
        other = await stack.enter_async_context(reading(port_of(service), bob.access_token))
        streams: list[EventReader] = []
        for _ in range(PER_MAKER + 1):
            streams.append(await stack.enter_async_context(reading(port_of(service), ada.access_token)))
            await streams[-1].named("unread")
        assert await streams[0].ended() == "replaced"
        assert streams[0].retry[-1] == 60_000
        assert len(service.app.streams) == PER_MAKER + 1
        await tell(service, await id_of(ada), await id_of(bob))
        for stream in streams[1:]:
            await stream.named("notification")
        await other.named("unread")
        await other.named("notification")
    await eventually(lambda: len(service.app.streams) == 0)
    assert not hub_of(service)._rooms
    assert not hub_of(service)._of_session


async def test_a_process_has_room_for_so_many(database_url: str, redis_url: str, tmp_path: Path) -> None:
    config = config_for(database_url, redis_url, tmp_path / "mail", MAX_STREAMS="1", MAX_IN_FLIGHT="1")
    async with running_service(config) as service:
        ada = await service.maker()
        async with reading(port_of(service), ada.access_token) as stream:
            await stream.named("unread")
            # An open stream is no request under way: others are answered.
            full = (await ada.get("/notifications/stream")).expect(503, "unavailable")
            assert full.headers["Retry-After"] == "5"
            (await ada.get("/notifications")).expect(200)
        await eventually(lambda: len(service.app.streams) == 0)
        async with reading(port_of(service), ada.access_token) as stream:
            await stream.named("unread")


async def test_who_does_not_read_is_dropped_and_the_others_go_on(service: RunningService, ada: ApiClient) -> None:
    maker, hub = await id_of(ada), hub_of(service)
    async with reading(port_of(service), ada.access_token) as reader:
        await reader.named("unread")
        with socket.socket() as lazy:
            lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            lazy.connect(("127.0.0.1", port_of(service)))
            lazy.sendall(
                f"GET /api/v1/notifications/stream HTTP/1.1\r\nHost: t\r\n"
                f"Authorization: Bearer {ada.access_token}\r\n\r\n".encode()
            )
            await eventually(lambda: len(service.app.streams) == 2)
            await eventually(lambda: not hub._behind and not hub._looked_up)
            sent = 0
            while len(service.app.streams) == 2:
                sent += 1
                assert sent < 20_000, "it is buffered for ever"
                hub._hear(large(maker, sent))
                assert (await reader.named("notification")).number == sent
                await reader.named("unread")
        assert service.app.streams.ended == {"slow": 1}
        hub._hear(large(maker, sent + 1))
        assert (await reader.named("notification")).number == sent + 1


def large(maker: UUID, seq: int) -> bytes:
    notification = {"seq": seq, "title": "x" * 4000}
    return orjson.dumps({"maker_id": str(maker), "seq": seq, "unread": seq, "notification": notification})


async def test_a_heartbeat_keeps_it_open_and_finds_who_is_stuck(service: RunningService, ada: ApiClient) -> None:
    service.app.streams.heartbeat = 0.15
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        await tell(service, await id_of(ada))
        await stream.named("notification")
        await stream.named("unread")
        while stream.beats < 3:
            with pytest.raises(TimeoutError):
                await stream.next(0.3)
        (open_stream,) = (found for group in service.app.streams._groups for found in group)
        while not open_stream.waiting:  # the kernel's buffers, and then a little of ours
            open_stream.send(b":" + b"x" * 1000 + b"\n")
        await eventually(lambda: service.app.streams.ended["slow"] == 1, within=5.0)


async def test_it_comes_after_the_answers_before_it_and_reads_nothing_more(
    service: RunningService, ada: ApiClient
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(service))
    token = f"Authorization: Bearer {ada.access_token}\r\n"
    writer.write(
        b"GET /livez HTTP/1.1\r\nHost: t\r\n\r\n"
        + f"GET /api/v1/notifications/stream HTTP/1.1\r\nHost: t\r\n{token}\r\n".encode()
        + b"GET /livez HTTP/1.1\r\nHost: t\r\n\r\n" * 100
    )
    before, _, after = (await reader.readuntil(b"event: unread\n")).partition(b"text/event-stream")
    assert before.count(b"HTTP/1.1 200 OK") == 2
    assert b"HTTP/1.1" not in after
    writer.write(b"x" * 5000)
    rest = b""
    with contextlib.suppress(ConnectionError):
        rest = await reader.read()
    assert b"HTTP/1.1" not in rest
    assert service.app.streams.ended == {"talkative": 1}
    writer.close()


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


async def test_head_tells_and_opens_nothing(service: RunningService, ada: ApiClient) -> None:
    async with reading(port_of(service), ada.access_token, method="HEAD") as head:
        assert (head.status, head.headers["content-type"]) == (200, "text/event-stream")
        assert "content-length" not in head.headers
        assert await head.reader.read() == b""
    assert len(service.app.streams) == 0


async def test_it_is_counted_once_when_it_begins(service: RunningService, ada: ApiClient) -> None:
    metrics = service.app.deps.metrics
    key = ("/api/v1/notifications/stream", "GET", 200)
    async with reading(port_of(service), ada.access_token) as stream:
        await stream.named("unread")
        assert sum(metrics._requests[key].counts) == 1
        assert metrics.streams_open.take() == 1
        assert service.app.handle.in_flight == 0
    await eventually(lambda: metrics.streams_open.take() == 0)
    assert service.app.streams.ended == {"left": 1}
    assert sum(metrics._requests[key].counts) == 1


def test_no_event_breaks_the_form() -> None:
    """Data are one line: JSON has no line break of its own."""
    assert b"\n" not in orjson.dumps({"title": "a\nb\r\n\u2028c"})
