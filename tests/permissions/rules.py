"""Rules of the permission matrix.

A rule returns for a caller and a project state OK, which is any success, or the status of the rejection. Content that a
caller may not see is 404, never 403. 403 is for visible content that the caller may not change. 401 comes before both.
"""

from collections.abc import Callable
from typing import Final

OK: Final = 200
MEMBERS: Final = ("viewer", "editor", "owner")
EVERYBODY: Final = ("stranger", *MEMBERS, "admin")
"""Callers with an account that is not suspended."""

type Rule = Callable[[str, str], int]


def sees(caller: str, state: str) -> bool:
    """Return whether a caller sees a project. Admins see no more than others."""
    if state == "deleted":
        return False
    return caller in MEMBERS or state in ("public", "unlisted", "archived")


def read(caller: str, state: str) -> int:
    """Reading needs no account, but a token must be valid."""
    if caller == "suspended":
        return 401
    return OK if sees(caller, state) else 404


def read_by_all(caller: str, state: str) -> int:
    """The response is the same for everyone, including members."""
    if caller == "suspended":
        return 401
    return OK if state in ("public", "unlisted", "archived") else 404


class may:  # noqa: N801 - reads as a word in the table
    """Only these callers may, of those who see the project. `archived=409` is the status in that state."""

    def __init__(self, *callers: str, special: dict[tuple[str, str], int] | None = None, **states: int) -> None:
        self._callers, self._states, self._special = callers, states, special or {}

    def __call__(self, caller: str, state: str) -> int:
        if caller in ("anonymous", "suspended"):
            return 401
        if (caller, state) in self._special:
            return self._special[caller, state]
        if not sees(caller, state):
            return 404
        return self._states.get(state, OK) if caller in self._callers else 403


edit: Final = may("editor", "owner", archived=409, removed=409)
view: Final = may(*MEMBERS)
view_as_editor: Final = may("editor", "owner")
decide: Final = may("owner")
decide_unless_read_only: Final = may("owner", archived=409, removed=409)


def read_draft(caller: str, state: str) -> int:
    """Drafts exist only for members, also in visible projects."""
    if caller in ("anonymous", "suspended"):
        return 401
    return OK if caller in MEMBERS and sees(caller, state) else 404


# Rules of a comment, which the viewer wrote

write_own: Final = may("viewer", removed=409)


def vote(caller: str, state: str) -> int:
    """Everyone who sees the comment may vote, except its author."""
    found = may(*EVERYBODY, removed=409)(caller, state)
    return 422 if (caller, found) == ("viewer", OK) else found


# Rules without a project: the state does not matter


def public(status: int = OK) -> Rule:
    """Everyone gets the same response, also with an invalid token."""
    return lambda caller, state: status


def open_to_all(caller: str, state: str) -> int:
    """Everyone may, but a token must be valid."""
    return 401 if caller == "suspended" else OK


def makers(caller: str, state: str) -> int:
    return 401 if caller in ("anonymous", "suspended") else OK


def leaving(caller: str, state: str) -> int:
    """Makers without members in their projects may; the owner's projects have members."""
    return 409 if caller == "owner" else makers(caller, state)


def admins(caller: str, state: str) -> int:
    return 401 if caller in ("anonymous", "suspended") else OK if caller == "admin" else 403


def invited(caller: str, state: str) -> int:
    """Anyone with the link may; the project need not be visible to them."""
    if caller in ("anonymous", "suspended"):
        return 401
    return 404 if state in ("deleted", "removed") else OK


def joining(caller: str, state: str) -> int:
    """Anyone with the link may, unless the project is read-only."""
    found = invited(caller, state)
    return 409 if (found, state) == (OK, "archived") else found


def owner_of_public(caller: str, state: str) -> int:
    """Everyone sees it; only the owner may change it."""
    return 401 if caller in ("anonymous", "suspended") else OK if caller == "owner" else 403


def read_removal(caller: str, state: str) -> int:
    """Members may, once the project is removed."""
    if caller in ("anonymous", "suspended"):
        return 401
    return OK if caller in MEMBERS and state == "removed" else 404


def no_one(caller: str, state: str) -> int:
    """No caller may: the resource belongs to another maker or is in another state."""
    return 401 if caller in ("anonymous", "suspended") else 404
