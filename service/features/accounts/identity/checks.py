"""Input that the wire type cannot judge, and passwords. Nothing here holds a database connection."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final
from uuid import UUID

from service.deps import Deps
from service.features.accounts.identity.domain import Refused
from service.http.problem import Conflict, FieldError, Forbidden, Unavailable, Unprocessable
from service.security.passwords import MAXIMUM_LENGTH, MINIMUM_LENGTH, Busy, Weakness, check_strength

WEAK: Final[dict[Weakness, str]] = {
    "too_short": f"A password needs at least {MINIMUM_LENGTH} characters. Add more.",
    "too_long": f"A password has at most {MAXIMUM_LENGTH} characters. Shorten it.",
    "too_common": "This password is common, or repeats itself. Use a few random words.",
    "too_personal": "This password is based on your handle, name or address. Use a few random words.",
    "too_weak": "This password is easy to guess. Add one or two random words.",
}


def check(errors: list[FieldError], pointer: str, rule: Callable[[str], str], text: str) -> str:
    """The text as the rule has it; when refused, notes the error and gives the text back."""
    try:
        return rule(text)
    except Refused as refused:
        errors.append(FieldError(pointer, refused.code, str(refused)))
        return text


def checked(pointer: str, rule: Callable[[str], str], text: str) -> str:
    """The text as the rule has it. Raises Unprocessable."""
    errors: list[FieldError] = []
    text = check(errors, pointer, rule, text)
    if errors:
        raise Unprocessable(errors)
    return text


def weakness(pointer: str, password: str, *, handle: str, email: str, name: str = "") -> list[FieldError]:
    """Return what is wrong with a new password, if anything."""
    code = check_strength(password, handle=handle, email=email, name=name)
    return [FieldError(pointer, code, WEAK[code])] if code else []


def refuse_weak(pointer: str, password: str, *, handle: str, email: str, name: str = "") -> None:
    """Raises Unprocessable for a password that cannot be taken."""
    if errors := weakness(pointer, password, handle=handle, email=email, name=name):
        raise Unprocessable(errors)


async def hash_password(deps: Deps, password: str) -> str:
    """The hash to store. Raises Unavailable when too many wait."""
    with _busy_is_unavailable():
        return await deps.passwords.hash(password)


async def is_password(deps: Deps, password_hash: str | None, password: str) -> bool:
    """Whether it is the password; takes as long for nobody's (None). Raises Unavailable when too many wait."""
    with _busy_is_unavailable():
        return await deps.passwords.verify(password_hash, password)


async def require_password(deps: Deps, password_hash: str, password: str) -> None:
    """For what a logged-in maker has to say the password to. Raises Forbidden or Unavailable."""
    if not await is_password(deps, password_hash, password):
        raise Forbidden("wrong_password", "This is not your current password.")


def refuse_last_admin(admins: Sequence[UUID], maker_id: UUID) -> None:
    """Raises Conflict when the maker is the only one of the active admins, who are locked."""
    if list(admins) == [maker_id]:
        raise Conflict("last_admin", "This is the last admin. Make somebody else one first.")


@contextmanager
def _busy_is_unavailable() -> Iterator[None]:
    try:
        yield
    except Busy:
        raise Unavailable("Too many passwords are being checked just now.", retry_after=2) from None
