"""Limits of logins, confirmations and mails.

The reasons and the arithmetic: docs/decisions/0011-login-limits.md and docs/decisions/0041-mail-limits.md.
"""

from hashlib import blake2b
from typing import Final, Literal
from uuid import UUID

from service.cache.limits import Limit
from service.deps import Deps
from service.features.accounts.identity.domain import network_of
from service.features.accounts.identity.queries import LoginRow
from service.http.problem import TooManyRequests, Unavailable

# Per client address, on the routes.
LOGIN: Final = Limit("login", 100, 600)
REGISTER: Final = Limit("register", 60, 3600)
REFRESH: Final = Limit("refresh", 300, 60)
MAIL_REQUEST: Final = Limit("mail_request", 60, 3600)
"""Asking for a mail."""
MAILED: Final = Limit("mailed", 60, 600)
"""Using a link in a mail. The links cannot be guessed; the limit saves work."""
PASSWORD_CHECK: Final = Limit("password_check", 60, 60)
"""Asking how strong a password is, as somebody types it."""

# Per maker, on the routes that ask for the password once more.
PASSWORD: Final = Limit("password", 10, 600)

# Per kind of mail and recipient. When a limit refuses a mail, the previous one went less than window / quota ago, so
# its link still works: at least 30 minutes for a recovery, 21 hours for a confirmation.
type MailKind = Literal["confirmation", "recovery", "email_change"]
MAILS: Final[dict[MailKind, Limit]] = {
    "confirmation": Limit("mail-confirmation", 5, 43_200),
    "recovery": Limit("mail-recovery", 4, 7_200),
    "email_change": Limit("mail-email-change", 5, 43_200),
}
# Per kind, recipient and sending network, so that one network alone does not use up the others' share.
MAILS_FROM_NETWORK: Final = Limit("mail-network", 3, 3600)

# Per mailed link whose confirmation asks for the account's password.
CONFIRM: Final = Limit("confirm", 5, 3600)

# Per account, known or not.
_FROM_ONE_NETWORK: Final = Limit("login-network", 20, 600)
_FROM_STRANGERS: Final = Limit("login-strangers", 100, 3600)
_UNDER_ATTACK: Final = Limit("login-attack", 3, 900)

_AWAY: Final = "Nobody can log in just now. Those who are logged in stay so."


def _key(*parts: str) -> str:
    """A key of a limit that tells whoever reads Redis no address."""
    return blake2b("\0".join(parts).lower().encode(), digest_size=16).hexdigest()


async def may_mail(deps: Deps, kind: MailKind, email: str, address: str) -> bool:
    """Take one mail of this kind to `email` from the limits, for a client at `address`; False when one is used up.

    A caller that nobody has logged in to must answer alike in both cases.
    """
    from_network = await deps.admission.charge(MAILS_FROM_NETWORK, _key("mail", kind, email, network_of(address)))
    return from_network.allowed and (await deps.admission.charge(MAILS[kind], recipient_key(kind, email))).allowed


def recipient_key(kind: MailKind, email: str) -> str:
    """Return the key under which mails of a kind to one recipient are counted."""
    return _key("mail", kind, email)


async def admit_confirmation(deps: Deps, token_id: UUID) -> None:
    """Count an attempt to confirm with a password. Raises TooManyRequests, or Unavailable without Redis."""
    await _take(deps, CONFIRM, _key("confirm", str(token_id)), "Too many attempts with this link. Try again later.")


async def admit_from_network(deps: Deps, email: str, address: str) -> None:
    """Before anything is looked up. Raises TooManyRequests, or Unavailable while attempts cannot be counted."""
    await _take(deps, _FROM_ONE_NETWORK, _key("login", email, network_of(address)))


async def admit_stranger(deps: Deps, email: str, address: str, login: LoginRow | None) -> None:
    """Before the password is looked at. Who comes from a network this account was used from passes.

    The others share one quota; when it is used up the account is under attack, and each of their networks has a few
    attempts left, so that its owner on a new connection is slowed and not locked out. Raises TooManyRequests or
    Unavailable.
    """
    if login is not None and login.familiar:
        return
    shared = await deps.admission.charge(_FROM_STRANGERS, _key("login", email))
    if shared.away:
        raise Unavailable(_AWAY)
    if not shared.allowed:
        await _take(deps, _UNDER_ATTACK, _key("login", email, network_of(address)))


async def _take(
    deps: Deps, limit: Limit, key: str, refusal: str = "Too many attempts to log in. Try again later."
) -> None:
    answer = await deps.admission.charge(limit, key)
    if answer.away:
        raise Unavailable(_AWAY)
    if not answer.allowed:
        raise TooManyRequests(answer.retry_after, refusal)
