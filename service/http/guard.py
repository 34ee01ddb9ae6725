"""Admission checks: access token, session and rate limit.

Each route's check is compiled once, at boot. A request costs one lookup of a cached token and one entry in a batched
admission call.
"""

from collections.abc import Awaitable, Callable
from math import ceil
from typing import Final

from attrs import frozen

from service.cache.admission import Admission, AdmissionRequest, AdmissionResult, Mark
from service.cache.limits import Limit, revalidation
from service.cache.sessions import Sessions
from service.http.problem import Forbidden, TooManyRequests, Unauthorized, Unavailable
from service.http.request import Principal, RequestInfo, limit_key
from service.http.routing import ADMIN, OPTIONAL, PUBLIC, Auth
from service.security.tokens import AccessTokens, Claims, InvalidToken

SAFE: Final = frozenset({"GET", "HEAD"})

type Admit = Callable[[RequestInfo, int], Awaitable[None]]
"""Admission check that sets the principal of a request and raises 401, 403, 429 or 503.

Cost 1 consumes one request of the route's quota. Cost 0 consumes one request of the conditional quota, and only checks
whether the route's quota is exhausted."""


@frozen
class Guards:
    """Compiler of admission checks."""

    access_tokens: AccessTokens
    admission: Admission
    sessions: Sessions

    def compile(self, auth: Auth, limit: Limit | None, *, safe: bool, mark: Mark) -> Admit | None:
        """Return the admission check of a route, or None for a public route without a limit."""
        if auth is PUBLIC:
            return None if limit is None else self._counted(limit)
        return self._known(auth, limit, safe=safe, mark=mark)

    def _counted(self, limit: Limit) -> Admit:
        ask, decide, also = self.admission.ask, _limits(limit), revalidation(limit)

        async def admit(info: RequestInfo, cost: int) -> None:
            key = limit_key(info.address)
            decide(info, await ask(AdmissionRequest(key, None, limit, cost, also=None if cost else also)))

        return admit

    def _known(self, auth: Auth, limit: Limit | None, *, safe: bool, mark: Mark) -> Admit:
        ask, verify, check = self.admission.ask, self.access_tokens.verify, self.sessions.check
        decide = _limits(limit) if limit is not None else _unlimited
        anonymous = self._counted(limit) if limit is not None else None
        also = revalidation(limit) if limit is not None else None

        async def admit(info: RequestInfo, cost: int) -> None:
            header = info.raw.headers.get("Authorization")
            if header is None:
                if auth is not OPTIONAL:
                    raise Unauthorized
                if anonymous is not None:
                    await anonymous(info, cost)
                return
            claims = _claims(header, verify)
            result = await ask(
                AdmissionRequest(claims.bucket_key, claims.session_id, limit, cost, mark, None if cost else also)
            )
            if mark == "ask":
                # Without Redis, a recent write in another process is unknown.
                info.wants_latest = result.wrote or result.away or result.session == "unverified"
            role = result.role
            if result.session != "live" or role is None:
                if result.session != "unverified":
                    raise Unauthorized("invalid_token", "Your session has ended. Log in again.")
                if auth is ADMIN:
                    raise Unavailable("Sessions can't be verified right now. Try again.")
                role = claims.role
                if not safe:
                    # Redis is unavailable: a read trusts the token until it expires; a write checks PostgreSQL.
                    state = await check(claims.session_id)
                    if state is None or not state.live:
                        raise Unauthorized("invalid_token", "Your session has ended. Log in again.")
                    role = state.role
            decide(info, result)
            if auth is ADMIN and role != "admin":
                raise Forbidden("admin_only", "Only admins can do this.")
            info.principal = Principal(claims.maker_id, claims.session_id, role)

        return admit


def _claims(header: str, verify: Callable[[str], Claims]) -> Claims:
    if header[:7] != "Bearer " and header[:7].lower() != "bearer ":
        raise Unauthorized("unsupported_scheme", "Unsupported authorization scheme. Send a Bearer token.")
    try:
        return verify(header[7:])
    except InvalidToken:
        raise Unauthorized("invalid_token", "The access token is invalid or expired. Refresh it.") from None


def _unlimited(info: RequestInfo, result: AdmissionResult) -> None:
    return None


def _limits(limit: Limit) -> Callable[[RequestInfo, AdmissionResult], None]:
    """Return a function that sets the rate limit headers and raises 429 when the quota is exhausted.

    The headers follow draft-ietf-httpapi-ratelimit-headers.
    """
    policy = f'"{limit.name}";q={limit.quota};w={limit.window}'
    prefix = f'"{limit.name}";r='
    also = revalidation(limit)
    also_policy = f'"{also.name}";q={also.quota};w={also.window}'

    def decide(info: RequestInfo, result: AdmissionResult) -> None:
        headers = info.headers
        if result.also_refused:
            headers["RateLimit-Policy"] = also_policy
            headers["RateLimit"] = f'"{also.name}";r={result.remaining};t={ceil(result.reset_after)}'
            raise TooManyRequests(result.retry_after)
        headers["RateLimit-Policy"] = policy
        headers["RateLimit"] = f"{prefix}{result.remaining};t={ceil(result.reset_after)}"
        if not result.allowed:
            raise TooManyRequests(result.retry_after)

    return decide
