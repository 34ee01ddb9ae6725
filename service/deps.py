"""What a handler may use. Made once a process by app.py, and handed over as `deps`."""

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
    """Sends notifications to open streams; implemented in the feature notifications, a layer above."""

    def stream(self, maker_id: UUID, session_id: UUID, after: int | None) -> Stream: ...
    async def start(self) -> None: ...
    async def close(self) -> None: ...


@frozen
class Deps:
    """The process' own: one of each, shared by all requests."""

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
