"""Sessions: durable in PostgreSQL, served from Redis."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from attrs import frozen


@frozen
class SessionState:
    """A session as its row in PostgreSQL has it. `live`: not revoked, not expired, and its maker is active."""

    session_id: UUID
    maker_id: UUID
    role: str
    live: bool
    expires_at: datetime


type Load = Callable[[Sequence[UUID]], Awaitable[Mapping[UUID, SessionState]]]
"""Reads sessions from PostgreSQL; an id without a row is absent from the answer."""
