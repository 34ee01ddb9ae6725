"""Joined calls: every caller gets its own answer, whatever happens to the others."""

import asyncio
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.db.batching import Batcher


class Backend:
    """Answers `item * 10` batch by batch, each batch only when the test lets it land."""

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

    async def begun(self, count: int) -> None:
        """Waits until `count` batches have started, in turns of the loop."""
        for _ in range(1000):
            if len(self.batches) >= count:
                return
            await asyncio.sleep(0)
        raise AssertionError(f"{len(self.batches)} batches started, not {count}")

    def land(self, index: int) -> None:
        self.gates[index].set_result(None)


async def test_an_idle_one_starts_in_the_same_turn_without_a_timer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run(items: list[int]) -> list[int]:
        return items

    joined = Batcher(run, 10)
    loop = asyncio.get_running_loop()
    timers: list[object] = []
    # The loop's own timer would be set through this; nothing here may ask for one.
    monkeypatch.setattr(loop, "call_later", lambda *given, **named: timers.append(given))
    monkeypatch.setattr(loop, "call_at", lambda *given, **named: timers.append(given))
    future = joined(1)
    for _ in range(4):
        await asyncio.sleep(0)
    assert future.done()
    assert future.result() == 1
    assert timers == []


async def test_calls_of_one_turn_travel_together_and_later_ones_in_the_next_batch() -> None:
    backend = Backend()
    joined = Batcher(backend.run, 10)
    first = [joined(1), joined(2)]
    await backend.begun(1)
    second = [joined(3), joined(4), joined(5)]
    await asyncio.sleep(0)
    assert backend.batches == [[1, 2]]
    backend.land(0)
    await backend.begun(2)
    backend.land(1)
    assert await asyncio.gather(*first, *second) == [10, 20, 30, 40, 50]
    assert backend.batches == [[1, 2], [3, 4, 5]]


async def test_batches_are_no_longer_than_allowed_and_in_the_order_asked() -> None:
    backend = Backend()
    joined = Batcher(backend.run, 3, max_in_flight=2)
    futures = [joined(n) for n in range(10)]
    for index in range(4):
        await backend.begun(index + 1)
        backend.land(index)
    assert await asyncio.gather(*futures) == [n * 10 for n in range(10)]
    assert backend.batches == [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9]]
    assert backend.most_running == 2


async def test_a_cancelled_caller_costs_the_others_nothing() -> None:
    backend = Backend()
    joined = Batcher(backend.run, 10)
    kept, dropped = joined(1), joined(2)
    await backend.begun(1)
    waiting, dropped_while_waiting = joined(3), joined(4)
    dropped.cancel()
    dropped_while_waiting.cancel()
    backend.land(0)
    assert await kept == 10
    await backend.begun(2)
    backend.land(1)
    assert await waiting == 30
    assert backend.batches == [[1, 2], [3]]


async def test_everybody_cancelled_leaves_it_usable() -> None:
    backend = Backend()
    joined = Batcher(backend.run, 10)
    dropped = joined(1)
    dropped.cancel()
    for _ in range(5):
        await asyncio.sleep(0)
    assert backend.batches == []
    future = joined(2)
    await backend.begun(1)
    backend.land(0)
    assert await future == 20


async def test_an_error_goes_to_its_batch_and_not_to_the_next() -> None:
    calls = 0

    async def run(items: list[int]) -> list[int]:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise ConnectionError("gone")
        return items

    joined = Batcher(run, 2)
    outcomes = await asyncio.gather(*(joined(n) for n in range(4)), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes[:2]] == [ConnectionError, ConnectionError]
    assert outcomes[2:] == [2, 3]


@pytest.mark.parametrize("answers", [[], [1], [1, 2, 3]])
async def test_a_wrong_number_of_answers_is_an_error_and_no_mix_up(answers: list[int]) -> None:
    async def run(items: list[int]) -> list[int]:
        return answers

    joined = Batcher(run, 10)
    outcomes = await asyncio.gather(joined(1), joined(2), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [RuntimeError, RuntimeError]


async def test_only_the_guilty_caller_sees_poison() -> None:
    batches: list[list[int]] = []

    async def run(items: list[int]) -> list[int]:
        batches.append(items)
        if 3 in items:
            raise ValueError("three")
        return items

    joined = Batcher(run, 10, is_poison=lambda error: isinstance(error, ValueError))
    outcomes = await asyncio.gather(*(joined(n) for n in (1, 2, 3, 4)), return_exceptions=True)
    assert outcomes[:2] == [1, 2]
    assert isinstance(outcomes[2], ValueError)
    assert outcomes[3] == 4
    assert batches[0] == [1, 2, 3, 4]


async def test_a_poisoned_batch_lands_even_when_a_caller_leaves_meanwhile() -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def run(items: list[int]) -> list[int]:
        if len(items) > 1:
            started.set()
            await go_on.wait()
            raise ValueError("one of you")
        if items == [2]:
            raise ValueError("two")
        return items

    joined = Batcher(run, 10, is_poison=lambda error: True)
    first, second, third = joined(1), joined(2), joined(3)
    await started.wait()
    first.cancel()
    go_on.set()
    assert await third == 3
    with pytest.raises(ValueError, match="two"):
        await second
    assert await joined(4) == 4


@settings(max_examples=150, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    callers=st.integers(1, 60),
    max_batch=st.integers(1, 9),
    max_in_flight=st.integers(1, 4),
)
def test_nobody_gets_what_is_anothers(seed: int, callers: int, max_batch: int, max_in_flight: int) -> None:
    """Arrivals, cancellations, poison and failures in any order: each caller gets its own item's answer or error."""
    chance = random.Random(seed)
    poisoned = {n for n in range(callers) if chance.random() < 0.1}
    impatient = {n for n in range(callers) if chance.random() < 0.2}
    sizes: list[int] = []
    outcomes: list[tuple[int, tuple[int, ...]]] = []
    running = 0

    async def run(items: list[int]) -> list[str]:
        nonlocal running
        running += 1
        sizes.append(len(items))
        assert running <= max_in_flight
        try:
            for _ in range(chance.randrange(4)):
                await asyncio.sleep(0)
            if guilty := poisoned & set(items):
                raise ValueError(min(guilty))
            return [f"answer to {item}" for item in items]
        finally:
            running -= 1

    async def scenario() -> None:
        joined = Batcher(run, max_batch, max_in_flight, is_poison=lambda error: isinstance(error, ValueError))

        async def caller(number: int) -> None:
            for _ in range(chance.randrange(6)):
                await asyncio.sleep(0)
            future = joined(number)
            if number in impatient:
                for _ in range(chance.randrange(3)):
                    await asyncio.sleep(0)
                future.cancel()
            try:
                answer = await future
            except asyncio.CancelledError:
                assert number in impatient
            except ValueError as error:
                outcomes.append((number, error.args))
            else:
                assert answer == f"answer to {number}"

        async with asyncio.timeout(10), asyncio.TaskGroup() as group:
            for number in range(callers):
                group.create_task(caller(number))
        assert await joined(callers) == f"answer to {callers}"

    asyncio.run(scenario())
    assert max(sizes) <= max_batch
    assert all(number in poisoned and blamed == (number,) for number, blamed in outcomes)
