"""Who may what, in the words of the matrix.

A rule says of a caller and a state of the project what is answered: OK, which is any success, or the refusal's status.
What a caller may not see is 404, never 403; 403 is for what they see and may not do; 401 comes before both.
"""

from collections.abc import Callable
from typing import Final

OK: Final = 200
MEMBERS: Final = ("viewer", "editor", "owner")
EVERYBODY: Final = ("stranger", *MEMBERS, "admin")
"""With an account that is not suspended."""

type Rule = Callable[[str, str], int]


def sees(caller: str, state: str) -> bool:
    """Whether a caller sees a project at all. Admins see what others see."""
    if state == "deleted":
        return False
    return caller in MEMBERS or state in ("public", "unlisted", "archived")


def read(caller: str, state: str) -> int:
    """Reading needs no account; a token that is sent has to hold."""
    if caller == "suspended":
        return 401
    return OK if sees(caller, state) else 404


def read_by_all(caller: str, state: str) -> int:
    """What is told to everybody alike, and so to members no more than to others."""
    if caller == "suspended":
        return 401
    return OK if state in ("public", "unlisted", "archived") else 404


class may:  # noqa: N801 (reads as the word it is)
    """Only these do, of those who see the project; `archived=409` is what they are told in that state."""

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
    """What its members are at does not exist for anybody else, also where they see the rest."""
    if caller in ("anonymous", "suspended"):
        return 401
    return OK if caller in MEMBERS and sees(caller, state) else 404


# Of a comment, which the viewer wrote

write_own: Final = may("viewer", removed=409)


def vote(caller: str, state: str) -> int:
    """Whoever sees it, but its author."""
    found = may(*EVERYBODY, removed=409)(caller, state)
    return 422 if (caller, found) == ("viewer", OK) else found


# Of what is no project's: the state is nothing


def public(status: int = OK) -> Rule:
    """Everybody alike, also with a token that does not hold."""
    return lambda caller, state: status


def open_to_all(caller: str, state: str) -> int:
    """Everybody; a token that is sent has to hold."""
    return 401 if caller == "suspended" else OK


def makers(caller: str, state: str) -> int:
    return 401 if caller in ("anonymous", "suspended") else OK


def leaving(caller: str, state: str) -> int:
    """Whoever others do not depend on: the owner's projects have members."""
    return 409 if caller == "owner" else makers(caller, state)


def admins(caller: str, state: str) -> int:
    return 401 if caller in ("anonymous", "suspended") else OK if caller == "admin" else 403


def invited(caller: str, state: str) -> int:
    """By a link that anybody may have got: the project need not be one they see."""
    if caller in ("anonymous", "suspended"):
        return 401
    return 404 if state in ("deleted", "removed") else OK


def joining(caller: str, state: str) -> int:
    """The same, and nobody joins what is read-only."""
    found = invited(caller, state)
    return 409 if (found, state) == (OK, "archived") else found


def its_maker(caller: str, state: str) -> int:
    """The owner's, and everybody sees it."""
    return 401 if caller in ("anonymous", "suspended") else OK if caller == "owner" else 403


def told_why(caller: str, state: str) -> int:
    """Its members, once it is removed."""
    if caller in ("anonymous", "suspended"):
        return 401
    return OK if caller in MEMBERS and state == "removed" else 404


def nobody(caller: str, state: str) -> int:
    """None of these: it is somebody else's, or not so just now."""
    return 401 if caller in ("anonymous", "suspended") else 404
