"""Test tokens: only issued tokens are valid, for their purpose and until they expire."""

import base64
import hmac
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import chain, repeat
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.core.config import SecretKey
from service.security.keyring import KeyRing
from service.security.tokens import AccessTokens, InvalidToken, OneTimeTokens, RefreshTokens

OLD = SecretKey("2025", b"o" * 32)
NEW = SecretKey("2026", b"n" * 32)
RING = KeyRing((NEW, OLD))
ISSUER = "https://example.test"
START = datetime(2026, 1, 1, tzinfo=UTC)
MAKER, SESSION = uuid4(), uuid4()
GENUINE = RING.keys("access-token")["2026"]
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


def tokens(ring: KeyRing = RING, *, clock: Callable[[], datetime] | None = None, remembered: int = 100) -> AccessTokens:
    return AccessTokens(ring, ISSUER, clock or Clock(), remembered=remembered)


def part(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def forged(
    *,
    key: bytes = GENUINE,
    alg: str = "HS256",
    header: dict[str, object] | None = None,
    claims: dict[str, object] | None = None,
    **claim: object,
) -> str:
    """Return a valid token with the given changes; None removes a claim. JWT libraries refuse to write such tokens."""
    head = {"typ": "at+jwt", "alg": alg, "kid": "2026"} | (header or {})
    payload = (
        {
            "iss": ISSUER,
            "aud": f"{ISSUER}/api/v1",
            "sub": str(MAKER),
            "sid": str(SESSION),
            "jti": "1",
            "role": "maker",
            "iat": int(START.timestamp()),
            "exp": int(START.timestamp()) + 300,
        }
        | (claims or {})
        | claim
    )
    signed = ".".join(
        part(json.dumps({name: value for name, value in half.items() if value is not None}).encode())
        for half in (head, payload)
    )
    signature = b"" if alg == "none" else hmac.digest(key, signed.encode(), alg.replace("HS", "sha"))
    return f"{signed}.{part(signature)}"


def test_an_access_token_contains_maker_session_and_expiry() -> None:
    token, expires_at = tokens().issue(MAKER, SESSION, "admin")
    claims = tokens().verify(token)
    assert (claims.maker_id, claims.session_id, claims.role) == (MAKER, SESSION, "admin")
    assert expires_at == START + timedelta(minutes=5)
    assert claims.expires_at == expires_at.timestamp()


def test_the_unchanged_forged_token_is_valid() -> None:
    assert tokens().verify(forged()).maker_id == MAKER


@pytest.mark.parametrize(
    "token",
    [
        pytest.param(forged(key=b"x" * 32), id="another key"),
        pytest.param(forged(key=NEW.secret), id="the secret itself"),
        pytest.param(forged(key=RING.keys("refresh-token")["2026"]), id="the key of another purpose"),
        pytest.param(forged(key=RING.keys("access-token")["2025"]), id="another key of the ring under this kid"),
        pytest.param(forged(header={"kid": "2024"}), id="unknown kid"),
        pytest.param(forged(header={"kid": None}), id="no kid"),
        pytest.param(forged(header={"typ": "JWT"}), id="typ JWT"),
        pytest.param(forged(header={"typ": None}), id="no typ"),
        pytest.param(forged(header={"typ": "AT+JWT"}), id="typ in capitals"),
        pytest.param(forged(key=b"", alg="none"), id="alg none"),
        pytest.param(forged(alg="HS512"), id="alg HS512"),
        pytest.param(forged(header={"crit": ["b64"], "b64": False}), id="crit"),
        *(
            pytest.param(forged(claims={name: None}), id=f"no {name}")
            for name in ("exp", "iat", "sub", "aud", "jti", "iss", "sid", "role")
        ),
        pytest.param(forged(aud="elsewhere"), id="another audience"),
        pytest.param(forged(iss="elsewhere"), id="another issuer"),
        pytest.param(forged(role="root"), id="unknown role"),
        pytest.param(forged(role=["admin"]), id="role is a list"),
        pytest.param(forged(sub="me"), id="sub is not an id"),
        pytest.param(forged(sid=7), id="sid is a number"),
        pytest.param(forged(exp="soon"), id="exp is a word"),
        pytest.param(forged(exp=float("nan")), id="exp is not a number"),
        pytest.param(forged(exp=float("inf")), id="never ends"),
        pytest.param(forged(alg="none") + part(b"0" * 32), id="alg none with a signature"),
        pytest.param(forged(exp=int(START.timestamp())), id="ends now"),
    ],
)
def test_forged_tokens_are_rejected(token: str) -> None:
    with pytest.raises(InvalidToken):
        tokens().verify(token)


@given(st.data())
def test_a_changed_access_token_is_rejected(data: st.DataObject) -> None:
    token = forged()
    place = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.characters().filter(lambda character: character != token[place]))
    with pytest.raises(InvalidToken):
        tokens().verify(token[:place] + other + token[place + 1 :])
    with pytest.raises(InvalidToken):
        tokens().verify(token[:place])
    with pytest.raises(InvalidToken):
        tokens().verify(token[:place] + other + token[place:])


@given(st.text(max_size=3000))
def test_any_other_text_is_rejected_without_an_error(text: str) -> None:
    for verify in (
        tokens().verify,
        RefreshTokens(RING).decode,
        lambda t: OneTimeTokens(RING).decode("reset", t),
    ):
        with pytest.raises(InvalidToken):
            verify(text)


def test_a_cached_token_expires() -> None:
    clock = Clock()
    access = tokens(clock=clock)
    token, expires_at = access.issue(MAKER, SESSION, "maker")
    clock.now = expires_at - timedelta(microseconds=1)
    assert access.verify(token) is access.verify(token)
    clock.now = expires_at
    for _ in range(2):
        with pytest.raises(InvalidToken):
            access.verify(token)
    assert len(access._remembered) == 0


def test_the_token_cache_is_bounded_and_keeps_used_tokens() -> None:
    access = tokens(remembered=3)
    used, *others = [access.issue(MAKER, SESSION, "maker")[0] for _ in range(10)]
    access.verify(used)
    for token in others:
        access.verify(token)
        access.verify(used)
    assert len(access._remembered) == 3
    assert used in access._remembered


def test_expired_tokens_leave_the_cache() -> None:
    clock = Clock()
    access = tokens(clock=clock)
    expired = [access.issue(uuid4(), uuid4(), "maker")[0] for _ in range(10)]
    for token in expired:
        access.verify(token)
    clock.now += timedelta(seconds=301)
    fresh = [access.issue(uuid4(), uuid4(), "maker")[0] for _ in range(10)]
    for token in fresh:
        access.verify(token)
    assert list(access._remembered) == fresh


def test_a_token_that_expires_during_its_check_is_accepted_once() -> None:
    late = START + timedelta(seconds=301)
    moments = chain([START, START], repeat(late))  # issue, check, cache
    access = tokens(clock=lambda: next(moments))
    token, _ = access.issue(MAKER, SESSION, "maker")
    assert access.verify(token).maker_id == MAKER
    assert len(access._remembered) == 0


def test_rejected_tokens_are_not_cached() -> None:
    access = tokens()
    for index in range(200):
        with pytest.raises(InvalidToken):
            access.verify(forged(key=b"x" * 32, jti=str(index)))
    assert len(access._remembered) == 0


def test_checking_a_cached_token_is_fast() -> None:
    access = AccessTokens(RING, ISSUER)
    token, _ = access.issue(MAKER, SESSION, "maker")
    access.verify(token)

    def microseconds() -> float:
        started = time.perf_counter()
        for _ in range(1000):
            access.verify(token)
        return (time.perf_counter() - started) * 1000

    # Between a cache hit (0.2 µs) and a signature check (25 µs), so that slow machines pass.
    assert min(microseconds() for _ in range(20)) < 5


def test_tokens_are_valid_until_their_key_is_removed() -> None:
    before, during, after = KeyRing((OLD,)), KeyRing((NEW, OLD)), KeyRing((NEW,))
    token, _ = tokens(before).issue(MAKER, SESSION, "maker")
    refresh = RefreshTokens(before).encode(SESSION, 1)
    once = OneTimeTokens(before).encode("reset", SESSION)
    assert tokens(during).verify(token).session_id == SESSION
    assert RefreshTokens(during).decode(refresh) == (SESSION, 1)
    assert OneTimeTokens(during).decode("reset", once) == SESSION
    for refused in (
        lambda: tokens(after).verify(token),
        lambda: RefreshTokens(after).decode(refresh),
        lambda: OneTimeTokens(after).decode("reset", once),
    ):
        with pytest.raises(InvalidToken):
            refused()


@given(st.uuids(), st.integers(0, 2**32 - 1))
def test_refresh_tokens_contain_session_and_counter(session_id: UUID, counter: int) -> None:
    refresh = RefreshTokens(RING)
    text = refresh.encode(session_id, counter)
    assert refresh.decode(text) == (session_id, counter)
    assert refresh.encode(session_id, counter) == text


@given(st.uuids(), st.data())
def test_a_changed_opaque_token_is_rejected(row_id: UUID, data: st.DataObject) -> None:
    once = OneTimeTokens(RING)
    refresh = RefreshTokens(RING)
    for text, decode in (
        (once.encode("reset", row_id), lambda t: once.decode("reset", t)),
        (refresh.encode(row_id, 7), refresh.decode),
    ):
        place = data.draw(st.integers(0, len(text) - 1))
        other = data.draw(st.sampled_from(ALPHABET.replace(text[place], "")))
        for changed in (
            text[:place] + other + text[place + 1 :],
            text[:place],
            text + other,
            text + "=",
            f" {text}",
            f"{text}\n",
        ):
            with pytest.raises(InvalidToken):
                decode(changed)


def test_a_token_is_valid_for_one_purpose() -> None:
    once = OneTimeTokens(RING)
    text = once.encode("confirm", SESSION)
    with pytest.raises(InvalidToken):
        once.decode("reset", text)
    # A refresh token is no one-time token for a row with the session's ID, and vice versa.
    with pytest.raises(InvalidToken):
        once.decode("confirm", RefreshTokens(RING).encode(SESSION, 0).removeprefix("rt_"))
    with pytest.raises(InvalidToken):
        RefreshTokens(RING).decode(f"rt_{text}")
