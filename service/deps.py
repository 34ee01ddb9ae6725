"""Dependencies of request handlers. app.py creates them once per process and passes them as `deps`."""

from typing import Protocol
from uuid import UUID

from attrs import frozen

from service.cache.admission import Admission
from service.cache.page_cache import PageCache
from service.cache.pubsub import PubSub
from service.cache.redis import RedisClient
from service.cache.sessions import Sessions
from service.core.clock import Clock
from service.core.compute import Compute
from service.core.config import Config
from service.core.metrics import Metrics
from service.db.pool import Database
from service.http.pagination import Cursors
from service.http.results import Stream
from service.http.transport.stream import Streams
from service.security.keyring import KeyRing
from service.security.passwords import Passwords
from service.security.tokens import AccessTokens


class Broadcaster(Protocol):
    """Broadcaster of notifications to open streams. The notifications feature, one layer above, implements it."""

    def stream(self, maker_id: UUID, session_id: UUID, after: int | None) -> Stream: ...
    async def start(self) -> None: ...
    async def close(self) -> None: ...


@frozen
class Deps:
    """Dependencies of one process, used by all its requests."""

    config: Config
    clock: Clock
    db: Database
    redis: RedisClient
    pubsub: PubSub
    pages: PageCache
    admission: Admission
    sessions: Sessions
    keyring: KeyRing
    access_tokens: AccessTokens
    passwords: Passwords
    compute: Compute
    cursors: Cursors
    streams: Streams
    broadcaster: Broadcaster
    metrics: Metrics
