"""Job handlers: the types and the context for a feature's jobs.py. service/processes/job.py calls the handlers.

    JOBS: Jobs = {"identity.mail": send_mail}
    PERIODIC: Periodic = {"identity.purge": (3600, purge)}

A handler is called at least once per job, possibly twice at the same time, always with the same `event_id`: it must be
idempotent. A job is done when its handler returns. If the handler raises, the job is retried with growing pauses, and
parked after MAX_ATTEMPTS. RetryLater and PermanentFailure override this.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

import structlog
from attrs import frozen

from service.cache.invalidation import announce
from service.cache.redis import CacheUnavailable, RedisClient
from service.cache.sessions import Sessions
from service.core.clock import Clock
from service.core.config import Config
from service.db.pool import Database
from service.mail.mailer import Mailer
from service.security.keyring import KeyRing

log = structlog.get_logger(__name__)

JOB_SECONDS = 30.0
"""Seconds after which a handler is cancelled and its job retried."""


class RetryLater(Exception):
    """Unavailable dependency of a job: retry it in `seconds` without counting the attempt."""

    def __init__(self, reason: str, seconds: float = 5.0) -> None:
        super().__init__(reason)
        self.seconds = seconds


class PermanentFailure(Exception):
    """Failure that no retry can fix: park the job at once, with the reason."""


@frozen
class JobContext:
    """Dependencies of a job handler, and the current delivery."""

    config: Config
    clock: Clock
    db: Database
    redis: RedisClient
    sessions: Sessions
    mailer: Mailer
    keyring: KeyRing
    event_id: UUID
    attempt: int

    async def publish(self) -> None:
        """Invalidate all cached pages after a public change. Call it after the commit. Raises nothing.

        While Redis is unavailable, API processes keep pages for half a second only. After it returns, they drop all
        earlier pages.
        """
        for pause in (0.1, 0.3, None):
            try:
                await announce(self.redis)
            except CacheUnavailable as error:
                if pause is None:
                    log.warning("invalidation_not_published", reason=str(error))
                else:
                    await asyncio.sleep(pause)
            else:
                break


type Handler = Callable[[JobContext, dict[str, Any]], Awaitable[None]]
type Jobs = Mapping[str, Handler]
"""Handlers by the kind of job, which is "<feature>.<name>"."""

type Periodic = Mapping[str, tuple[int, Handler]]
"""Seconds between two runs (at least 60) and the handler, by name "<feature>.<name>". The payload is {}."""
