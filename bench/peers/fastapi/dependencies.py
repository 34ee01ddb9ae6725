"""Dependencies of endpoints: database session, Redis, authentication and rate limits."""

import re
from collections.abc import AsyncIterator
from ipaddress import IPv6Network
from typing import Annotated, Final
from uuid import UUID

import jwt
from attrs import frozen
from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from redis.asyncio import Redis
from redis.commands.core import AsyncScript
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bench.peers.fastapi.models import LoginSession, Maker
from bench.peers.fastapi.problems import Problem

SESSION_SECONDS: Final = 900

# GCRA: KEYS[1] is the caller; ARGV are interval and tolerance in microseconds, and the cost (1, or 0 for a check). It
# returns whether the request is admitted, and how far ahead the caller then is.
LIMIT: Final = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval, tolerance, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local ahead = math.min(math.max((tonumber(redis.call('GET', KEYS[1])) or now) - now, 0), tolerance)
if ahead + interval > tolerance then
  return {0, ahead}
end
if cost > 0 then
  ahead = ahead + interval
  redis.call('SET', KEYS[1], string.format('%.0f', now + ahead), 'PX', math.ceil(ahead / 1000))
end
return {1, ahead}
"""

_BEARER: Final = HTTPBearer(auto_error=False)
_REQUIRED: Final = ["exp", "iat", "iss", "sub", "aud", "jti", "sid", "role"]
_TAG: Final = re.compile(r'(?:W/)?"([^"]*)"')


@frozen
class Principal:
    maker_id: UUID
    role: str


async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    """Return a session with one transaction, for writes."""
    async with request.app.state.writing() as session:
        yield session


async def get_reading(request: Request) -> AsyncIterator[AsyncSession]:
    """Return a session without transaction, for reads: no BEGIN and ROLLBACK around each statement."""
    async with request.app.state.reading() as session:
        yield session


async def get_redis(request: Request) -> Redis:
    client: Redis = request.app.state.redis
    return client


SessionDep = Annotated[AsyncSession, Depends(get_session)]
ReadingDep = Annotated[AsyncSession, Depends(get_reading)]
RedisDep = Annotated[Redis, Depends(get_redis)]


async def get_viewer(
    request: Request,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)],
    redis: RedisDep,
) -> Principal | None:
    """Return the caller of a valid token whose session is live in Redis or PostgreSQL."""
    if credentials is None:
        if "Authorization" in request.headers:
            raise _challenge("unsupported_scheme", "Unsupported authorization scheme. Send a Bearer token.", "Bearer")
        return None
    token, issuer = credentials.credentials, request.app.state.issuer
    try:
        header = jwt.get_unverified_header(token)
        claims = jwt.decode(
            token,
            request.app.state.keys[header["kid"]],
            algorithms=["HS256"],
            issuer=issuer,
            audience=f"{issuer}/api/v1",
            options={"require": _REQUIRED},
        )
        if header.get("typ") != "at+jwt":
            raise _dead_token()
    except (jwt.InvalidTokenError, KeyError):
        raise _dead_token() from None
    maker_id, key = UUID(claims["sub"]), f"fastapi:session:{claims['sid']}"
    known = await redis.get(key)
    if known is not None:
        return Principal(maker_id, str(known))
    live = (
        select(Maker.role)
        .join(LoginSession, LoginSession.maker_id == Maker.maker_id)
        .where(
            LoginSession.session_id == UUID(claims["sid"]),
            LoginSession.maker_id == maker_id,
            LoginSession.revoked_at.is_(None),
            LoginSession.expires_at > func.now(),
            Maker.status == "active",
        )
    )
    async with request.app.state.reading() as session:  # return this connection before requesting the next
        role = await session.scalar(live)
    if role is None:
        raise _dead_token("Your session has ended. Log in again.")
    await redis.set(key, role, ex=SESSION_SECONDS)
    return Principal(maker_id, role)


def _dead_token(detail: str = "The access token is invalid or expired. Refresh it.") -> Problem:
    return _challenge("invalid_token", detail, 'Bearer error="invalid_token"')


def _challenge(code: str, detail: str, challenge: str) -> Problem:
    return Problem(401, code, detail, headers={"WWW-Authenticate": challenge})


ViewerDep = Annotated[Principal | None, Depends(get_viewer)]


async def get_maker(viewer: ViewerDep) -> Principal:
    if viewer is None:
        raise _challenge("unauthorized", "Log in and send the access token as a Bearer token.", "Bearer")
    return viewer


MakerDep = Annotated[Principal, Depends(get_maker)]


class Admission:
    """An admitted request. A request with If-None-Match is checked without cost, and charged if the response is new."""

    def __init__(self, request: Request, limit: "RateLimit", caller: str) -> None:
        self._request, self._limit, self._caller = request, limit, caller
        known = request.headers.get("If-None-Match")
        self._known = None if known is None or known.strip() == "*" else known
        self.anything = known is not None and self._known is None

    async def ask(self, cost: int) -> None:
        limit = self._limit
        script: AsyncScript = self._request.app.state.limit
        allowed, ahead = await script(
            keys=[f"fastapi:limit:{limit.name}:{self._caller}"], args=[limit.interval, limit.tolerance, cost]
        )
        left = max(0, (limit.tolerance - ahead) // limit.interval)
        self._request.state.headers = {
            "RateLimit-Policy": limit.policy,
            "RateLimit": f'"{limit.name}";r={left};t={-(-ahead // 1_000_000)}',
        }
        if not allowed:
            wait = -(-(ahead + limit.interval - limit.tolerance) // 1_000_000)
            headers = {"Retry-After": str(max(1, wait))}
            raise Problem(429, "rate_limited", "Too many requests. Wait and try again.", headers=headers)

    async def enter(self) -> None:
        await self.ask(0 if self._known is not None and self._request.method == "GET" else 1)

    async def has(self, tag: str) -> bool:
        """Return whether the client's ETag matches, and charge the request otherwise."""
        if self.anything or (self._known is not None and tag.strip('"') in _TAG.findall(self._known)):
            return True
        if self._known is not None:
            await self.ask(1)
        return False


class RateLimit:
    """Rate limit of `quota` requests per `window` seconds, per maker or, without a token, per address."""

    def __init__(self, name: str, quota: int, window: int) -> None:
        self.name = name
        self.interval = -(-window * 1_000_000 // quota)
        self.tolerance = self.interval * quota
        self.policy = f'"{name}";q={quota};w={window}'

    async def __call__(self, request: Request, viewer: ViewerDep) -> Admission:
        admission = Admission(request, self, _address(request) if viewer is None else str(viewer.maker_id))
        await admission.enter()
        return admission


def _address(request: Request) -> str:
    address = "unknown" if request.client is None else request.client.host
    return str(IPv6Network((address, 64), strict=False)) if ":" in address else address


READ: Final = RateLimit("read", 600, 60)
WRITE: Final = RateLimit("write", 120, 60)
COMMENT: Final = RateLimit("comment", 30, 600)
SEARCH: Final = RateLimit("search", 120, 60)
