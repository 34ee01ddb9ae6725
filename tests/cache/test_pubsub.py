"""Messages to all processes: who hears what, and what is known of the rest."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import pytest
from attrs import define, field

from service.cache.pubsub import LATE, PubSub, publish
from service.cache.redis import CacheUnavailable, RedisClient
from tests.cache.conftest import PATIENT, MakeServer, Server


@define
class Ear:
    """What one process has heard; None for a gap."""

    pubsub: PubSub
    heard: list[bytes | None] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.pubsub.subscribe("news", self.heard.append)
        self.pubsub.on_gap(lambda: self.heard.append(None))

    async def until(self, *heard: bytes | None) -> None:
        await until(lambda: self.heard == list(heard), lambda: str(self.heard))


async def until(done: Callable[[], bool], told: Callable[[], str] = str, within: float = 5.0) -> None:
    deadline = time.monotonic() + within
    while not done():
        assert time.monotonic() < deadline, told()
        await asyncio.sleep(0.005)


@pytest.fixture
async def ears() -> AsyncIterator[Callable[[str], Ear]]:
    made: list[Ear] = []

    def make(url: str) -> Ear:
        made.append(Ear(PubSub(url)))
        return made[-1]

    yield make
    for ear in made:
        await ear.pubsub.close()


@pytest.fixture
async def redis(server: Server) -> AsyncIterator[RedisClient]:
    client = RedisClient(server.url, timeout=PATIENT)
    await client.start()
    yield client
    await client.close()


async def test_everyone_hears_in_order_once_started(
    server: Server, redis: RedisClient, ears: Callable[[str], Ear]
) -> None:
    both = [ears(server.url), ears(server.url)]
    for ear in both:
        assert not ear.pubsub.live
        await ear.pubsub.start()
        assert ear.pubsub.live
    said = [str(number).encode() for number in range(200)]
    for message in said:
        await publish(redis, "news", message)
    await publish(redis, "others", b"unheard")
    for ear in both:
        await ear.until(None, *said)


async def test_two_databases_of_one_server_do_not_hear_each_other(
    server: Server, redis: RedisClient, ears: Callable[[str], Ear]
) -> None:
    ours, theirs = ears(server.url), ears(f"{server.url}/1")
    await ours.pubsub.start()
    await theirs.pubsub.start()
    other = RedisClient(f"{server.url}/1", timeout=PATIENT)
    await publish(redis, "news", b"for 0")
    await publish(other, "news", b"for 1")
    await other.close()
    await ours.until(None, b"for 0")
    await theirs.until(None, b"for 1")


async def test_a_channel_may_come_later(server: Server, redis: RedisClient, ears: Callable[[str], Ear]) -> None:
    ear = ears(server.url)
    await ear.pubsub.start()
    later: list[bytes] = []
    ear.pubsub.subscribe("later", later.append)
    assert not ear.pubsub.live  # it is not confirmed yet
    await until(lambda: ear.pubsub.live)
    await publish(redis, "later", b"there")
    await until(lambda: later == [b"there"])
    assert ear.heard == [None]


async def test_after_a_loss_it_hears_again_and_is_told_of_the_gap(
    make_server: MakeServer, ears: Callable[[str], Ear]
) -> None:
    server = make_server()
    ear = ears(server.url)
    began = time.monotonic()
    await ear.pubsub.start()  # nobody is there, and that is no error
    assert time.monotonic() - began < 1.5
    assert not ear.pubsub.live
    assert ear.heard == []
    for round_ in range(1, 4):
        server.start()
        await until(lambda: ear.pubsub.live)
        assert ear.heard == [None] * round_
        server.kill()
        await until(lambda: not ear.pubsub.live)


async def test_a_stopped_redis_is_noticed_and_nothing_is_lost_when_it_goes_on(
    server: Server, redis: RedisClient, ears: Callable[[str], Ear]
) -> None:
    ear = ears(server.url)
    await ear.pubsub.start()
    server.stop()
    began = time.monotonic()
    await until(lambda: not ear.pubsub.live)
    assert time.monotonic() - began < LATE + 0.2
    server.resume()
    await until(lambda: ear.pubsub.live)
    await publish(redis, "news", b"again")
    await ear.until(None, b"again")


async def test_a_redis_that_stays_silent_is_left(
    server: Server, ears: Callable[[str], Ear], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.cache.pubsub.SILENCE", 0.6)
    ear = ears(server.url)
    await ear.pubsub.start()
    server.stop()
    await until(lambda: not ear.pubsub._confirmed)
    server.resume()
    await until(lambda: ear.pubsub.live)
    assert ear.heard == [None, None]


async def test_a_listener_that_raises_stops_nobody(
    server: Server, redis: RedisClient, ears: Callable[[str], Ear]
) -> None:
    ear = ears(server.url)

    def fall(*_: object) -> None:
        raise ValueError("a mistake of the listener")

    ear.pubsub.subscribe("news", fall)
    ear.pubsub.on_gap(fall)
    second: list[bytes] = []
    ear.pubsub.subscribe("news", second.append)
    await ear.pubsub.start()
    await publish(redis, "news", b"one")
    await publish(redis, "news", b"two")
    await ear.until(None, b"one", b"two")
    await until(lambda: second == [b"one", b"two"])


async def test_saying_something_to_nobody_is_told_apart_from_redis_being_away(
    server: Server, redis: RedisClient
) -> None:
    await publish(redis, "news", b"nobody listens")
    server.kill()
    with pytest.raises(CacheUnavailable):
        await publish(redis, "news", b"nobody is there")


async def test_closing_ends_it(server: Server, redis: RedisClient, ears: Callable[[str], Ear]) -> None:
    ear = ears(server.url)
    await ear.pubsub.start()
    assert b" sub=1 " in await redis.command("CLIENT", "LIST")
    await ear.pubsub.close()
    assert not ear.pubsub.live
    await ear.pubsub.close()
    deadline = time.monotonic() + 5
    while b" sub=1 " in await redis.command("CLIENT", "LIST"):
        assert time.monotonic() < deadline, "the connection is still there"
