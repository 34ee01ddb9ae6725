"""Test batched calls: every caller gets their own result, whatever happens to the others."""

import asyncio
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.db.batching import Batcher


class Backend:
    """Backend that returns `item * 10` for a batch when the test completes that batch."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.gates: list[asyncio.Future[None]] = []
        self.running = 0
        self.most_running = 0

    async def run(self, items: list[int]) -> list[int]:
        self.batches.append(list(items))
        admission = asyncio.get_running_loop().create_future()
        self.gates.append(admission)
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        try:
            await admission
        finally:
            self.running -= 1
        return [item * 10 for item in items]

    async def started(self, count: int) -> None:
        """Wait until `count` batches have started, counting turns of the loop."""
        for _ in range(1000):
            if len(self.batches) >= count:
                return
            await asyncio.sleep(0)
        raise AssertionError(f"{len(self.batches)} batches started, not {count}")

    def complete(self, index: int) -> None:
        self.gates[index].set_result(None)


async def test_an_idle_batcher_starts_in_the_same_turn_without_a_timer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run(items: list[int]) -> list[int]:
        return items

    batcher = Batcher(run, 10)
    loop = asyncio.get_running_loop()
    timers: list[object] = []
    # The loop sets its timers through this method; the batcher must not use one.
    monkeypatch.setattr(loop, "call_later", lambda *given, **named: timers.append(given))
    monkeypatch.setattr(loop, "call_at", lambda *given, **named: timers.append(given))
    future = batcher(1)
    for _ in range(4):
        await asyncio.sleep(0)
    assert future.done()
    assert future.result() == 1
    assert timers == []


async def test_calls_of_one_turn_share_a_batch_and_later_calls_the_next() -> None:
    backend = Backend()
    batcher = Batcher(backend.run, 10)
    first = [batcher(1), batcher(2)]
    await backend.started(1)
    second = [batcher(3), batcher(4), batcher(5)]
    await asyncio.sleep(0)
    assert backend.batches == [[1, 2]]
    backend.complete(0)
    await backend.started(2)
    backend.complete(1)
    assert await asyncio.gather(*first, *second) == [10, 20, 30, 40, 50]
    assert backend.batches == [[1, 2], [3, 4, 5]]


async def test_batches_keep_the_size_limit_and_the_order_of_calls() -> None:
    backend = Backend()
    batcher = Batcher(backend.run, 3, max_in_flight=2)
    futures = [batcher(n) for n in range(10)]
    for index in range(4):
        await backend.started(index + 1)
        backend.complete(index)
    assert await asyncio.gather(*futures) == [n * 10 for n in range(10)]
    assert backend.batches == [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9]]
    assert backend.most_running == 2


async def test_a_cancelled_call_does_not_affect_others() -> None:
    backend = Backend()
    batcher = Batcher(backend.run, 10)
    kept, dropped = batcher(1), batcher(2)
    await backend.started(1)
    waiting, dropped_while_waiting = batcher(3), batcher(4)
    dropped.cancel()
    dropped_while_waiting.cancel()
    backend.complete(0)
    assert await kept == 10
    await backend.started(2)
    backend.complete(1)
    assert await waiting == 30
    assert backend.batches == [[1, 2], [3]]


async def test_the_batcher_works_after_all_calls_were_cancelled() -> None:
    backend = Backend()
    batcher = Batcher(backend.run, 10)
    dropped = batcher(1)
    dropped.cancel()
    for _ in range(5):
        await asyncio.sleep(0)
    assert backend.batches == []
    future = batcher(2)
    await backend.started(1)
    backend.complete(0)
    assert await future == 20


async def test_an_error_reaches_its_batch_only() -> None:
    calls = 0

    async def run(items: list[int]) -> list[int]:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise ConnectionError("gone")
        return items

    batcher = Batcher(run, 2)
    outcomes = await asyncio.gather(*(batcher(n) for n in range(4)), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes[:2]] == [ConnectionError, ConnectionError]
    assert outcomes[2:] == [2, 3]


@pytest.mark.parametrize("results", [[], [1], [1, 2, 3]])
async def test_a_wrong_number_of_results_is_an_error(results: list[int]) -> None:
    async def run(items: list[int]) -> list[int]:
        return results

    batcher = Batcher(run, 10)
    outcomes = await asyncio.gather(batcher(1), batcher(2), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [RuntimeError, RuntimeError]


async def test_only_the_caller_with_the_bad_item_gets_the_error() -> None:
    batches: list[list[int]] = []

    async def run(items: list[int]) -> list[int]:
        batches.append(items)
        if 3 in items:
            raise ValueError("three")
        return items

    batcher = Batcher(run, 10, is_poison=lambda error: isinstance(error, ValueError))
    outcomes = await asyncio.gather(*(batcher(n) for n in (1, 2, 3, 4)), return_exceptions=True)
    assert outcomes[:2] == [1, 2]
    assert isinstance(outcomes[2], ValueError)
    assert outcomes[3] == 4
    assert batches[0] == [1, 2, 3, 4]


async def test_a_batch_with_a_bad_item_completes_when_a_caller_cancels() -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def run(items: list[int]) -> list[int]:
        if len(items) > 1:
            started.set()
            await go_on.wait()
            raise ValueError("one of you")
        if items == [2]:
            raise ValueError("two")
        return items

    batcher = Batcher(run, 10, is_poison=lambda error: True)
    first, second, third = batcher(1), batcher(2), batcher(3)
    await started.wait()
    first.cancel()
    go_on.set()
    assert await third == 3
    with pytest.raises(ValueError, match="two"):
        await second
    assert await batcher(4) == 4


@settings(max_examples=150, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    callers=st.integers(1, 60),
    max_batch=st.integers(1, 9),
    max_in_flight=st.integers(1, 4),
)
def test_each_caller_gets_their_own_result_or_error(
    seed: int, callers: int, max_batch: int, max_in_flight: int
) -> None:
    """Mix arrivals, cancellations, bad items and failures in any order."""
    prng = random.Random(seed)
    poisoned = {n for n in range(callers) if prng.random() < 0.1}
    impatient = {n for n in range(callers) if prng.random() < 0.2}
    sizes: list[int] = []
    outcomes: list[tuple[int, tuple[int, ...]]] = []
    running = 0

    async def run(items: list[int]) -> list[str]:
        nonlocal running
        running += 1
        sizes.append(len(items))
        assert running <= max_in_flight
        try:
            for _ in range(prng.randrange(4)):
                await asyncio.sleep(0)
            if guilty := poisoned & set(items):
                raise ValueError(min(guilty))
            return [f"result of {item}" for item in items]
        finally:
            running -= 1

    async def scenario() -> None:
        batcher = Batcher(run, max_batch, max_in_flight, is_poison=lambda error: isinstance(error, ValueError))

        async def caller(number: int) -> None:
            for _ in range(prng.randrange(6)):
                await asyncio.sleep(0)
            future = batcher(number)
            if number in impatient:
                for _ in range(prng.randrange(3)):
                    await asyncio.sleep(0)
                future.cancel()
            try:
                result = await future
            except asyncio.CancelledError:
                assert number in impatient
            except ValueError as error:
                outcomes.append((number, error.args))
            else:
                assert result == f"result of {number}"

        async with asyncio.timeout(10), asyncio.TaskGroup() as group:
            for number in range(callers):
                group.create_task(caller(number))
        assert await batcher(callers) == f"result of {callers}"

    asyncio.run(scenario())
    assert max(sizes) <= max_batch
    assert all(number in poisoned and blamed == (number,) for number, blamed in outcomes)
