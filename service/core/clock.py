"""The time, passed in wherever a rule needs it, so that tests can move it."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Final

type Clock = Callable[[], datetime]
"""Returns the present moment as an aware UTC datetime."""

SLEW: Final = 0.5
"""Seconds that a clock that is ahead falls back for each second: time never runs backwards."""


steady: Final = partial(time.clock_gettime, getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))
"""Seconds of a clock that nobody sets. On Linux it also counts while the machine sleeps."""


class SystemClock:
    """The host clock until `correct` is called, then the time of the database.

    After the first correction the clock follows the steady clock, so a step of the host clock does not reach it.
    Later corrections step forward at once and backward by slewing: the time never runs backwards.
    """

    def __init__(self, host: Callable[[], float] = time.time, steady: Callable[[], float] = steady) -> None:
        self._host = host
        self._steady = steady
        self._base: float | None = None
        self._excess = 0.0
        self._since = 0.0
        self.skew: float | None = None
        """Seconds by which the host clock is ahead of the database, when last measured."""

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)

    def seconds(self) -> float:
        """Seconds since 1970."""
        if self._base is None:
            return self._host()
        now = self._steady()
        corrected = self._base + now
        if self._excess:
            left = self._excess - SLEW * (now - self._since)
            if left > 0:
                return corrected + left
            self._excess = 0.0
        return corrected

    def shift(self) -> float:
        """Seconds to add to the host clock to get this clock."""
        return 0.0 if self._base is None else self.seconds() - self._host()

    def correct(self, database: float, at: float, error: float) -> None:
        """Take over a measurement: the database's time was `database` when the steady clock showed `at`.

        The measurement is off by at most `error` seconds. A smaller deviation changes nothing.
        """
        base, now = database - at, self._steady()
        self.skew = self._host() - (base + now)
        if self._base is None:
            # The first correction may step backward: without the database nothing has been written or issued.
            self._base = base if abs(self.skew) > error else self._host() - now
            return
        ahead = self.seconds() - (base + now)
        if abs(ahead) > error:
            self._base, self._excess, self._since = base, max(0.0, ahead), now


system_clock: Final = SystemClock()
"""The clock of this process, aware and in UTC. service/db/clock_skew.py corrects it in long-running processes."""
