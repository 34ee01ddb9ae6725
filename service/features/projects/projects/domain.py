"""Rules of projects: slugs, text lines, states and limits. Pure functions."""

import re
import unicodedata
from collections.abc import Collection
from datetime import timedelta
from typing import Final, Literal
from uuid import UUID

from packaging.licenses import (
    InvalidLicenseExpression,
    NormalizedLicenseExpression,
    canonicalize_license_expression,
)

from service.features.accounts.identity.domain import Refused
from service.http.problem import Conflict
from service.http.schema.fields import Form
from service.security.names import has_invisible

RESTORABLE: Final = timedelta(days=30)
"""Period in which the owner can restore a deleted project."""
OLD_SLUGS_KEPT: Final = 20
"""Maximum number of former slugs that redirect to a project; the oldest are deleted."""

MAX_PROJECTS: Final = 500
"""Maximum number of projects per owner, including restorable deleted projects. Enforced by maker_storage_add()."""
MAX_STORED: Final = 500_000_000
"""Maximum size in bytes of all texts of a maker. Enforced by maker_storage_add()."""

SLUG_PATTERN: Final = Form("[a-z0-9](-?[a-z0-9])*", "lower-case letters, digits and single hyphens between them")
SLUG_LENGTH: Final = 80
FALLBACK_SLUG: Final = "project"

type Role = Literal["owner", "editor", "viewer"]
EDITORS: Final[list[Role]] = ["owner", "editor"]
OWNER: Final[list[Role]] = ["owner"]

# NFKD does not decompose these letters. It splits all other Latin letters into a base letter and its marks.
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
_LICENSE: Final = re.compile("(?!LicenseRef-)[A-Za-z0-9.+-]+")
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’‘`´ʼ"))

# Bidirectional control characters (UAX #9): they can make one line look like another.
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def slug_of(title: str) -> str:
    """Return a slug made from a title: ASCII letters and digits, with hyphens between the words.

    A long slug ends after a whole word if possible. A title without a Latin letter or a digit gives FALLBACK_SLUG.
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
    """Return `slug`, or the first of slug-2, slug-3, … that is not taken. The result fits SLUG_LENGTH."""
    number, candidate = 1, slug
    while candidate in taken:
        number += 1
        ending = f"-{number}"
        candidate = slug[: SLUG_LENGTH - len(ending)].rstrip("-") + ending
    return candidate


def slug_with(slug: str, project_id: UUID) -> str:
    """Return `slug` with a unique suffix: the last 32 bits of the id, which are random (RFC 9562 §5.7)."""
    return f"{slug[: SLUG_LENGTH - 9].rstrip('-')}-{project_id.hex[-8:]}"


def stem_of(slug: str) -> str:
    """Return the common prefix of the first million candidates of `free_slug`."""
    return slug[: SLUG_LENGTH - 8].rstrip("-")


def line_of(text: str) -> str:
    """Return the text as one line with single spaces, possibly empty. Raise Refused for bidirectional controls."""
    if any(c in _TURNING for c in text):
        raise Refused("control_character", "Remove the characters that change the text direction.")
    return " ".join(text.split())


def title_of(text: str) -> str:
    """Return the title as one line. Raise Refused if it has no visible character or an invisible one."""
    title = line_of(text)
    if not any(unicodedata.category(c)[0] in "LNSP" for c in title):
        raise Refused("too_short", "Use at least one visible character in the title.")
    if has_invisible(title):
        raise Refused("control_character", "Remove the invisible characters from this title.")
    return title


def license_of(text: str) -> str:
    """Return the SPDX license identifier with its usual case. Raise Refused for any other text and for expressions."""
    try:
        found = canonicalize_license_expression(text)
    except InvalidLicenseExpression:
        found = NormalizedLicenseExpression("")
    if not _LICENSE.fullmatch(found):
        raise Refused("unknown_license", "Use an identifier from the SPDX license list, such as MIT or CC-BY-4.0.")
    return found


def says_something(tagline: str, body: str) -> bool:
    """Return whether a project has a tagline or a body. A published link must not lead to a bare title."""
    return bool(tagline or body.strip())


type Action = Literal["publish", "archive", "unarchive"]

# draft → published ⇄ archived. A repeated request keeps the status and succeeds.
_AFTER: Final[dict[tuple[Action, str], str]] = {
    ("publish", "draft"): "published",
    ("publish", "published"): "published",
    ("archive", "published"): "archived",
    ("archive", "archived"): "archived",
    ("unarchive", "archived"): "published",
    ("unarchive", "published"): "published",
}
_WHY_NOT: Final = {
    "draft": Refused("not_published", "This project is a draft. Publish it first."),
    "archived": Refused("archived", "This project is archived and read-only. Unarchive it first."),
    "removed": Refused("removed", "An admin removed this."),
}


def status_after(action: Action, status: str) -> str:
    """Return the status after an action of the owner. Raise Refused with the reason if the action is not allowed."""
    after = _AFTER.get((action, status))
    if after is None:
        raise why_not(status)
    return after


def check_editable(status: str) -> None:
    """Raise Refused if the project is read-only."""
    if status in ("archived", "removed"):
        raise why_not(status)


def refuse_read_only(status: str) -> None:
    """Raise Conflict if the project is archived or removed.

    Such a project accepts no changes, no new members and no promotions. Members can still leave or be removed, and
    invitations can be declined or withdrawn: nothing delays the loss of a right.
    """
    try:
        check_editable(status)
    except Refused as refused:
        raise Conflict(refused.code, str(refused)) from None


def why_not(status: str) -> Refused:
    refused = _WHY_NOT[status]
    return Refused(refused.code, str(refused))
