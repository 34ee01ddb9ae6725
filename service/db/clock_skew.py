"""Clock skew: measures the host clock against PostgreSQL's and corrects the process's clock.

Tokens and rows of all hosts then follow one clock. See docs/decisions/0042-database-outages.md.
"""

import asyncio
from typing import Final

import structlog

from service.core.clock import SystemClock, steady
from service.db.errors import DatabaseUnavailable
from service.db.pool import Database

log = structlog.get_logger(__name__)

EVERY: Final = 60.0
"""Seconds between two measurements."""

SAMPLES: Final = 5
GOOD_ERROR: Final = 0.005
"""Seconds. A sample with a smaller error is accepted at once."""

USABLE_ERROR: Final = 0.5
"""Seconds. A sample with a larger error is discarded, because the machine or the network was busy."""

ALERT_SECONDS: Final = 1.0
UNREADY_SECONDS: Final = 30.0


class ClockSkew:
    """Corrector of `clock` at start and once a minute. An unavailable database only delays the correction."""

    def __init__(self, db: Database, clock: SystemClock) -> None:
        self._db = db
        self._clock = clock
        self._measuring: asyncio.Task[None] | None = None
        db.on_clock = self._first_sample

    async def start(self) -> None:
        await self._measure()
        self._measuring = asyncio.create_task(self._measure_again(), name="clock skew")

    async def close(self) -> None:
        if self._measuring is not None:
            self._measuring.cancel()
            await asyncio.gather(self._measuring, return_exceptions=True)

    @property
    def skew(self) -> float:
        """Return the seconds by which the host clock is ahead of the database, 0 before the first measurement."""
        return self._clock.skew or 0.0

    @property
    def trouble(self) -> str | None:
        """Return why this process should get no requests, or None."""
        if abs(self.skew) <= UNREADY_SECONDS:
            return None
        return f"The host clock is {_said(self.skew)} the database clock."

    def _first_sample(self, database: float, at: float, error: float) -> None:
        """Correct the clock on a new connection, before its first statement runs."""
        if self._clock.skew is None and error <= USABLE_ERROR:
            self._clock.correct(database, at, error)

    async def _measure_again(self) -> None:
        while True:
            await asyncio.sleep(EVERY)
            await self._measure()

    async def _measure(self) -> None:
        """Correct the clock from the sample with the shortest round trip; its error is at most half of that time."""
        best: tuple[float, float, float] | None = None
        try:
            for _ in range(SAMPLES):
                sent = steady()
                database = await self._db.fetchval("select extract(epoch from clock_timestamp())::float8")
                received = steady()
                error = (received - sent) / 2
                if best is None or error < best[0]:
                    best = error, database, (sent + received) / 2
                if error <= GOOD_ERROR:
                    break
        except DatabaseUnavailable:
            log.debug("clock_measurement_failed")
        except Exception:
            log.exception("clock_measurement_failed")  # an error must not end the measurements
        if best is not None and best[0] <= USABLE_ERROR:
            error, database, at = best
            self._clock.correct(database, at, error)
        if abs(self.skew) > ALERT_SECONDS:
            log.warning("clock_skew_detected", seconds=round(self.skew, 3))


def _said(skew: float) -> str:
    return f"{abs(skew):.1f} s {'ahead of' if skew > 0 else 'behind'}"
