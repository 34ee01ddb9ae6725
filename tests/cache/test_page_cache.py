"""Test the page cache: pages are rendered once, expire in time and are never mixed up."""

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
from tests.cache.page_cache_fixtures import CAPACITY, GRACE, Processes, processes, until


@pytest.fixture
async def cluster() -> AsyncIterator[Processes]:
    async with processes() as made:
        yield made


AFTER = GRACE + 0.01


# Rendering once


async def test_concurrent_misses_render_a_page_once(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    assert set(await asyncio.gather(*(one.get() for _ in range(500)))) == {1}
    assert cluster.source.renders == 1
    assert await one.get() == 1
    assert (one.pages.misses, one.pages.hits, cluster.source.renders) == (500, 1, 1)


async def test_a_second_process_uses_the_copy_in_redis(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    await one.get()
    await cluster.idle()
    assert set(await asyncio.gather(*(two.get() for _ in range(50)))) == {1}
    assert (cluster.source.renders, two.pages.copies) == (1, 1)


async def test_a_page_too_large_for_redis_is_cached_in_the_process_only(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    renders = 0

    async def large() -> Page:
        nonlocal renders
        renders += 1
        return Page(200, b"x" * (LARGEST_COPY + 1), {})

    for process in (one, one, two, two):
        assert len((await process.pages.get("/large", large)).body) == LARGEST_COPY + 1
        await cluster.idle()
    assert renders == 2


async def test_a_crawler_does_not_fill_redis(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url, capacity=16 * CAPACITY)
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
    cluster.clock.move(COPY_LIFETIME)
    for number in range(300, 600):
        await one.pages.get(f"/{number}", make)
        await one.idle()
    assert await held() <= COPIES_HELD


async def test_concurrent_requests_get_the_page_of_their_own_key(server: Server, cluster: Processes) -> None:
    both = [await cluster.start(server.url), await cluster.start(server.url)]

    async def ask(turn: int, number: int) -> None:
        async def make() -> Page:
            await asyncio.sleep(0)
            return Page(200, str(number).encode(), {"ETag": f'"{number}"'})

        page = await both[turn % 2].pages.get(f"/page?cursor={number}", make, latest=number % 7 == turn)
        assert (page.body, page.headers) == (str(number).encode(), {"ETag": f'"{number}"'})

    for turn in range(6):
        await asyncio.gather(*(ask(turn, number) for number in range(200)))
        await cluster.idle()
    assert both[0].pages.hits > 200


async def test_copies_in_another_format_are_ignored(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    await one.get()
    await cluster.idle()
    keys = [key for key in await one.redis.command("KEYS", "page:*") if key != b"page:epoch"]
    assert len(keys) == 1
    for value in (b"", b"{}", b"\xff\n1", b'["/b",0,{}]\n5', b"[1,2]\n3", b'["/a","x",{}]\n7', b'["/a",null,null]\n7'):
        await one.redis.command("SET", keys[0], value)
        two = await cluster.start(server.url)
        assert await two.get() == 1


# Expiry


async def test_a_page_is_refreshed_after_its_lifetime(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    await one.get()
    cluster.source.value = 2  # a change that bypasses the service invalidates nothing
    cluster.clock.move(LIFETIME[0] - 0.01)
    assert await one.get() == 1
    cluster.clock.move(LIFETIME[1] - LIFETIME[0] + 0.02)
    assert await one.get() == 1  # served stale while the refresh runs
    await cluster.idle()
    assert await one.get() == 2
    assert (one.pages.refreshes, cluster.source.renders) == (1, 2)
    cluster.source.value = 3
    cluster.clock.move(LIFETIME[1] + STALE + 0.01)
    assert await one.get() == 3


async def test_pages_rendered_together_expire_at_different_times(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    for number in range(50):
        await one.get(f"/{number}")
    ends = [entry.lifetime for entry in one.pages._entries.values()]
    assert len(set(ends)) == 50
    assert LIFETIME[0] <= min(ends) < 4.5
    assert 5.5 < max(ends) <= LIFETIME[1]


async def test_the_age_of_a_copy_counts_from_rendering(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    await one.get()
    await cluster.idle()
    cluster.source.value = 2
    cluster.clock.move(3.0)
    assert await two.get() == 1
    cluster.clock.move(3.2)  # six seconds after rendering
    await two.get()
    await cluster.idle()
    assert await two.get() == 2
    cluster.source.value = 3
    cluster.clock.move(COPY_LIFETIME)
    assert await one.get() == 1
    await cluster.idle()
    assert await one.get() == 3  # Redis expires by its own clock, so the copy still exists


async def test_a_backward_clock_step_does_not_extend_lifetimes(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    await one.get()
    cluster.clock.move(-3600)
    cluster.source.value = 2
    assert await one.get() == 2
    assert await one.get() == 2
    assert cluster.source.renders == 2


# Invalidation


async def test_all_processes_see_a_change_within_the_grace_period(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    for process in (one, two):
        await process.get()
    await cluster.idle()
    cluster.change(one, to=2)
    await cluster.idle()
    await until(lambda: two.pages._generation > 1)
    cluster.clock.move(GRACE - 0.01)
    assert await one.get() == 1  # served stale while the refresh runs
    assert await two.get() == 1
    await cluster.idle()
    assert await one.get() == 2
    assert await two.get() == 2

    cluster.change(two, to=3)
    await cluster.idle()
    cluster.clock.move(AFTER)
    assert await one.get() == 3  # waits for a render after the grace period
    assert await two.get() == 3


async def test_without_a_grace_period_the_next_request_sees_a_change(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url, grace=0.0)
    for value in range(2, 20):
        cluster.change(one, to=value)
        assert await one.get() == value
        assert await one.get() == value


async def test_many_changes_cause_a_bounded_number_of_renders(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    seconds, step = 3.0, 0.01
    for value in range(2, int(seconds / step)):
        cluster.change(one, to=value)
        await cluster.idle()
        for process in (one, two):
            seen = [await process.get(), *await asyncio.gather(process.get(), process.get())]
            assert value - min(seen) <= (GRACE + 0.02) / step
            await process.idle()
        cluster.clock.move(step)
    assert cluster.source.renders <= 2 * (seconds / REFRESH_INTERVAL + 2)


async def test_a_render_started_before_a_change_is_not_served_after_it(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    cluster.source.hold = old = asyncio.Event()
    early = asyncio.ensure_future(one.get())
    await until(lambda: cluster.source.renders == 1)  # has read 1 and not returned it yet
    cluster.source.hold = None
    cluster.change(one, to=2)
    await until(lambda: one.pages._epochs.current is not None)
    cluster.clock.move(AFTER)
    assert await one.get() == 2
    old.set()
    assert await early == 1  # this request preceded the change
    await cluster.idle()
    assert await one.get() == 2
    assert await two.get() == 2
    assert cluster.source.renders == 2  # process two used the copy rendered after the change


async def test_a_refresh_started_before_a_change_is_not_served_after_it(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    await one.get()
    cluster.clock.move(LIFETIME[1] + 0.01)
    cluster.source.hold = slow = asyncio.Event()
    assert await one.get() == 1
    await until(lambda: cluster.source.renders == 2)
    cluster.source.hold = None
    cluster.change(one, to=2)
    slow.set()
    await cluster.idle()
    assert await one.get() == 1  # within the grace period
    cluster.clock.move(AFTER)
    assert await one.get() == 2


async def test_copies_in_redis_are_ignored_until_an_own_change_is_published(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    await two.get()
    await cluster.idle()
    cluster.change(one, to=2)
    assert one.pages._epochs.current is None
    assert await one.get() == 2  # Redis still has two's copy of 1


async def test_a_hundred_concurrent_changes_are_published_together(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    before = two.pages._epochs._heard
    for value in range(2, 102):
        cluster.change(one, to=value)
        if value % 10 == 0:
            await asyncio.sleep(0)
    await cluster.idle()
    assert 1 <= two.pages._epochs._heard - before <= 12
    cluster.clock.move(AFTER)
    assert await two.get() == 101


async def test_continuous_changes_are_published_at_most_a_hundred_times_a_second(
    server: Server, cluster: Processes
) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    before, began = two.pages._epochs._heard, time.monotonic()
    for value in range(2, 102):
        cluster.change(one, to=value)
        await asyncio.sleep(0.002)
    await cluster.idle()
    assert 1 <= two.pages._epochs._heard - before <= (time.monotonic() - began) / BETWEEN + 2
    cluster.clock.move(AFTER)
    assert await two.get() == 101


async def test_concurrent_changes_in_several_processes_reach_one_epoch(server: Server, cluster: Processes) -> None:
    some = [await cluster.start(server.url) for _ in range(3)]
    for value in range(2, 40):
        for process in some:
            cluster.change(process, to=value)
        await asyncio.sleep(0.001 * (value % 3))
    await cluster.idle()
    await until(lambda: len({process.pages._epochs.current for process in some}) == 1)
    assert await some[0].redis.command("GET", "page:epoch") == str(some[0].pages._epochs.current).encode()


async def test_a_request_for_the_latest_page_renders_it(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    await one.get()
    cluster.source.value = 2
    assert await one.get() == 1
    assert await one.get(latest=True) == 2
    assert await one.get() == 2  # later requests see it, too
    assert (cluster.source.renders, one.pages.past) == (2, 1)


# Errors


async def test_an_error_reaches_all_waiting_requests_and_is_not_cached(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    cluster.source.failure = ValueError("once")
    results = await asyncio.gather(*(one.get() for _ in range(20)), return_exceptions=True)
    assert [str(result) for result in results] == ["once"] * 20
    assert cluster.source.renders == 1
    cluster.source.failure = None
    assert await one.get() == 1


async def test_only_status_200_is_cached(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    cluster.source.status = 404
    for _ in range(3):
        await one.get()
        await cluster.idle()
    assert cluster.source.renders == 3
    assert one.pages.bytes_held == 0


async def test_a_cancelled_request_does_not_affect_others(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    cluster.source.hold = asyncio.Event()
    waiting = [asyncio.ensure_future(one.get()) for _ in range(10)]
    await until(lambda: cluster.source.renders == 1)
    for leaving in waiting[:9]:
        leaving.cancel()
    await asyncio.sleep(0)
    cluster.source.hold.set()
    assert await waiting[9] == 1
    assert cluster.source.renders == 1

    cluster.source.hold = asyncio.Event()
    alone = asyncio.ensure_future(one.get("/b"))
    await until(lambda: cluster.source.renders == 2)
    alone.cancel()
    cluster.source.hold.set()
    await cluster.idle()
    assert await one.get("/b") == 1
    assert cluster.source.renders == 3  # cancelled when no request waited for it


async def test_a_stale_page_is_served_while_the_database_is_unavailable(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    await one.get()
    cluster.source.failure = DatabaseUnavailable("away")
    for _ in range(5):
        cluster.clock.move(LIFETIME[1])
        assert await one.get() == 1
        await cluster.idle()
    cluster.clock.move(STALE)
    with pytest.raises(DatabaseUnavailable):
        await one.get()


async def test_a_deleted_page_is_not_served_stale(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
    await one.get()
    cluster.source.failure = LookupError("gone")
    cluster.clock.move(LIFETIME[1])
    assert await one.get() == 1
    await cluster.idle()
    with pytest.raises(LookupError):
        await one.get()


async def test_memory_is_bounded_and_hot_pages_stay(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url)
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
async def test_a_page_with_an_unusual_key_is_never_cached(server: Server, cluster: Processes, key: str) -> None:
    one = await cluster.start(server.url)
    for _ in range(3):
        await one.get(key)
    assert cluster.source.renders == 3
    assert one.pages.bytes_held == 0


async def test_capacity_zero_disables_the_cache(server: Server, cluster: Processes) -> None:
    one = await cluster.start(server.url, capacity=0)
    for _ in range(3):
        await one.get()
    assert cluster.source.renders == 3


# Redis outages


async def test_without_redis_pages_are_cached_briefly(make_server: MakeServer, cluster: Processes) -> None:
    server = make_server()
    one = await cluster.start(server.url)
    assert set(await asyncio.gather(*(one.get() for _ in range(50)))) == {1}
    cluster.source.value = 2  # a change in another process, which cannot be published
    cluster.clock.move(DEAF_LIFETIME - 0.01)
    assert await one.get() == 1
    cluster.clock.move(AFTER + 0.01)
    assert await one.get() == 2


async def test_an_unpublished_change_is_published_when_redis_returns(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    for process in (one, two):
        await process.get()
    server.kill()
    await until(lambda: not two.pubsub.live)
    cluster.change(one, to=2)
    assert await one.get(latest=True) == 2
    server.start()
    await until(lambda: one.pubsub.live and two.pubsub.live)
    assert await two.get() == 2  # no grace period: the change may have been missed for long
    await cluster.idle()
    cluster.change(two, to=3)
    await cluster.idle()
    cluster.clock.move(AFTER)
    assert await one.get() == 3


async def test_missed_messages_invalidate_every_page(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    for process in (one, two):
        await process.get()
    await cluster.idle()
    gaps = two.pages._generation
    # Redis runs commands of one connection in order: the change is published without subscribers.
    await one.redis.command("CLIENT", "KILL", "TYPE", "pubsub")
    cluster.change(one, to=2)
    await until(lambda: one.pubsub.live and two.pubsub.live and two.pages._generation > gaps)
    assert await two.get() == 2
    await cluster.idle()
    cluster.change(two, to=3)
    await cluster.idle()
    await until(lambda: one.pages._epochs.current == two.pages._epochs.current)
    cluster.clock.move(AFTER)
    assert await one.get() == 3


async def test_a_flushed_redis_revives_no_old_page(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    for value in range(2, 12):
        await one.redis.command("FLUSHALL")
        cluster.change(one if value % 2 else two, to=value)
        await cluster.idle()
        await until(lambda: one.pages._epochs.current == two.pages._epochs.current)
        cluster.clock.move(AFTER)
        assert await two.get() == value
        await cluster.idle()
        assert await one.get() == value
    three = await cluster.start(server.url)
    assert await three.get() == 11


async def test_a_closing_process_publishes_its_last_change(server: Server, cluster: Processes) -> None:
    one, two = await cluster.start(server.url), await cluster.start(server.url)
    await two.get()
    cluster.change(one, to=2)
    await one.pages.close()
    generation = two.pages._generation
    await until(lambda: two.pages._generation > generation or two.pages._epochs._heard > 0)
    cluster.clock.move(AFTER)
    assert await two.get() == 2
