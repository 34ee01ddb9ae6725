"""Test the page cache through HTTP, with two application processes on one PostgreSQL and one Redis."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.api import ApiClient, Reply, RunningService, config_for, running_service
from tests.cache.page_cache_fixtures import until

type Pair = tuple[RunningService, RunningService]


@pytest.fixture
async def pair(database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[Pair]:
    config = config_for(database_url, redis_url, tmp_path / "mail", PAGE_GRACE="0.3", WORKERS="2")
    async with running_service(config) as one, running_service(config) as two:
        yield one, two


@pytest.fixture
async def ada(pair: Pair) -> ApiClient:
    return await pair[0].maker("ada")


def at(client: ApiClient, service: RunningService) -> ApiClient:
    """Return the same client with requests to another process."""
    return ApiClient(
        service,
        client.address,
        email=client.email,
        handle=client.handle,
        access_token=client.access_token,
        session_id=client.session_id,
    )


@contextmanager
def statements(service: RunningService, number: int) -> Iterator[None]:
    before = service.app.deps.db.statement_count
    yield
    assert service.app.deps.db.statement_count - before == number


def titles(reply: Reply) -> list[str]:
    return [project["title"] for project in reply.expect(200).json["data"]]


async def idle(*services: RunningService) -> None:
    """Wait until no page is being rendered and all invalidations have arrived."""
    pages = [service.app.deps.pages for service in services]
    await until(lambda: not any(one._flights or one._tasks or one._epochs._saying for one in pages))
    await until(lambda: all(one._epochs.current is not None for one in pages))


async def test_500_concurrent_requests_run_the_query_once(pair: Pair, ada: ApiClient) -> None:
    await ada.published("Reading coach")
    await idle(*pair)
    for service in pair:
        visitor = service.client(address=f"198.51.100.{pair.index(service)}")
        path = f"/projects?limit={30 + pair.index(service)}"
        with statements(service, 1):
            replies = await asyncio.gather(*(visitor.get(path) for _ in range(500)))
        assert all(titles(reply) == ["Reading coach"] for reply in replies)
        assert len({reply.headers["ETag"] for reply in replies}) == 1
        assert len({reply.headers["X-Request-Id"] for reply in replies}) == 500


async def test_a_cached_page_runs_no_statement(pair: Pair, ada: ApiClient) -> None:
    one, two = pair
    await ada.published("Reading coach")
    await idle(*pair)
    await asyncio.sleep(0.35)  # wait until the grace period of the change ends
    visitor, elsewhere = one.client(), two.client()
    first = (await visitor.get("/projects")).expect(200)
    await idle(*pair)
    for client, service in ((visitor, one), (elsewhere, two)):
        with statements(service, 0):
            again = (await client.get("/projects")).expect(200)
            same = (await client.get("/projects", headers={"If-None-Match": str(first.headers["ETag"])})).expect(304)
        assert again.body == first.body
        assert same.body == b""
        for reply in (first, again, same):
            assert reply.headers["ETag"] == first.headers["ETag"]
            assert reply.headers["Cache-Control"] == "public, no-cache"
            assert reply.headers["Vary"] == "Authorization"
            assert "RateLimit" in reply.headers
    assert two.app.deps.pages.copies == 1


async def test_every_visitor_sees_a_change_within_a_second(pair: Pair, ada: ApiClient) -> None:
    one, two = pair
    visitors = [one.client(address="198.51.100.1"), two.client(address="198.51.100.2")]
    path = await ada.published("Reading coach")
    for number in range(6):
        title = f"Reading coach {number}"
        for visitor in visitors:
            await visitor.get("/projects")
        began = time.monotonic()
        (await at(ada, pair[number % 2]).edit(path, title=title)).expect(200)
        for visitor in visitors:
            while titles(await visitor.get("/projects")) != [title]:
                assert time.monotonic() - began < 1.0
                await asyncio.sleep(0.02)
    assert one.app.deps.pages.stale + two.app.deps.pages.stale > 0  # stale pages were served, and replaced in time


async def test_makers_see_their_own_change_at_once_on_every_process(pair: Pair, ada: ApiClient) -> None:
    one, two = pair
    path = await ada.published("Reading coach")
    lists = ["/projects", "/makers/ada/projects"]
    for number in range(10):
        title = f"Reading coach {number}"
        here, there = at(ada, pair[number % 2]), at(ada, pair[1 - number % 2])
        for client in (one.client(), two.client()):
            for name in lists:
                await client.get(name)
        (await here.edit(path, title=title)).expect(200)
        for client in (there, here):
            for name in lists:
                assert titles(await client.get(name)) == [title]
    assert two.app.deps.pages.past >= 20


async def test_the_recent_write_mark_belongs_to_one_maker_and_expires(
    pair: Pair, ada: ApiClient, redis_url: str
) -> None:
    one, _ = pair
    bob = await one.maker("bob", address="192.0.2.7")
    await ada.published("Reading coach")
    pages = one.app.deps.pages
    for client, past in ((ada, 1), (bob, 0), (one.client(), 0)):
        before = pages.past
        await client.get("/projects")
        assert pages.past - before == past
    keys = await one.context.redis.command("KEYS", "*:w:*")
    assert len(keys) == 1  # neither login nor email confirmation changes a page that bob could request
    assert 0 < await one.context.redis.command("PTTL", keys[0]) <= 5000


async def test_changes_that_are_not_public_invalidate_no_page(pair: Pair, ada: ApiClient) -> None:
    one, two = pair
    path = await ada.published("Reading coach")
    workflow = await ada.workflow(path)
    await idle(*pair)
    generations = [service.app.deps.pages._generation for service in pair]
    (await ada.login()).expect(200)
    (await ada.save_draft(workflow, {"steps": []})).expect(200)
    (await ada.refresh()).expect(200)
    (await one.client().request("POST", "/auth/login", {"email": "x@example.org", "password": "x" * 12})).expect(401)
    (await ada.create_project("")).expect(422)
    (await ada.delete("/projects/ada/other")).expect(404)
    (await ada.get("/me/projects")).expect(200)
    assert [service.app.deps.pages._generation for service in pair] == generations
    (await ada.create_project("Another")).expect(201)
    await idle(*pair)
    await until(lambda: two.app.deps.pages._generation == generations[1] + 1)
    assert one.app.deps.pages._generation == generations[0] + 1


async def test_a_handler_with_its_own_transaction_invalidates_pages(pair: Pair, ada: ApiClient) -> None:
    one, two = pair
    await idle(*pair)
    before = two.app.deps.pages._generation
    (await two.client().get("/makers/ada")).expect(200)
    (await ada.delete_me()).expect(204)
    (await at(ada, one).get("/makers/ada", token="")).expect(404)
    await until(lambda: two.app.deps.pages._generation > before)


async def test_a_job_can_invalidate_pages(pair: Pair, ada: ApiClient) -> None:
    one, two = pair
    await idle(*pair)
    generations = [service.app.deps.pages._generation for service in pair]
    await one.context.publish()
    await until(lambda: [service.app.deps.pages._generation for service in pair] == [n + 1 for n in generations])
    before = two.app.deps.pages._generation
    await one.context.redis.close()  # unavailable Redis: logged, and the job continues
    await one.context.publish()
    assert two.app.deps.pages._generation == before


async def test_cached_pages_check_tokens_and_rate_limits(pair: Pair, ada: ApiClient) -> None:
    one, _ = pair
    await ada.published("Reading coach")
    visitor = one.client(address="203.0.113.9")
    await visitor.get("/projects")
    assert (await visitor.get("/projects", token="no.such.token")).expect(401).code == "invalid_token"
    replies = await asyncio.gather(*(visitor.get("/projects") for _ in range(700)))
    assert {reply.status for reply in replies} == {200, 429}
    (await ada.logout()).expect(204)
    (await ada.get("/projects")).expect(401)


async def test_errors_and_redirects_are_not_cached(pair: Pair, ada: ApiClient) -> None:
    one, _ = pair
    visitor = one.client()
    for path, status in (
        ("/projects?limit=0", 422),
        ("/projects?cursor=x", 400),
        ("/projects?nonsense=1", 422),
        ("/tags/nothing", 404),
        ("/makers/nobody", 404),
    ):
        for _ in range(2):
            (await visitor.get(path)).expect(status)
    assert one.app.deps.pages.bytes_held == 0
    assert one.app.deps.pages.hits == 0
    (await ada.update_me(handle="countess")).expect(200)
    for _ in range(2):
        moved = (await visitor.get("/makers/ada/projects?limit=7")).expect(308)
        assert moved.headers["Location"] == "/api/v1/makers/countess/projects?limit=7"


async def test_head_uses_the_cached_page(pair: Pair, ada: ApiClient) -> None:
    one, _ = pair
    await ada.published("Reading coach")
    visitor = one.client()
    got = (await visitor.get("/projects")).expect(200)
    await idle(*pair)
    with statements(one, 0):
        head = (await visitor.request("HEAD", "/projects")).expect(200)
    assert head.body == b""
    assert (head.headers["ETag"], head.headers["Content-Length"]) == (got.headers["ETag"], str(len(got.body)))


async def test_metrics_count_page_cache_hits_and_misses(pair: Pair, ada: ApiClient) -> None:
    one, _ = pair
    one.app.deps.metrics.flush()
    visitor = one.client()
    for _ in range(3):
        await visitor.get("/tools")
    counted = {(name, *labels): taken for name, labels, taken in one.app.deps.metrics.flush()["add"]}
    assert counted["cached_pages_total", "misses"] == 1
    assert counted["cached_pages_total", "hits"] == 2
    assert counted["cached_page_bytes",] > 1000
