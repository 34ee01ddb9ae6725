"""Circuit breaker for a PostgreSQL that does not answer: a network partition, a stopped server.

A server that refuses connections answers at once, and so do its errors; the breaker is for silence only. It watches
from outside the calls: no call pays for it. See docs/decisions/0042-database-outages.md.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

log = structlog.get_logger(__name__)

WATCH_SECONDS: Final = 0.5
SILENT_WATCHES: Final = 2
"""Watches in a row without an answer to any call before PostgreSQL is probed."""

VERDICT_SECONDS: Final = 1.0
"""Longest wait for the probe that decides whether the breaker opens."""

PROBE_SECONDS: Final = 2.0
"""Longest wait for a probe while the breaker is open: a host that has just come back may be slow."""

PROBE_EVERY: Final = 0.3
"""Seconds between the starts of two probes. They overlap: one whose packets were lost must not delay the next."""

LAST_LOOK: Final = 0.05
"""Seconds for answers that arrived while this process itself was kept off the CPU."""


class Breaker:
    """Opens when calls are under way and neither they nor a new connection get an answer.

    One heavy statement does not open it: the probe is answered. `connect` opens a connection, runs a statement on it
    and raises whatever goes wrong. `fail_calls` ends the calls under way.
    """

    def __init__(self, connect: Callable[[], Awaitable[None]], fail_calls: Callable[[], Awaitable[None]]) -> None:
        self._connect = connect
        self._fail_calls = fail_calls
        self._watching: asyncio.Task[None] | None = None
        self.calls = 0
        """Calls under way."""
        self.answers = 0
        """Calls that PostgreSQL has answered, with a result or an error."""
        self.is_open = False

    def start(self) -> None:
        self._watching = asyncio.create_task(self._watch(), name="database breaker")

    async def close(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)

    async def _watch(self) -> None:
        silent = answers = 0
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            silent = silent + 1 if self.calls and self.answers == answers else 0
            answers = self.answers
            if silent < SILENT_WATCHES or await self._is_answered(VERDICT_SECONDS):
                continue
            await asyncio.sleep(LAST_LOOK)
            if self.answers == answers:
                await self._wait_for_return()
            silent = 0

    async def _wait_for_return(self) -> None:
        """Keep the breaker open until a probe is answered."""
        loop = asyncio.get_running_loop()
        since = loop.time()
        log.warning("database_away")
        self.is_open = True
        probes: set[asyncio.Task[bool]] = set()
        try:
            await self._fail_calls()
            while True:
                probes.add(loop.create_task(self._is_answered(PROBE_SECONDS)))
                # Many processes lose PostgreSQL at the same moment; they need not come back at the same moment.
                pause = PROBE_EVERY * random.uniform(0.8, 1.2)  # noqa: S311 - no secret
                done, probes = await asyncio.wait(probes, timeout=pause, return_when=asyncio.FIRST_COMPLETED)
                if any(probe.result() for probe in done):
                    break
        finally:
            for probe in probes:
                probe.cancel()
            await asyncio.gather(*probes, return_exceptions=True)
            self.is_open = False
        log.info("database_back", away=round(loop.time() - since, 3))

    async def _is_answered(self, seconds: float) -> bool:
        """Whether anything comes back, an error included: calls then fail fast by themselves."""
        try:
            async with asyncio.timeout(seconds):
                await self._connect()
        except TimeoutError:
            return False
        except Exception as error:  # noqa: BLE001 - whatever a driver comes up with must not end the watch
            log.debug("database_probe_refused", reason=type(error).__name__)
        return True
