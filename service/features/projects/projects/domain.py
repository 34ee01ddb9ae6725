"""What a project has to be like: its address, its lines of text, its states, and how long a deleted one waits. Pure."""

import unicodedata
from collections.abc import Collection
from datetime import timedelta
from typing import Final, Literal
from uuid import UUID

from service.features.accounts.identity.domain import Refused
from service.http.problem import Conflict
from service.http.schema.fields import Form
from service.security.names import has_invisible

RESTORABLE: Final = timedelta(days=30)
"""How long a deleted project waits for its owner to change their mind."""
OLD_SLUGS_KEPT: Final = 20
"""Former slugs of one project that lead to it; the oldest are forgotten."""

MAX_PROJECTS: Final = 500
"""Projects that one maker owns, deleted ones that can be restored included. Enforced by maker_storage_add()."""
MAX_STORED: Final = 500_000_000
"""Bytes of all texts that one maker stores. Enforced by maker_storage_add()."""

SLUG_PATTERN: Final = Form("[a-z0-9](-?[a-z0-9])*", "lower-case letters and digits, with single hyphens between them")
SLUG_LENGTH: Final = 80
FALLBACK_SLUG: Final = "project"

type Role = Literal["owner", "editor", "viewer"]
EDITORS: Final[list[Role]] = ["owner", "editor"]
OWNER: Final[list[Role]] = ["owner"]

# Letters that NFKD leaves whole; everything else Latin falls apart into a letter and its marks.
_LETTERS: Final = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "&": " and ",
    }
)
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’‘`´ʼ"))

# They turn the direction of text, with which one line can look like another (UAX #9).
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def slug_of(title: str) -> str:
    """A slug out of a title: ASCII letters and digits, words joined by hyphens, cut between words where it can be.

    A title without a Latin letter or a digit gives FALLBACK_SLUG.
    """
    folded = unicodedata.normalize("NFKD", title.casefold().translate(_APOSTROPHES).translate(_LETTERS)).casefold()
    kept = (c if c.isascii() and c.isalnum() else "" if unicodedata.combining(c) else " " for c in folded)
    words = "".join(kept).split()
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:SLUG_LENGTH]
        if len(longer) > SLUG_LENGTH:
            break
        slug = longer
    return slug or FALLBACK_SLUG


def free_slug(slug: str, taken: Collection[str]) -> str:
    """`slug`, or the first of slug-2, slug-3, … that is not taken; never longer than a slug may be."""
    number, candidate = 1, slug
    while candidate in taken:
        number += 1
        ending = f"-{number}"
        candidate = slug[: SLUG_LENGTH - len(ending)].rstrip("-") + ending
    return candidate


def slug_with(slug: str, project_id: UUID) -> str:
    """`slug` with an ending that no other project has: the id's last 32 bits, which are random (RFC 9562 §5.7)."""
    return f"{slug[: SLUG_LENGTH - 9].rstrip('-')}-{project_id.hex[-8:]}"


def stem_of(slug: str) -> str:
    """What every candidate of `free_slug` begins with, up to a million of them."""
    return slug[: SLUG_LENGTH - 8].rstrip("-")


def line_of(text: str) -> str:
    """One line of text, single spaces in it; may come out empty. Raises Refused for characters that deceive the eye."""
    if any(c in _TURNING for c in text):
        raise Refused("control_character", "Characters that turn the direction of text cannot be used here.")
    return " ".join(text.split())


def title_of(text: str) -> str:
    """A title: a line with something to see in it. Raises Refused."""
    title = line_of(text)
    if not any(unicodedata.category(c)[0] in "LNSP" for c in title):
        raise Refused("too_short", "A title has at least one character that can be seen.")
    if has_invisible(title):
        raise Refused("control_character", "This title has invisible characters. Type it again without them.")
    return title


def says_something(tagline: str, body: str) -> bool:
    """Whether there is enough to be published: a line or a text, so that nobody follows a link to a bare title."""
    return bool(tagline or body.strip())


type Action = Literal["publish", "archive", "unarchive"]

# draft → published ⇄ archived. What is there already stays: a repeated request is no mistake.
_AFTER: Final[dict[tuple[Action, str], str]] = {
    ("publish", "draft"): "published",
    ("publish", "published"): "published",
    ("archive", "published"): "archived",
    ("archive", "archived"): "archived",
    ("unarchive", "archived"): "published",
    ("unarchive", "published"): "published",
}
_WHY_NOT: Final = {
    "draft": Refused("not_published", "It is a draft still: publish it first."),
    "archived": Refused("archived", "It is archived, and so read-only: unarchive it first."),
    "removed": Refused("removed", "It was removed by an admin."),
}


def status_after(action: Action, status: str) -> str:
    """The status after an action of the owner's. Raises Refused, with why."""
    after = _AFTER.get((action, status))
    if after is None:
        raise why_not(status)
    return after


def check_editable(status: str) -> None:
    """Raises Refused for a project that is read-only."""
    if status in ("archived", "removed"):
        raise why_not(status)


def refuse_read_only(status: str) -> None:
    """Raises Conflict for a project that is archived or removed: in it nothing is written, to it nobody is added, and
    nobody rises. Leaving, removing, declining and withdrawing go on: what takes away a right is never put off."""
    try:
        check_editable(status)
    except Refused as refused:
        raise Conflict(refused.code, str(refused)) from None


def why_not(status: str) -> Refused:
    refused = _WHY_NOT[status]
    return Refused(refused.code, str(refused))
