"""Test batched calls under any schedule of arrivals, cancellations, errors and bad items."""

import asyncio

from attrs import define, field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from service.db.batching import Batcher


@frozen
class Arrive:
    """A caller arrives with an item that may make its batch fail."""

    poison: bool


@frozen
class Cancel:
    """A caller cancels, before or after the result."""

    who: int


@frozen
class Complete:
    """A running call returns or fails as a whole."""

    which: int
    fails: bool


# Events between two turns of the loop.
MOMENT = st.lists(
    st.one_of(
        st.builds(Arrive, st.booleans() | st.just(False)),
        st.builds(Cancel, st.integers(0, 40)),
        st.builds(Complete, st.integers(0, 4), st.booleans() | st.just(False)),
    ),
    max_size=8,
)


class PoisonError(Exception):
    """Error that contains the bad item."""


class GoneError(Exception):
    """Error that contains the number of the failed call."""


@define
class Call:
    items: list[int]
    failing: asyncio.Future[bool]
    """Set by the test to end the call: whether it fails."""


@define
class Simulation:
    """A backend that returns when told to, and all callers of one `Batcher`."""

    max_batch: int
    max_in_flight: int
    batcher: Batcher[int, str] = field(init=False)
    calls: list[Call] = field(init=False, factory=list)
    poison: set[int] = field(init=False, factory=set)
    futures: list[asyncio.Future[str]] = field(init=False, factory=list)
    served: list[int] = field(init=False, factory=list)
    """Items in the order of their first call."""
    cancelled_early: set[int] = field(init=False, factory=set)
    """Items whose callers cancelled before a call included them."""

    def __attrs_post_init__(self) -> None:
        self.batcher = Batcher(
            self._run, self.max_batch, self.max_in_flight, is_poison=lambda error: isinstance(error, PoisonError)
        )

    async def _run(self, items: list[int]) -> list[str]:
        again = items[0] in self.served
        if again:
            assert len(items) == 1, "items of a failed batch are retried one by one"
            assert not self.futures[items[0]].done(), "a cancelled caller's item is not retried"
        else:
            self.served += items
            assert len(items) <= self.max_batch
            assert not self.cancelled_early & set(items), "a cancelled caller takes no place in a batch"
            assert len(items) == self.max_batch or not self._waiting(), (
                "a batch started with free places although callers waited"
            )
        call = Call(items, asyncio.get_running_loop().create_future())
        self.calls.append(call)
        if await call.failing:
            raise GoneError(self.calls.index(call))
        if guilty := self.poison & set(items):
            raise PoisonError(min(guilty))
        return [f"result of {item}" for item in items]

    def _waiting(self) -> list[int]:
        return [
            item for item in range(len(self.futures)) if item not in self.served and item not in self.cancelled_early
        ]

    @property
    def running(self) -> list[Call]:
        return [call for call in self.calls if not call.failing.done()]

    def apply(self, event: Arrive | Cancel | Complete) -> None:
        match event:
            case Arrive(poison):
                item = len(self.futures)
                if poison:
                    self.poison.add(item)
                self.futures.append(self.batcher(item))
            case Cancel(who) if who < len(self.futures) and self.futures[who].cancel() and who not in self.served:
                self.cancelled_early.add(who)
            case Complete(which, fails) if which < len(self.running):
                self.running[which].failing.set_result(fails)

    async def settle(self) -> None:
        """Let all events take effect; then no caller waits while a call can start."""
        for _ in range(8):
            await asyncio.sleep(0)
        assert len(self.running) <= self.max_in_flight
        assert len(self.running) == self.max_in_flight or not self._waiting()

    def expected(self, item: int) -> object:
        """Return the outcome of the last call with this item."""
        number, call = next((n, c) for n, c in reversed(list(enumerate(self.calls))) if item in c.items)
        if call.failing.result():
            return GoneError, (number,)
        return (PoisonError, (item,)) if item in self.poison else f"result of {item}"

    def outcome(self, item: int) -> object:
        error = self.futures[item].exception()
        return self.futures[item].result() if error is None else (type(error), error.args)


@settings(max_examples=400, deadline=None)
@given(moments=st.lists(MOMENT, max_size=25), max_batch=st.integers(1, 5), max_in_flight=st.integers(1, 3))
def test_callers_are_served_in_order_and_get_their_own_result(
    moments: list[list[Arrive | Cancel | Complete]], max_batch: int, max_in_flight: int
) -> None:
    async def scenario() -> None:
        simulation = Simulation(max_batch, max_in_flight)
        for moment in moments:
            for event in moment:
                simulation.apply(event)
            await simulation.settle()
        async with asyncio.timeout(10):
            while simulation.running:
                simulation.apply(Complete(0, fails=False))
                await simulation.settle()
        assert simulation.served == sorted(simulation.served)
        assert {*simulation.served, *simulation.cancelled_early} == set(range(len(simulation.futures)))
        for item, future in enumerate(simulation.futures):
            assert future.done()
            if not future.cancelled():
                assert simulation.outcome(item) == simulation.expected(item)

    asyncio.run(scenario())


@settings(max_examples=60, deadline=None)
@given(
    ahead=st.integers(0, 40), leaving=st.sets(st.integers(0, 39)), crowd=st.integers(0, 20), max_batch=st.integers(1, 7)
)
def test_no_caller_is_overtaken(ahead: int, leaving: set[int], crowd: int, max_batch: int) -> None:
    """A caller waits only for the batches that earlier callers fill, however many arrive later."""
    calls = 0

    async def run(items: list[int]) -> list[int]:
        nonlocal calls
        calls += 1
        await asyncio.sleep(0)
        return items

    async def scenario() -> None:
        batcher = Batcher(run, max_batch)
        before = [batcher(n) for n in range(ahead)]
        late = batcher(-1)
        for who in leaving & set(range(ahead)):
            before[who].cancel()
        after = [batcher(1000 + n) for n in range(crowd)]
        # Callers that call again as soon as they have a result.
        for future in after:
            future.add_done_callback(lambda _: None if late.done() else after.append(batcher(1000)))
        async with asyncio.timeout(10):
            assert await late == -1
        staying = ahead - len(leaving & set(range(ahead)))
        assert calls == staying // max_batch + 1
        await asyncio.gather(*after)

    asyncio.run(scenario())
