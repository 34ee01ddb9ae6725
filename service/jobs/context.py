"""What a feature's jobs.py is made of: the handlers that service/processes/job.py calls for jobs of the outbox.

    JOBS: Jobs = {"identity.mail": send_mail}
    PERIODIC: Periodic = {"identity.purge": (3600, purge)}

A handler is called at least once for a job, perhaps twice at the same time, always with the same `event_id`: it has
to be idempotent. When it returns, the job is done. When it raises, the job comes again later, with growing pauses,
and after MAX_ATTEMPTS is given up; PutOff and GiveUp say it more precisely.
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
"""A handler is cancelled after this long, and its job comes again."""


class RetryLater(Exception):
    """Something the job needs is away: it comes again in `seconds`, and the attempt does not count."""

    def __init__(self, reason: str, seconds: float = 5.0) -> None:
        super().__init__(reason)
        self.seconds = seconds


class PermanentFailure(Exception):
    """The job can never succeed: it is parked at once, with the reason."""


@frozen
class JobContext:
    """What a handler may use, and which delivery this is."""

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
        """Says that something public has changed: shared pages that were made before are made anew. After the commit.

        Raises nothing. While Redis is away the API's processes keep pages for half a second only, and when it is back
        none that was made before.
        """
        for pause in (0.1, 0.3, None):
            try:
                await announce(self.redis)
            except CacheUnavailable as error:
                if pause is None:
                    log.warning("change_not_announced", reason=str(error))
                else:
                    await asyncio.sleep(pause)
            else:
                break


type Handler = Callable[[JobContext, dict[str, Any]], Awaitable[None]]
type Jobs = Mapping[str, Handler]
"""Handlers by the kind of job, which is "<feature>.<what>"."""

type Periodic = Mapping[str, tuple[int, Handler]]
"""Seconds from one run to the next (at least 60) and the handler, by a name "<feature>.<what>"; payload {}."""
