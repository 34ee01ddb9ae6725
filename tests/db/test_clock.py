"""Test that the process clock is corrected by measurements against PostgreSQL and never runs backwards."""

from collections.abc import AsyncIterator
from itertools import pairwise

import pytest

from service.core import ids
from service.core.clock import SystemClock, system_clock
from service.db.clock_skew import ClockSkew
from service.db.pool import Database


class Times:
    """A host clock and a monotonic clock that a test moves."""

    def __init__(self, host: float) -> None:
        self.host = host
        self.steady = 100.0

    def clock(self) -> SystemClock:
        return SystemClock(host=lambda: self.host, steady=lambda: self.steady)

    def advance(self, seconds: float) -> None:
        self.host += seconds
        self.steady += seconds


def test_the_host_clock_is_used_before_the_first_measurement() -> None:
    times = Times(1_000_000.0)
    clock = times.clock()
    assert clock.seconds() == 1_000_000.0
    assert clock.skew is None
    assert clock.shift() == 0.0


@pytest.mark.parametrize("ahead", [600.0, -600.0, 2.0])
def test_the_first_correction_applies_at_once(ahead: float) -> None:
    times = Times(1_000_000.0 + ahead)
    clock = times.clock()
    clock.correct(1_000_000.0, times.steady, 0.01)
    assert clock.seconds() == 1_000_000.0
    assert clock.skew == ahead
    times.advance(10)
    assert clock.seconds() == 1_000_010.0


def test_a_host_clock_step_does_not_affect_the_corrected_clock() -> None:
    times = Times(1_000_600.0)
    clock = times.clock()
    clock.correct(1_000_000.0, times.steady, 0.01)
    times.host -= 600  # the operator corrects the host clock
    times.advance(10)
    assert clock.seconds() == 1_000_010.0
    clock.correct(1_000_010.0, times.steady, 0.01)
    assert clock.skew == 0.0


def test_a_difference_within_the_measurement_error_is_ignored() -> None:
    times = Times(1_000_000.0)
    clock = times.clock()
    clock.correct(1_000_000.004, times.steady, 0.005)
    clock.correct(1_000_000.003, times.steady, 0.005)
    assert clock.seconds() == 1_000_000.0


def test_a_later_correction_never_moves_the_clock_back() -> None:
    times = Times(1_000_000.0)
    clock = times.clock()
    clock.correct(1_000_000.0, times.steady, 0.01)
    clock.correct(999_990.0, times.steady, 0.01)  # a failover to a host that is ten seconds behind
    seen = []
    for _ in range(300):
        seen.append(clock.seconds())
        times.advance(0.1)
    assert all(earlier < later for earlier, later in pairwise(seen))
    assert clock.seconds() == pytest.approx(1_000_020.0)
    clock.correct(1_000_030.0, times.steady, 0.01)
    assert clock.seconds() == 1_000_030.0  # a forward correction applies at once


def test_ids_follow_the_corrected_clock_and_always_increase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids._Newest, "value", 0)
    made = [ids.new_id()]
    for shift in (0.0, -0.001, 600.0, 599.0, 0.0):
        monkeypatch.setattr(system_clock, "shift", lambda shift=shift: shift)
        made += [ids.new_id() for _ in range(3)]
    assert all(earlier < later for earlier, later in pairwise(made))
    assert {made_id.version for made_id in made} == {7}
    milliseconds = [made_id.int >> 80 for made_id in made]
    assert 599_000 < milliseconds[7] - milliseconds[0] < 660_000


@pytest.fixture
async def db(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url, size=1, statements=10)
    await database.start()
    yield database
    await database.close()


async def test_slow_samples_are_discarded(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    skew = ClockSkew(db, clock)
    monkeypatch.setattr("service.db.clock_skew.USABLE_ERROR", -1.0)
    await skew.start()
    await skew.close()
    assert clock.skew is None
    assert skew.trouble is None


async def test_a_new_connection_corrects_an_unmeasured_clock(database_url: str) -> None:
    host = SystemClock()
    clock = SystemClock(host=lambda: host.seconds() + 600)
    away = Database("postgresql://nobody@127.0.0.1:1/none", size=1, statements=10)
    await away.start()
    skew = ClockSkew(away, clock)
    await skew.start()
    assert clock.skew is None
    await skew.close()
    await away.close()
    back = Database(database_url, size=1, statements=10)
    ClockSkew(back, clock)
    await back.start()
    async with back.connection():
        assert abs(clock.seconds() - host.seconds()) < 1
    await back.close()
