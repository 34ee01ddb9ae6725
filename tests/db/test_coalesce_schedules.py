"""Joined calls under any schedule of arrivals, departures, errors and poison: who is served when, and with what."""

import asyncio

from attrs import define, field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from service.db.batching import Batcher


@frozen
class Ask:
    """Somebody comes, with an item that may be poison to whatever batch it is in."""

    poison: bool


@frozen
class Leave:
    """One of those who came goes, answered or not."""

    who: int


@frozen
class Land:
    """One of the calls under way comes back, or fails as a whole."""

    which: int
    fails: bool


# What happens between two turns of the loop.
MOMENT = st.lists(
    st.one_of(
        st.builds(Ask, st.booleans() | st.just(False)),
        st.builds(Leave, st.integers(0, 40)),
        st.builds(Land, st.integers(0, 4), st.booleans() | st.just(False)),
    ),
    max_size=8,
)


class PoisonError(Exception):
    """Names the item whose fault it is."""


class GoneError(Exception):
    """Names the call that failed."""


@define
class Call:
    items: list[int]
    admission: asyncio.Future[bool]
    """Whether it fails."""


@define
class Play:
    """A backend that answers when it is told to, and everybody who asks it something through one `Joined`."""

    max_batch: int
    max_in_flight: int
    joined: Batcher[int, str] = field(init=False)
    calls: list[Call] = field(init=False, factory=list)
    poison: set[int] = field(init=False, factory=set)
    futures: list[asyncio.Future[str]] = field(init=False, factory=list)
    served: list[int] = field(init=False, factory=list)
    """Items in the order in which they first were part of a call."""
    left_early: set[int] = field(init=False, factory=set)
    """Who went before their item was part of one."""

    def __attrs_post_init__(self) -> None:
        self.joined = Batcher(
            self._run, self.max_batch, self.max_in_flight, is_poison=lambda error: isinstance(error, PoisonError)
        )

    async def _run(self, items: list[int]) -> list[str]:
        again = items[0] in self.served
        if again:
            assert len(items) == 1, "what was poisoned together goes alone"
            assert not self.futures[items[0]].done(), "nobody waits for this any more"
        else:
            self.served += items
            assert len(items) <= self.max_batch
            assert not self.left_early & set(items), "who left takes no place"
            assert len(items) == self.max_batch or not self._waiting(), "a call left with room, and somebody stayed"
        call = Call(items, asyncio.get_running_loop().create_future())
        self.calls.append(call)
        if await call.admission:
            raise GoneError(self.calls.index(call))
        if guilty := self.poison & set(items):
            raise PoisonError(min(guilty))
        return [f"answer to {item}" for item in items]

    def _waiting(self) -> list[int]:
        return [item for item in range(len(self.futures)) if item not in self.served and item not in self.left_early]

    @property
    def under_way(self) -> list[Call]:
        return [call for call in self.calls if not call.admission.done()]

    def act(self, act: Ask | Leave | Land) -> None:
        match act:
            case Ask(poison):
                item = len(self.futures)
                if poison:
                    self.poison.add(item)
                self.futures.append(self.joined(item))
            case Leave(who) if who < len(self.futures) and self.futures[who].cancel() and who not in self.served:
                self.left_early.add(who)
            case Land(which, fails) if which < len(self.under_way):
                self.under_way[which].admission.set_result(fails)

    async def settle(self) -> None:
        """Lets everything happen that can; then nobody waits while there is a place."""
        for _ in range(8):
            await asyncio.sleep(0)
        assert len(self.under_way) <= self.max_in_flight
        assert len(self.under_way) == self.max_in_flight or not self._waiting()

    def expected(self, item: int) -> object:
        """What the last call with this item came to."""
        number, call = next((n, c) for n, c in reversed(list(enumerate(self.calls))) if item in c.items)
        if call.admission.result():
            return GoneError, (number,)
        return (PoisonError, (item,)) if item in self.poison else f"answer to {item}"

    def outcome(self, item: int) -> object:
        error = self.futures[item].exception()
        return self.futures[item].result() if error is None else (type(error), error.args)


@settings(max_examples=400, deadline=None)
@given(moments=st.lists(MOMENT, max_size=25), max_batch=st.integers(1, 5), max_in_flight=st.integers(1, 3))
def test_everybody_is_served_in_turn_and_gets_their_own(
    moments: list[list[Ask | Leave | Land]], max_batch: int, max_in_flight: int
) -> None:
    async def scenario() -> None:
        play = Play(max_batch, max_in_flight)
        for moment in moments:
            for act in moment:
                play.act(act)
            await play.settle()
        async with asyncio.timeout(10):
            while play.under_way:
                play.act(Land(0, fails=False))
                await play.settle()
        assert play.served == sorted(play.served)
        assert {*play.served, *play.left_early} == set(range(len(play.futures)))
        for item, future in enumerate(play.futures):
            assert future.done()
            if not future.cancelled():
                assert play.outcome(item) == play.expected(item)

    asyncio.run(scenario())


@settings(max_examples=60, deadline=None)
@given(
    ahead=st.integers(0, 40), leaving=st.sets(st.integers(0, 39)), crowd=st.integers(0, 20), max_batch=st.integers(1, 7)
)
def test_nobody_is_overtaken(ahead: int, leaving: set[int], crowd: int, max_batch: int) -> None:
    """However many come after: who comes waits for the calls that those before them fill, and no longer."""
    calls = 0

    async def run(items: list[int]) -> list[int]:
        nonlocal calls
        calls += 1
        await asyncio.sleep(0)
        return items

    async def scenario() -> None:
        joined = Batcher(run, max_batch)
        before = [joined(n) for n in range(ahead)]
        late = joined(-1)
        for who in leaving & set(range(ahead)):
            before[who].cancel()
        after = [joined(1000 + n) for n in range(crowd)]
        # Those who come again and again, as soon as they are answered.
        for future in after:
            future.add_done_callback(lambda _: None if late.done() else after.append(joined(1000)))
        async with asyncio.timeout(10):
            assert await late == -1
        staying = ahead - len(leaving & set(range(ahead)))
        assert calls == staying // max_batch + 1
        await asyncio.gather(*after)

    asyncio.run(scenario())
