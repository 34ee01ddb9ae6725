"""Signed tokens, each valid for one purpose. No token is stored in a usable form."""

import binascii
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

import jwt
from attrs import field, frozen

from service.core.clock import Clock, system_clock
from service.core.config import API_PATH
from service.core.ids import new_id
from service.security.keyring import KeyRing

type Role = Literal["maker", "admin"]

ACCESS_TOKEN_SECONDS = 300
REMEMBERED_TOKENS = 10_000
MAC_BYTES = 16

_ROLES: dict[object, Role] = {"maker": "maker", "admin": "admin"}
# RFC 7515 §7.1 with the 43 characters of a SHA-256 signature. base64 decoders ignore foreign characters and spare bits:
# without this check one token has unlimited spellings, each of which would fill the cache.
_COMPACT_JWS = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
_LONGEST_JWS = 2048


class InvalidToken(Exception):
    """Error for a token that is forged, expired or made for another purpose. It deliberately gives no details."""


@frozen
class Claims:
    """Claims of a verified access token. `expires_at` is in seconds since 1970 (UTC).

    `bucket_key` is the maker's id as text, formatted once per token, because formatting a UUID is slow.
    """

    maker_id: UUID
    session_id: UUID
    role: Role
    expires_at: float
    bucket_key: str = field(init=False, repr=False)

    @bucket_key.default
    def _bucket_key(self) -> str:
        return str(self.maker_id)


class AccessTokens:
    """Bearer tokens valid for five minutes: JWTs (RFC 7519) of type at+jwt (RFC 9068 §2.1), signed with HS256 only.

    Verified claims are cached until they expire, in a bounded LRU: verifying every signature halves the throughput of a
    process. A cached token costs a dictionary lookup and a time comparison. Failures are not cached, so that forged
    tokens cannot evict valid ones.
    """

    def __init__(
        self,
        keyring: KeyRing,
        issuer: str,
        clock: Clock = system_clock,
        *,
        remembered: int = REMEMBERED_TOKENS,
    ) -> None:
        self._keys = keyring.keys("access-token")
        self._signing_kid = keyring.signing_kid
        self._issuer = issuer
        self._audience = issuer + API_PATH
        # The hot path needs a float, which the system clock returns without building a datetime.
        self._now: Callable[[], float] = system_clock.seconds if clock is system_clock else lambda: clock().timestamp()
        self._remembered: OrderedDict[str, Claims] = OrderedDict()
        self._remembered_limit = remembered

    def issue(self, maker_id: UUID, session_id: UUID, role: Role) -> tuple[str, datetime]:
        """Return a new token and its expiry time (UTC)."""
        issued_at = int(self._now())
        expires_at = issued_at + ACCESS_TOKEN_SECONDS
        token = jwt.encode(
            {
                "iss": self._issuer,
                "aud": self._audience,
                "sub": str(maker_id),
                "sid": str(session_id),
                "jti": str(new_id()),
                "role": role,
                "iat": issued_at,
                "exp": expires_at,
            },
            self._keys[self._signing_kid],
            algorithm="HS256",
            headers={"typ": "at+jwt", "kid": self._signing_kid},
        )
        return token, datetime.fromtimestamp(expires_at, UTC)

    def verify(self, token: str) -> Claims:
        """Return the claims of a valid, unexpired token. Raises InvalidToken."""
        claims = self._remembered.get(token)
        if claims is None:
            claims = self._check(token)
            self._remembered[token] = claims
            self._forget()
            return claims
        if claims.expires_at > self._now():
            self._remembered.move_to_end(token)
            return claims
        del self._remembered[token]
        raise InvalidToken

    def _forget(self) -> None:
        """Evict the least recently used tokens: expired ones, two at a time, and those above the limit."""
        for _ in range(min(2, len(self._remembered))):  # the new token may expire at this moment
            oldest = next(iter(self._remembered))
            if self._remembered[oldest].expires_at > self._now() and len(self._remembered) <= self._remembered_limit:
                return
            del self._remembered[oldest]

    def _check(self, token: str) -> Claims:
        if len(token) > _LONGEST_JWS or _COMPACT_JWS.fullmatch(token) is None:
            raise InvalidToken
        try:
            header = jwt.get_unverified_header(token)
            # PyJWT does not check typ: another JWT signed with our key would pass for an access token.
            if header.get("typ") != "at+jwt":
                raise InvalidToken
            payload = jwt.decode(
                token,
                self._keys[header["kid"]],
                algorithms=["HS256"],
                issuer=self._issuer,
                audience=self._audience,
                # The times are compared below, with the given clock.
                options={
                    "require": ["exp", "iat", "iss", "sub", "aud", "jti", "sid", "role"],
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                },
            )
            if type(payload["exp"]) is not int:  # Python's JSON parser accepts NaN and Infinity
                raise InvalidToken
            claims = Claims(
                maker_id=UUID(payload["sub"]),
                session_id=UUID(payload["sid"]),
                role=_ROLES[payload["role"]],
                expires_at=float(payload["exp"]),
            )
        except (jwt.InvalidTokenError, LookupError, ValueError, TypeError, AttributeError) as problem:
            raise InvalidToken from problem
        if claims.expires_at <= self._now():
            raise InvalidToken
        return claims


class RefreshTokens:
    """Stateless refresh tokens: `rt_` + base64url(session id, counter as 4 bytes, 16 bytes of HMAC), 51 characters.

    The same session and counter always produce the same token. If a response is lost, the client can get the successor
    of its token again.
    """

    _PREFIX = "rt_"
    _PURPOSE = "refresh-token"

    def __init__(self, keyring: KeyRing) -> None:
        self._keyring = keyring

    def encode(self, session_id: UUID, counter: int) -> str:
        """Return the token of a session's `counter`-th rotation (0 to 2³² - 1; OverflowError beyond)."""
        payload = session_id.bytes + counter.to_bytes(4)
        return self._PREFIX + _seal(self._keyring, self._PURPOSE, payload)

    def decode(self, text: str) -> tuple[UUID, int]:
        """Return the session id and the counter. Raises InvalidToken."""
        if not text.startswith(self._PREFIX):
            raise InvalidToken
        payload = _open(self._keyring, self._PURPOSE, text[len(self._PREFIX) :], 20)
        return UUID(bytes=payload[:16]), int.from_bytes(payload[16:])


class OneTimeTokens:
    """Tokens for links in mails: base64url(row id, 16 bytes of HMAC under the purpose), 43 characters.

    The table and the queue contain ids only, and an id does not give a link without the server's secret. The row limits
    the link to one use and stores its expiry time.
    """

    def __init__(self, keyring: KeyRing) -> None:
        self._keyring = keyring

    def encode(self, purpose: str, row_id: UUID) -> str:
        """Return the token of the row. `purpose` is a constant in the code, such as "password-reset"."""
        return _seal(self._keyring, f"one-time:{purpose}", row_id.bytes)

    def decode(self, purpose: str, text: str) -> UUID:
        """Return the row's id. Raises InvalidToken, also for a token made for another purpose."""
        return UUID(bytes=_open(self._keyring, f"one-time:{purpose}", text, 16))


def _seal(keyring: KeyRing, purpose: str, payload: bytes) -> str:
    sealed = payload + keyring.sign(purpose, payload)[:MAC_BYTES]
    return urlsafe_b64encode(sealed).rstrip(b"=").decode("ascii")


def _open(keyring: KeyRing, purpose: str, text: str, size: int) -> bytes:
    length = size + MAC_BYTES
    if len(text) != -(-length * 4 // 3):
        raise InvalidToken
    try:
        sealed = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError) as problem:
        raise InvalidToken from problem
    # Accept one spelling only: the decoder ignores foreign characters and spare bits.
    if urlsafe_b64encode(sealed).rstrip(b"=").decode("ascii") != text:
        raise InvalidToken
    payload, signature = sealed[:size], sealed[size:]
    if not keyring.verify(purpose, payload, signature, length=MAC_BYTES):
        raise InvalidToken
    return payload
