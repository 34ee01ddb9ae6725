"""Shared pages: made once, never old for long, never another's."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from service.cache.invalidation import BETWEEN
from service.cache.page_cache import (
    COPIES_HELD,
    COPY_LIFETIME,
    DEAF_LIFETIME,
    LARGEST_COPY,
    LIFETIME,
    REFRESH_INTERVAL,
    STALE,
)
from service.cache.page_cache import CachedPage as Page
from service.db.errors import DatabaseUnavailable
from tests.cache.conftest import MakeServer, Server
from tests.cache.pages import CAPACITY, GRACE, Processes, processes, until


@pytest.fixture
async def world() -> AsyncIterator[Processes]:
    async with processes() as made:
        yield made


AFTER = GRACE + 0.01


# Made once


async def test_a_stampede_on_a_cold_page_makes_it_once(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    assert set(await asyncio.gather(*(one.get() for _ in range(500)))) == {1}
    assert world.source.made == 1
    assert await one.get() == 1
    assert (one.pages.misses, one.pages.hits, world.source.made) == (500, 1, 1)


async def test_the_next_process_takes_it_over(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    await one.get()
    await world.idle()
    assert set(await asyncio.gather(*(two.get() for _ in range(50)))) == {1}
    assert (world.source.made, two.pages.copies) == (1, 1)


async def test_what_is_too_large_for_redis_is_kept_here_alone(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    made = 0

    async def large() -> Page:
        nonlocal made
        made += 1
        return Page(200, b"x" * (LARGEST_COPY + 1), {})

    for process in (one, one, two, two):
        assert len((await process.pages.get("/large", large)).body) == LARGEST_COPY + 1
        await world.idle()
    assert made == 2


async def test_who_walks_through_everything_does_not_fill_redis(server: Server, world: Processes) -> None:
    one = await world.start(server.url, capacity=16 * CAPACITY)
    body = b"x" * 60_000

    async def make() -> Page:
        return Page(200, body, {})

    async def held() -> int:
        keys = [key for key in await one.redis.command("KEYS", "page:*") if key != b"page:epoch"]
        return len(keys) * len(body)

    for number in range(300):
        await one.pages.get(f"/{number}", make)
        await one.idle()
    assert 0.4 * COPIES_HELD < await held() <= COPIES_HELD / 2
    world.clock.move(COPY_LIFETIME)
    for number in range(300, 600):
        await one.pages.get(f"/{number}", make)
        await one.idle()
    assert await held() <= COPIES_HELD


async def test_nobody_gets_anothers_page(server: Server, world: Processes) -> None:
    both = [await world.start(server.url), await world.start(server.url)]

    async def ask(turn: int, number: int) -> None:
        async def make() -> Page:
            await asyncio.sleep(0)
            return Page(200, str(number).encode(), {"ETag": f'"{number}"'})

        page = await both[turn % 2].pages.get(f"/page?cursor={number}", make, latest=number % 7 == turn)
        assert (page.body, page.headers) == (str(number).encode(), {"ETag": f'"{number}"'})

    for turn in range(6):
        await asyncio.gather(*(ask(turn, number) for number in range(200)))
        await world.idle()
    assert both[0].pages.hits > 200


async def test_what_redis_holds_of_another_version_is_passed_over(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    await one.get()
    await world.idle()
    keys = [key for key in await one.redis.command("KEYS", "page:*") if key != b"page:epoch"]
    assert len(keys) == 1
    for value in (b"", b"{}", b"\xff\n1", b'["/b",0,{}]\n5', b"[1,2]\n3", b'["/a","x",{}]\n7', b'["/a",null,null]\n7'):
        await one.redis.command("SET", keys[0], value)
        two = await world.start(server.url)
        assert await two.get() == 1


# How old it may be


async def test_it_is_made_anew_from_time_to_time(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    await one.get()
    world.source.value = 2  # past the service: nobody says so
    world.clock.move(LIFETIME[0] - 0.01)
    assert await one.get() == 1
    world.clock.move(LIFETIME[1] - LIFETIME[0] + 0.02)
    assert await one.get() == 1  # nobody waits
    await world.idle()
    assert await one.get() == 2
    assert (one.pages.refreshes, world.source.made) == (1, 2)
    world.source.value = 3
    world.clock.move(LIFETIME[1] + STALE + 0.01)
    assert await one.get() == 3


async def test_pages_made_together_do_not_end_together(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    for number in range(50):
        await one.get(f"/{number}")
    ends = [entry.lifetime for entry in one.pages._entries.values()]
    assert len(set(ends)) == 50
    assert LIFETIME[0] <= min(ends) < 4.5
    assert 5.5 < max(ends) <= LIFETIME[1]


async def test_a_copy_is_as_old_as_its_making(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    await one.get()
    await world.idle()
    world.source.value = 2
    world.clock.move(3.0)
    assert await two.get() == 1
    world.clock.move(3.2)  # six since it was made
    await two.get()
    await world.idle()
    assert await two.get() == 2
    world.source.value = 3
    world.clock.move(COPY_LIFETIME)
    assert await one.get() == 1
    await world.idle()
    assert await one.get() == 3  # Redis counts time otherwise, and has it still


async def test_a_clock_that_is_put_back_keeps_nothing_for_ever(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    await one.get()
    world.clock.move(-3600)
    world.source.value = 2
    assert await one.get() == 2
    assert await one.get() == 2
    assert world.source.made == 2


# Changes


async def test_a_change_is_seen_by_all_within_the_grace(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    for process in (one, two):
        await process.get()
    await world.idle()
    world.change(one, to=2)
    await world.idle()
    await until(lambda: two.pages._generation > 1)
    world.clock.move(GRACE - 0.01)
    assert await one.get() == 1  # still shown, and made anew meanwhile
    assert await two.get() == 1
    await world.idle()
    assert await one.get() == 2
    assert await two.get() == 2

    world.change(two, to=3)
    await world.idle()
    world.clock.move(AFTER)
    assert await one.get() == 3  # waits rather than show what is older
    assert await two.get() == 3


async def test_without_grace_every_next_request_sees_it(server: Server, world: Processes) -> None:
    one = await world.start(server.url, grace=0.0)
    for value in range(2, 20):
        world.change(one, to=value)
        assert await one.get() == value
        assert await one.get() == value


async def test_a_storm_of_changes_costs_a_bounded_number_of_makings(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    seconds, step = 3.0, 0.01
    for value in range(2, int(seconds / step)):
        world.change(one, to=value)
        await world.idle()
        for process in (one, two):
            seen = [await process.get(), *await asyncio.gather(process.get(), process.get())]
            assert value - min(seen) <= (GRACE + 0.02) / step
            await process.idle()
        world.clock.move(step)
    assert world.source.made <= 2 * (seconds / REFRESH_INTERVAL + 2)


async def test_what_began_before_a_change_does_not_count_after_it(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    world.source.hold = old = asyncio.Event()
    early = asyncio.ensure_future(one.get())
    await until(lambda: world.source.made == 1)  # has read 1, and is slow to tell
    world.source.hold = None
    world.change(one, to=2)
    await until(lambda: one.pages._epochs.current is not None)
    world.clock.move(AFTER)
    assert await one.get() == 2
    old.set()
    assert await early == 1  # it had asked before
    await world.idle()
    assert await one.get() == 2
    assert await two.get() == 2
    assert world.source.made == 2  # and Redis gave 2 the page that was made after


async def test_a_refresh_that_began_before_a_change_does_not_count_after_it(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    await one.get()
    world.clock.move(LIFETIME[1] + 0.01)
    world.source.hold = slow = asyncio.Event()
    assert await one.get() == 1
    await until(lambda: world.source.made == 2)
    world.source.hold = None
    world.change(one, to=2)
    slow.set()
    await world.idle()
    assert await one.get() == 1  # within the grace
    world.clock.move(AFTER)
    assert await one.get() == 2


async def test_nothing_from_redis_while_a_change_of_ones_own_is_not_said(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    await two.get()
    await world.idle()
    world.change(one, to=2)
    assert one.pages._epochs.current is None
    assert await one.get() == 2  # two's copy of 1 is in Redis still


async def test_a_hundred_changes_at_once_are_said_together(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    before = two.pages._epochs._heard
    for value in range(2, 102):
        world.change(one, to=value)
        if value % 10 == 0:
            await asyncio.sleep(0)
    await world.idle()
    assert 1 <= two.pages._epochs._heard - before <= 12
    world.clock.move(AFTER)
    assert await two.get() == 101


async def test_changes_that_do_not_end_are_said_a_hundred_times_a_second(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    before, began = two.pages._epochs._heard, time.monotonic()
    for value in range(2, 102):
        world.change(one, to=value)
        await asyncio.sleep(0.002)
    await world.idle()
    assert 1 <= two.pages._epochs._heard - before <= (time.monotonic() - began) / BETWEEN + 2
    world.clock.move(AFTER)
    assert await two.get() == 101


async def test_two_that_change_at_once_end_in_one_epoch(server: Server, world: Processes) -> None:
    some = [await world.start(server.url) for _ in range(3)]
    for value in range(2, 40):
        for process in some:
            world.change(process, to=value)
        await asyncio.sleep(0.001 * (value % 3))
    await world.idle()
    await until(lambda: len({process.pages._epochs.current for process in some}) == 1)
    assert await some[0].redis.command("GET", "page:epoch") == str(some[0].pages._epochs.current).encode()


async def test_who_must_see_the_latest_does(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    await one.get()
    world.source.value = 2
    assert await one.get() == 1
    assert await one.get(latest=True) == 2
    assert await one.get() == 2  # and so do the others, from then on
    assert (world.source.made, one.pages.past) == (2, 1)


# What goes wrong


async def test_an_error_goes_to_those_who_waited_and_is_not_kept(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    world.source.failure = ValueError("once")
    answers = await asyncio.gather(*(one.get() for _ in range(20)), return_exceptions=True)
    assert [str(answer) for answer in answers] == ["once"] * 20
    assert world.source.made == 1
    world.source.failure = None
    assert await one.get() == 1


async def test_what_is_not_200_is_not_kept(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    world.source.status = 404
    for _ in range(3):
        await one.get()
        await world.idle()
    assert world.source.made == 3
    assert one.pages.bytes_held == 0


async def test_who_leaves_takes_nothing_from_the_others(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    world.source.hold = asyncio.Event()
    waiting = [asyncio.ensure_future(one.get()) for _ in range(10)]
    await until(lambda: world.source.made == 1)
    for leaving in waiting[:9]:
        leaving.cancel()
    await asyncio.sleep(0)
    world.source.hold.set()
    assert await waiting[9] == 1
    assert world.source.made == 1

    world.source.hold = asyncio.Event()
    alone = asyncio.ensure_future(one.get("/b"))
    await until(lambda: world.source.made == 2)
    alone.cancel()
    world.source.hold.set()
    await world.idle()
    assert await one.get("/b") == 1
    assert world.source.made == 3  # it was given up when nobody waited for it any more


async def test_while_the_database_is_away_it_is_shown_as_it_was(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    await one.get()
    world.source.failure = DatabaseUnavailable("away")
    for _ in range(5):
        world.clock.move(LIFETIME[1])
        assert await one.get() == 1
        await world.idle()
    world.clock.move(STALE)
    with pytest.raises(DatabaseUnavailable):
        await one.get()


async def test_what_is_gone_is_not_shown_on(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    await one.get()
    world.source.failure = LookupError("gone")
    world.clock.move(LIFETIME[1])
    assert await one.get() == 1
    await world.idle()
    with pytest.raises(LookupError):
        await one.get()


async def test_memory_is_bounded_and_what_is_asked_for_stays(server: Server, world: Processes) -> None:
    one = await world.start(server.url)
    body = b"x" * 10_000

    async def make() -> Page:
        return Page(200, body, {})

    for number in range(500):
        await one.pages.get(f"/{number}", make)
        await one.pages.get("/hot", make)
        assert one.pages.bytes_held <= CAPACITY
    assert one.pages.bytes_held > 0.9 * CAPACITY
    assert one.pages.hits == 499
    assert sum(len(entry.page.body) for entry in one.pages._entries.values()) <= one.pages.bytes_held
    body = b"x" * (CAPACITY // 2)
    await one.pages.get("/huge", make)
    assert "/hot" in one.pages._entries
    assert "/huge" not in one.pages._entries


@pytest.mark.parametrize("key", ["/a?q=" + "x" * 2000, "/a?q=\udcff"])
async def test_what_is_no_ordinary_key_is_made_each_time(server: Server, world: Processes, key: str) -> None:
    one = await world.start(server.url)
    for _ in range(3):
        await one.get(key)
    assert world.source.made == 3
    assert one.pages.bytes_held == 0


async def test_nothing_is_kept_without_room(server: Server, world: Processes) -> None:
    one = await world.start(server.url, capacity=0)
    for _ in range(3):
        await one.get()
    assert world.source.made == 3


# Redis


async def test_without_redis_pages_are_kept_for_a_moment(make_server: MakeServer, world: Processes) -> None:
    server = make_server()
    one = await world.start(server.url)
    assert set(await asyncio.gather(*(one.get() for _ in range(50)))) == {1}
    world.source.value = 2  # by another process, which cannot say so
    world.clock.move(DEAF_LIFETIME - 0.01)
    assert await one.get() == 1
    world.clock.move(AFTER + 0.01)
    assert await one.get() == 2


async def test_a_change_that_could_not_be_said_is_said_when_redis_is_back(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    for process in (one, two):
        await process.get()
    server.kill()
    await until(lambda: not two.pubsub.live)
    world.change(one, to=2)
    assert await one.get(latest=True) == 2
    server.start()
    await until(lambda: one.pubsub.live and two.pubsub.live)
    assert await two.get() == 2  # no grace: who knows for how long it was missed
    await world.idle()
    world.change(two, to=3)
    await world.idle()
    world.clock.move(AFTER)
    assert await one.get() == 3


async def test_messages_that_were_missed_end_everything(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    for process in (one, two):
        await process.get()
    await world.idle()
    gaps = two.pages._generation
    # Commands of one connection run in order: nobody listens when the change is said.
    await one.redis.command("CLIENT", "KILL", "TYPE", "pubsub")
    world.change(one, to=2)
    await until(lambda: one.pubsub.live and two.pubsub.live and two.pages._generation > gaps)
    assert await two.get() == 2
    await world.idle()
    world.change(two, to=3)
    await world.idle()
    await until(lambda: one.pages._epochs.current == two.pages._epochs.current)
    world.clock.move(AFTER)
    assert await one.get() == 3


async def test_an_emptied_redis_brings_nothing_old_back(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    for value in range(2, 12):
        await one.redis.command("FLUSHALL")
        world.change(one if value % 2 else two, to=value)
        await world.idle()
        await until(lambda: one.pages._epochs.current == two.pages._epochs.current)
        world.clock.move(AFTER)
        assert await two.get() == value
        await world.idle()
        assert await one.get() == value
    three = await world.start(server.url)
    assert await three.get() == 11


async def test_a_process_that_ends_says_its_last_change(server: Server, world: Processes) -> None:
    one, two = await world.start(server.url), await world.start(server.url)
    await two.get()
    world.change(one, to=2)
    await one.pages.close()
    generation = two.pages._generation
    await until(lambda: two.pages._generation > generation or two.pages._epochs._heard > 0)
    world.clock.move(AFTER)
    assert await two.get() == 2
