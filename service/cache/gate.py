"""The gate: session and rate limit of many concurrent requests in one script call."""

from typing import Literal
from uuid import UUID

from attrs import frozen

from service.cache.limits import Limit

type SessionVerdict = Literal["live", "revoked", "none", "unverified"]


@frozen
class GateRequest:
    """`bucket_key` is the maker's id as text (always so with a session), or the client's address.

    `cost` is 1 to take from the quota, or 0 to look only.
    """

    bucket_key: str
    session_id: UUID | None
    limit: Limit | None
    cost: int = 1


@frozen
class GateAnswer:
    """Times in seconds. `away`: Redis did not decide the limit, this process alone did."""

    session: SessionVerdict
    role: str | None
    allowed: bool
    remaining: int
    reset_after: float
    retry_after: float
    away: bool
