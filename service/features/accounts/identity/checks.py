"""Input validation beyond the schemas, and password hashing. No function holds a database connection."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final
from uuid import UUID

from service.deps import Deps
from service.features.accounts.identity.domain import Refused
from service.http.problem import Conflict, FieldError, Forbidden, Unavailable, Unprocessable
from service.security.passwords import MAXIMUM_LENGTH, MINIMUM_LENGTH, Busy, Weakness, check_strength

WEAK: Final[dict[Weakness, str]] = {
    "too_short": f"Use at least {MINIMUM_LENGTH} characters.",
    "too_long": f"Use at most {MAXIMUM_LENGTH} characters.",
    "too_common": "This password is too common or repetitive. Use a few random words.",
    "too_personal": "This password is based on your handle, name or address. Use a few random words.",
    "too_weak": "This password is easy to guess. Add one or two random words.",
}


def check(errors: list[FieldError], pointer: str, rule: Callable[[str], str], text: str) -> str:
    """Return the text normalized by the rule. On refusal, append the error and return the text unchanged."""
    try:
        return rule(text)
    except Refused as refused:
        errors.append(FieldError(pointer, refused.code, str(refused)))
        return text


def checked(pointer: str, rule: Callable[[str], str], text: str) -> str:
    """Return the text normalized by the rule. Raises Unprocessable."""
    errors: list[FieldError] = []
    text = check(errors, pointer, rule, text)
    if errors:
        raise Unprocessable(errors)
    return text


def weakness(pointer: str, password: str, *, handle: str, email: str, name: str = "") -> list[FieldError]:
    """Return the errors of a new password; empty when it is accepted."""
    code = check_strength(password, handle=handle, email=email, name=name)
    return [FieldError(pointer, code, WEAK[code])] if code else []


def refuse_weak(pointer: str, password: str, *, handle: str, email: str, name: str = "") -> None:
    """Raise Unprocessable for a weak password."""
    if errors := weakness(pointer, password, handle=handle, email=email, name=name):
        raise Unprocessable(errors)


async def hash_password(deps: Deps, password: str) -> str:
    """Return the hash of a password. Raises Unavailable when too many calls wait."""
    with _busy_is_unavailable():
        return await deps.passwords.hash(password)


async def is_password(deps: Deps, password_hash: str | None, password: str) -> bool:
    """Verify a password; without a hash (None) it takes the same time and fails.

    Raises Unavailable when too many calls wait.
    """
    with _busy_is_unavailable():
        return await deps.passwords.verify(password_hash, password)


async def require_password(deps: Deps, password_hash: str, password: str) -> None:
    """Verify the current password of a logged-in maker. Raises Forbidden or Unavailable."""
    if not await is_password(deps, password_hash, password):
        raise Forbidden("wrong_password", "This is not your current password.")


def refuse_last_admin(admins: Sequence[UUID], maker_id: UUID) -> None:
    """Raise Conflict when the maker is the last active admin. The rows of `admins` must be locked."""
    if list(admins) == [maker_id]:
        raise Conflict("last_admin", "This is the last admin. Appoint another admin first.")


@contextmanager
def _busy_is_unavailable() -> Iterator[None]:
    try:
        yield
    except Busy:
        raise Unavailable("Too many passwords are being checked. Try again.", retry_after=2) from None
