"""Test comparisons: bounded queue, fair order between clients, cache by content, and bounded size."""

import asyncio
import random
import threading
from collections.abc import AsyncIterator, Callable

import pytest

from service.core.compute import MAX_QUEUED, MAX_QUEUED_BY_CLIENT, Compute, QueueFull
from service.core.sized_cache import SizedCache
from service.features.workflows.documents.diff import apply, diff
from service.features.workflows.documents.document import Document, Step
from service.features.workflows.versions import comparing
from service.http.schema.output import encode
from tests.api import ApiClient, RunningService
from tests.cache.page_cache_fixtures import until


@pytest.fixture
async def compute() -> AsyncIterator[Compute]:
    made = Compute()
    yield made
    made.close()


@pytest.fixture
def release() -> threading.Event:
    """Hold the compute thread until it is set."""
    return threading.Event()


async def started(compute: Compute, release: threading.Event) -> asyncio.Task[bool]:
    """Occupy the thread of `compute` until the event is set."""
    running = threading.Event()

    def wait() -> bool:
        running.set()
        return release.wait(10)

    task = asyncio.ensure_future(compute.run("first", wait))
    await asyncio.to_thread(running.wait)
    return task


def recorded(done: list[str], name: str) -> Callable[[], None]:
    return lambda: done.append(name)


async def test_clients_are_served_in_turn(compute: Compute, release: threading.Event) -> None:
    first = await started(compute, release)
    done: list[str] = []
    waiting = [asyncio.ensure_future(compute.run("ada", recorded(done, f"ada {n}"))) for n in range(3)]
    await asyncio.sleep(0)
    waiting.append(asyncio.ensure_future(compute.run("bob", recorded(done, "bob"))))
    await asyncio.sleep(0)
    release.set()
    await asyncio.gather(first, *waiting)
    assert done == ["ada 0", "bob", "ada 1", "ada 2"]


async def test_the_queue_is_limited_in_total_and_per_client(compute: Compute, release: threading.Event) -> None:
    first = await started(compute, release)
    waiting = []
    for client in range(MAX_QUEUED // MAX_QUEUED_BY_CLIENT):
        waiting += [asyncio.ensure_future(compute.run(str(client), lambda: None)) for _ in range(MAX_QUEUED_BY_CLIENT)]
        await asyncio.sleep(0)
        with pytest.raises(QueueFull):
            await compute.run(str(client), lambda: None)
    with pytest.raises(QueueFull):
        await compute.run("another", lambda: None)
    release.set()
    await asyncio.gather(first, *waiting)
    assert await compute.run("another", lambda: 7) == 7
    assert compute.queued == 0


async def test_a_cancelled_call_frees_its_place(compute: Compute, release: threading.Event) -> None:
    first = await started(compute, release)
    done: list[str] = []
    waiting = [asyncio.ensure_future(compute.run("ada", recorded(done, str(n)))) for n in range(MAX_QUEUED_BY_CLIENT)]
    await asyncio.sleep(0)
    for task in waiting[:2]:
        task.cancel()
    await asyncio.gather(*waiting[:2], return_exceptions=True)
    assert compute.queued == MAX_QUEUED_BY_CLIENT - 2
    waiting.append(asyncio.ensure_future(compute.run("ada", recorded(done, "late"))))
    release.set()
    await asyncio.gather(first, *waiting, return_exceptions=True)
    assert done == ["2", "3", "late"]


async def test_an_error_reaches_its_caller_only(compute: Compute) -> None:
    with pytest.raises(ZeroDivisionError):
        await compute.run("ada", lambda: 1 // 0)
    assert await compute.run("ada", lambda: 1) == 1


def content(text: str) -> dict[str, object]:
    return {"steps": [{"key": "one", "title": "One", "template": text}]}


async def compared(ada: ApiClient, title: str, texts: list[str]) -> str:
    """Return the path of the diff between versions with these texts."""
    flow = await ada.workflow(await ada.published(title), "Flow")
    for text in texts:
        (await ada.save_version(flow, content(text))).expect(201)
    return f"{flow}/diff?from=1&to=2"


async def test_a_full_queue_gets_503(service: RunningService, ada: ApiClient, release: threading.Event) -> None:
    path = await compared(ada, "Coach", ["Say hello.", "Say goodbye."])
    compute = service.app.deps.compute
    first = await started(compute, release)
    greedy, other = service.client(address="192.0.2.98"), service.client(address="192.0.2.99")
    waiting = [asyncio.ensure_future(greedy.get(path)) for _ in range(MAX_QUEUED_BY_CLIENT)]
    await until(lambda: compute.queued == MAX_QUEUED_BY_CLIENT)
    refused = (await greedy.get(path)).expect(503, "unavailable")
    assert refused.headers["Retry-After"] == "2"
    waiting.append(asyncio.ensure_future(other.get(path)))
    await until(lambda: compute.queued == MAX_QUEUED_BY_CLIENT + 1)
    release.set()
    await first
    assert {reply.status for reply in await asyncio.gather(*waiting)} == {200}


async def test_equal_comparisons_are_computed_once(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    texts = ["Read it once.", "Read it twice."]
    paths = [await compared(ada, "Coach", texts), await compared(bob, "Lamp", texts)]
    before = comparing.comparisons.puts
    replies = [(await client.get(path)).expect(200).json for client in (ada, bob) for path in paths]
    assert comparing.comparisons.puts - before == 1
    assert all(reply["changes"] == replies[0]["changes"] for reply in replies)
    assert [reply["new"]["author"]["handle"] for reply in replies] == ["ada", "bob", "ada", "bob"]
    hunks = replies[0]["changes"]["steps"][0]["fields"][0]["hunks"]
    assert [hunk["op"] for hunk in hunks] == ["equal", "delete", "insert", "equal"]


def test_the_cache_is_bounded_and_evicts_the_oldest() -> None:
    cache: SizedCache[comparing.Hashes, bytes] = SizedCache(10_000)
    for number in range(20):
        cache.put((bytes([number]), b""), b"x" * 700, 1000)
        cache.get((b"\0", b""))
    assert cache.size <= 10_000
    assert cache.get((b"\0", b"")) is not None  # used in every round
    assert (cache.get((b"\1", b"")), cache.get((bytes([19]), b""))) == (None, b"x" * 700)


WORDS = random.Random(11)


@pytest.mark.parametrize(
    "template",
    [
        lambda: " ".join(WORDS.choice("abcdefghij") for _ in range(1900)),
        lambda: "".join(WORDS.choice("ab") + "." for _ in range(1950)),
        lambda: "".join(WORDS.choice("ab") + "\n" for _ in range(1950)),
    ],
    ids=["words", "characters", "lines"],
)
def test_the_size_of_a_diff_is_limited(template: Callable[[], str]) -> None:
    """Each side has 400,000 characters, with a change in nearly every word."""
    old, new = (Document(steps=[Step(key=f"s{n}", template=template()) for n in range(50)]) for _ in range(2))
    changes = diff(old, new)
    assert apply(old, changes) == new
    assert len(encode(changes)) <= 1_500_000
