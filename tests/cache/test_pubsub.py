"""Test messages between processes: delivery, order and detected gaps."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import pytest
from attrs import define, field

from service.cache.pubsub import LATE, PubSub, publish
from service.cache.redis import CacheUnavailable, RedisClient
from tests.cache.conftest import PATIENT, MakeServer, Server


@define
class Listener:
    """Messages that one process received; None marks a gap."""

    pubsub: PubSub
    heard: list[bytes | None] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.pubsub.subscribe("news", self.heard.append)
        self.pubsub.on_gap(lambda: self.heard.append(None))

    async def until(self, *heard: bytes | None) -> None:
        await until(lambda: self.heard == list(heard), lambda: str(self.heard))


async def until(done: Callable[[], bool], message: Callable[[], str] = str, within: float = 5.0) -> None:
    deadline = time.monotonic() + within
    while not done():
        assert time.monotonic() < deadline, message()
        await asyncio.sleep(0.005)


@pytest.fixture
async def listeners() -> AsyncIterator[Callable[[str], Listener]]:
    made: list[Listener] = []

    def make(url: str) -> Listener:
        made.append(Listener(PubSub(url)))
        return made[-1]

    yield make
    for listener in made:
        await listener.pubsub.close()


@pytest.fixture
async def redis(server: Server) -> AsyncIterator[RedisClient]:
    client = RedisClient(server.url, timeout=PATIENT)
    await client.start()
    yield client
    await client.close()


async def test_started_listeners_receive_messages_in_order(
    server: Server, redis: RedisClient, listeners: Callable[[str], Listener]
) -> None:
    both = [listeners(server.url), listeners(server.url)]
    for listener in both:
        assert not listener.pubsub.live
        await listener.pubsub.start()
        assert listener.pubsub.live
    said = [str(number).encode() for number in range(200)]
    for message in said:
        await publish(redis, "news", message)
    await publish(redis, "others", b"unheard")
    for listener in both:
        await listener.until(None, *said)


async def test_two_databases_of_one_server_have_separate_messages(
    server: Server, redis: RedisClient, listeners: Callable[[str], Listener]
) -> None:
    ours, theirs = listeners(server.url), listeners(f"{server.url}/1")
    await ours.pubsub.start()
    await theirs.pubsub.start()
    other = RedisClient(f"{server.url}/1", timeout=PATIENT)
    await publish(redis, "news", b"for 0")
    await publish(other, "news", b"for 1")
    await other.close()
    await ours.until(None, b"for 0")
    await theirs.until(None, b"for 1")


async def test_a_channel_can_be_added_after_the_start(
    server: Server, redis: RedisClient, listeners: Callable[[str], Listener]
) -> None:
    listener = listeners(server.url)
    await listener.pubsub.start()
    later: list[bytes] = []
    listener.pubsub.subscribe("later", later.append)
    assert not listener.pubsub.live  # the subscription is not confirmed yet
    await until(lambda: listener.pubsub.live)
    await publish(redis, "later", b"there")
    await until(lambda: later == [b"there"])
    assert listener.heard == [None]


async def test_a_listener_reconnects_and_reports_the_gap(
    make_server: MakeServer, listeners: Callable[[str], Listener]
) -> None:
    server = make_server()
    listener = listeners(server.url)
    began = time.monotonic()
    await listener.pubsub.start()  # Redis is unavailable, which raises no error
    assert time.monotonic() - began < 1.5
    assert not listener.pubsub.live
    assert listener.heard == []
    for round_ in range(1, 4):
        server.start()
        await until(lambda: listener.pubsub.live)
        assert listener.heard == [None] * round_
        server.kill()
        await until(lambda: not listener.pubsub.live)


async def test_a_stopped_redis_is_detected_and_no_message_is_lost_on_resume(
    server: Server, redis: RedisClient, listeners: Callable[[str], Listener]
) -> None:
    listener = listeners(server.url)
    await listener.pubsub.start()
    server.stop()
    began = time.monotonic()
    await until(lambda: not listener.pubsub.live)
    assert time.monotonic() - began < LATE + 0.2
    server.resume()
    await until(lambda: listener.pubsub.live)
    await publish(redis, "news", b"again")
    await listener.until(None, b"again")


async def test_a_connection_to_a_silent_redis_is_closed(
    server: Server, listeners: Callable[[str], Listener], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.cache.pubsub.SILENCE", 0.6)
    listener = listeners(server.url)
    await listener.pubsub.start()
    server.stop()
    await until(lambda: not listener.pubsub._confirmed)
    server.resume()
    await until(lambda: listener.pubsub.live)
    assert listener.heard == [None, None]


async def test_a_listener_that_raises_does_not_stop_others(
    server: Server, redis: RedisClient, listeners: Callable[[str], Listener]
) -> None:
    listener = listeners(server.url)

    def fall(*_: object) -> None:
        raise ValueError("an error in the listener")

    listener.pubsub.subscribe("news", fall)
    listener.pubsub.on_gap(fall)
    second: list[bytes] = []
    listener.pubsub.subscribe("news", second.append)
    await listener.pubsub.start()
    await publish(redis, "news", b"one")
    await publish(redis, "news", b"two")
    await listener.until(None, b"one", b"two")
    await until(lambda: second == [b"one", b"two"])


async def test_publishing_without_subscribers_differs_from_an_unavailable_redis(
    server: Server, redis: RedisClient
) -> None:
    await publish(redis, "news", b"nobody listens")
    server.kill()
    with pytest.raises(CacheUnavailable):
        await publish(redis, "news", b"nobody is there")


async def test_close_ends_the_connection(
    server: Server, redis: RedisClient, listeners: Callable[[str], Listener]
) -> None:
    listener = listeners(server.url)
    await listener.pubsub.start()
    assert b" sub=1 " in await redis.command("CLIENT", "LIST")
    await listener.pubsub.close()
    assert not listener.pubsub.live
    await listener.pubsub.close()
    deadline = time.monotonic() + 5
    while b" sub=1 " in await redis.command("CLIENT", "LIST"):
        assert time.monotonic() < deadline, "the connection is still open"
