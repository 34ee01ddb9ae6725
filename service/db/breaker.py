"""Circuit breaker for a PostgreSQL server that does not respond: a network partition, a stopped server.

A server that refuses connections responds at once, and so do its errors; the breaker handles silence only. It observes
calls from outside, so it adds no cost to them. See docs/decisions/0042-database-outages.md.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

log = structlog.get_logger(__name__)

WATCH_SECONDS: Final = 0.5
SILENT_WATCHES: Final = 2
"""Consecutive watches without a response to any call before PostgreSQL is probed."""

VERDICT_SECONDS: Final = 1.0
"""Maximum seconds to wait for the probe that decides whether the breaker opens."""

PROBE_SECONDS: Final = 2.0
"""Maximum seconds to wait for a probe while the breaker is open: a recovering host may be slow."""

PROBE_EVERY: Final = 0.3
"""Seconds between the starts of two probes. Probes overlap, so a probe with lost packets does not delay the next."""

LAST_LOOK: Final = 0.05
"""Seconds for responses that arrived while this process got no CPU time."""


class Breaker:
    """Circuit breaker that opens when neither the running calls nor a new connection get a response.

    One heavy statement does not open it, because the probe succeeds. `connect` opens a connection, runs a statement on
    it and raises any error. `fail_calls` ends the running calls.
    """

    def __init__(self, connect: Callable[[], Awaitable[None]], fail_calls: Callable[[], Awaitable[None]]) -> None:
        self._connect = connect
        self._fail_calls = fail_calls
        self._watching: asyncio.Task[None] | None = None
        self.calls = 0
        """Running calls."""
        self.responses = 0
        """Calls that PostgreSQL has completed, with a result or an error."""
        self.is_open = False

    def start(self) -> None:
        self._watching = asyncio.create_task(self._watch(), name="database breaker")

    async def close(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)

    async def _watch(self) -> None:
        silent = responses = 0
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            silent = silent + 1 if self.calls and self.responses == responses else 0
            responses = self.responses
            if silent < SILENT_WATCHES or await self._is_answered(VERDICT_SECONDS):
                continue
            await asyncio.sleep(LAST_LOOK)
            if self.responses == responses:
                await self._wait_for_return()
            silent = 0

    async def _wait_for_return(self) -> None:
        """Keep the breaker open until a probe gets a response."""
        loop = asyncio.get_running_loop()
        since = loop.time()
        log.warning("database_unavailable")
        self.is_open = True
        probes: set[asyncio.Task[bool]] = set()
        try:
            await self._fail_calls()
            while True:
                probes.add(loop.create_task(self._is_answered(PROBE_SECONDS)))
                # Jitter: many processes lose PostgreSQL at once and should not return at once.
                pause = PROBE_EVERY * random.uniform(0.8, 1.2)  # noqa: S311 - no secret
                done, probes = await asyncio.wait(probes, timeout=pause, return_when=asyncio.FIRST_COMPLETED)
                if any(probe.result() for probe in done):
                    break
        finally:
            for probe in probes:
                probe.cancel()
            await asyncio.gather(*probes, return_exceptions=True)
            self.is_open = False
        log.info("database_recovered", seconds=round(loop.time() - since, 3))

    async def _is_answered(self, seconds: float) -> bool:
        """Return whether the server responds, even with an error: calls then fail fast by themselves."""
        try:
            async with asyncio.timeout(seconds):
                await self._connect()
        except TimeoutError:
            return False
        except Exception as error:  # noqa: BLE001 - no driver error may end the watch
            log.debug("database_probe_refused", reason=type(error).__name__)
        return True
