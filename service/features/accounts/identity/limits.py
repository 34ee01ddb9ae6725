"""Rate limits for logins, confirmations and mails.

Reasons and arithmetic: docs/decisions/0011-login-limits.md and docs/decisions/0041-mail-limits.md.
"""

from hashlib import blake2b
from typing import Final, Literal
from uuid import UUID

from service.cache.limits import Limit
from service.deps import Deps
from service.features.accounts.identity.domain import network_of
from service.features.accounts.identity.queries import LoginRow
from service.http.problem import TooManyRequests, Unavailable

# Per client address; checked by the route.
LOGIN: Final = Limit("login", 100, 600)
REGISTER: Final = Limit("register", 60, 3600)
REFRESH: Final = Limit("refresh", 300, 60)
MAIL_REQUEST: Final = Limit("mail_request", 60, 3600)
"""Requests that send a mail."""
MAILED: Final = Limit("mailed", 60, 600)
"""Requests with a mailed link. Links cannot be guessed; the limit bounds the load."""
PASSWORD_CHECK: Final = Limit("password_check", 60, 60)
"""Password strength checks while a person types."""

# Per maker, on routes that require the current password.
PASSWORD: Final = Limit("password", 10, 600)

# Per kind of mail and recipient. A limit refuses a mail only if the previous one is younger than window / quota, so its
# link still works: for at least 30 minutes (recovery) or 21 hours (confirmation).
type MailKind = Literal["confirmation", "recovery", "email_change"]
MAILS: Final[dict[MailKind, Limit]] = {
    "confirmation": Limit("mail-confirmation", 5, 43_200),
    "recovery": Limit("mail-recovery", 4, 7_200),
    "email_change": Limit("mail-email-change", 5, 43_200),
}
# Per kind, recipient and client network, so that one network cannot use up the recipient's quota.
MAILS_FROM_NETWORK: Final = Limit("mail-network", 3, 3600)

# Per mailed link whose confirmation requires the account's password.
CONFIRM: Final = Limit("confirm", 5, 3600)

# Per e-mail address, with or without an account.
_FROM_ONE_NETWORK: Final = Limit("login-network", 20, 600)
_FROM_STRANGERS: Final = Limit("login-strangers", 100, 3600)
_UNDER_ATTACK: Final = Limit("login-attack", 3, 900)

_AWAY: Final = "Logging in is temporarily unavailable. Existing sessions continue."


def _key(*parts: str) -> str:
    """Return a rate-limit key that is a hash, so that Redis stores no address."""
    return blake2b("\0".join(parts).lower().encode(), digest_size=16).hexdigest()


async def may_mail(deps: Deps, kind: MailKind, email: str, address: str) -> bool:
    """Charge one mail to `email`, requested from `address`. Return False when a limit is exceeded.

    An unauthenticated route must return the same response in both cases.
    """
    from_network = await deps.admission.charge(MAILS_FROM_NETWORK, _key("mail", kind, email, network_of(address)))
    return from_network.allowed and (await deps.admission.charge(MAILS[kind], recipient_key(kind, email))).allowed


def recipient_key(kind: MailKind, email: str) -> str:
    """Return the rate-limit key for mails of one kind to one recipient."""
    return _key("mail", kind, email)


async def admit_confirmation(deps: Deps, token_id: UUID) -> None:
    """Charge one confirmation attempt with a password. Raises TooManyRequests, or Unavailable without Redis."""
    await _take(deps, CONFIRM, _key("confirm", str(token_id)), "Too many attempts with this link. Try again later.")


async def admit_from_network(deps: Deps, email: str, address: str) -> None:
    """Charge a login attempt to its network before any lookup.

    Raises TooManyRequests, or Unavailable while attempts cannot be counted.
    """
    await _take(deps, _FROM_ONE_NETWORK, _key("login", email, network_of(address)))


async def admit_stranger(deps: Deps, email: str, address: str, login: LoginRow | None) -> None:
    """Charge a login attempt from an unfamiliar network before the password is verified.

    Networks on which the account was used recently are exempt. All other networks share one quota per account. When it
    is used up, each network keeps a few attempts, so that the owner on a new connection is not locked out. Raises
    TooManyRequests or Unavailable.
    """
    if login is not None and login.familiar:
        return
    shared = await deps.admission.charge(_FROM_STRANGERS, _key("login", email))
    if shared.away:
        raise Unavailable(_AWAY)
    if not shared.allowed:
        await _take(deps, _UNDER_ATTACK, _key("login", email, network_of(address)))


async def _take(deps: Deps, limit: Limit, key: str, refusal: str = "Too many login attempts. Try again later.") -> None:
    result = await deps.admission.charge(limit, key)
    if result.away:
        raise Unavailable(_AWAY)
    if not result.allowed:
        raise TooManyRequests(result.retry_after, refusal)
