"""How often what may be tried. Why logins are counted as they are: docs/decisions/0011-login-limits.md."""

from hashlib import blake2b
from typing import Final

from service.cache.limits import Limit
from service.deps import Deps
from service.features.identity.queries import LoginRow
from service.features.identity.rules import network_of
from service.http.problem import TooManyRequests, Unavailable

# Per client address, on the routes.
LOGIN: Final = Limit("login", 100, 600)
REGISTER: Final = Limit("register", 60, 3600)
REFRESH: Final = Limit("refresh", 300, 60)
MAILED: Final = Limit("mailed", 60, 600)
"""Using or asking for a link in a mail. The links cannot be guessed; the limit saves work."""

# Per maker, on the routes that ask for the password once more.
PASSWORD: Final = Limit("password", 10, 600)

# Per e-mail address that is written to.
MAIL: Final = Limit("mail", 5, 3600)

# Per account, known or not.
_FROM_ONE_NETWORK: Final = Limit("login-network", 20, 600)
_FROM_STRANGERS: Final = Limit("login-strangers", 100, 3600)
_UNDER_ATTACK: Final = Limit("login-attack", 3, 900)

_AWAY: Final = "Nobody can log in just now. Those who are logged in stay so."


def _key(*parts: str) -> str:
    """A key of a limit that tells whoever reads Redis no address."""
    return blake2b("\0".join(parts).lower().encode(), digest_size=16).hexdigest()


async def may_mail(deps: Deps, email: str) -> bool:
    """Whether one more mail may go to this address; takes it. The caller answers alike in both cases."""
    return (await deps.gate.charge(MAIL, _key("mail", email))).allowed


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
    shared = await deps.gate.charge(_FROM_STRANGERS, _key("login", email))
    if shared.away:
        raise Unavailable(_AWAY)
    if not shared.allowed:
        await _take(deps, _UNDER_ATTACK, _key("login", email, network_of(address)))


async def _take(deps: Deps, limit: Limit, key: str) -> None:
    answer = await deps.gate.charge(limit, key)
    if answer.away:
        raise Unavailable(_AWAY)
    if not answer.allowed:
        raise TooManyRequests(answer.retry_after, "Too many attempts to log in. Wait a little.")
