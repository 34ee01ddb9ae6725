"""What a handler may use. Made once a process by app.py, and handed over as `deps`."""

from typing import Protocol
from uuid import UUID

from attrs import frozen

from service.cache.admission import Gate
from service.cache.page_cache import SharedPages
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


class Hub(Protocol):
    """Where live notifications go out: service/features/accounts/notifications/broadcaster.py, which stands above this floor."""

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
    pages: SharedPages
    gate: Gate
    sessions: Sessions
    keyring: KeyRing
    access_tokens: AccessTokens
    passwords: Passwords
    compute: Compute
    cursors: Cursors
    streams: Streams
    hub: Hub
    metrics: Metrics
