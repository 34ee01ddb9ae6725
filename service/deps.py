"""What a handler may use. Made once a process by app.py, and handed over as `deps`."""

from typing import Protocol
from uuid import UUID

from attrs import frozen

from service.cache.gate import Gate
from service.cache.pubsub import PubSub
from service.cache.redis import RedisClient
from service.cache.sessions import Sessions
from service.cache.shared import SharedPages
from service.clock import Clock
from service.compute import Compute
from service.config import Config
from service.db.pool import Database
from service.http.answers import Stream
from service.http.pages import Cursors
from service.http.stream import Streams
from service.metrics import Metrics
from service.security.keyring import KeyRing
from service.security.passwords import Passwords
from service.security.tokens import AccessTokens


class Hub(Protocol):
    """Where live notifications go out: service/features/notifications/hub.py, which stands above this floor."""

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
