"""Clocks, passed as arguments so that tests can set the time."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Final

type Clock = Callable[[], datetime]
"""Function that returns the current time as an aware UTC datetime."""

SLEW: Final = 0.5
"""Seconds per second by which a fast clock slows down until it is correct. The time never runs backwards."""


steady: Final = partial(time.clock_gettime, getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))
"""Seconds of a clock that is never adjusted. On Linux it also counts while the machine sleeps."""


class SystemClock:
    """Clock that follows the host clock until `correct` is called, and then the time of the database.

    After the first correction it runs on the steady clock, so steps of the host clock have no effect. Later corrections
    step forward at once and slew backward: the time never runs backwards.
    """

    def __init__(self, host: Callable[[], float] = time.time, steady: Callable[[], float] = steady) -> None:
        self._host = host
        self._steady = steady
        self._base: float | None = None
        self._excess = 0.0
        self._since = 0.0
        self.skew: float | None = None
        """Seconds by which the host clock was ahead of the database at the last measurement."""

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)

    def seconds(self) -> float:
        """Return the seconds since 1970."""
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
        """Return the seconds to add to the host clock to get this clock."""
        return 0.0 if self._base is None else self.seconds() - self._host()

    def correct(self, database: float, at: float, error: float) -> None:
        """Apply a measurement: the database's time was `database` when the steady clock showed `at`.

        The measurement is off by at most `error` seconds. Smaller deviations do not change the clock.
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
"""Clock of this process, aware and in UTC. service/db/clock_skew.py corrects it in long-running processes."""
