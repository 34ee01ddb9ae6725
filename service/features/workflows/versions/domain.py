"""Rules for workflows apart from their content: slugs, version names and limits. Pure functions."""

import re
from datetime import timedelta
from typing import Final

from attrs import frozen

from service.features.accounts.identity.domain import Refused

MAX_WORKFLOWS: Final = 50
"""Maximum number of workflows in one project."""
MAX_SAVES: Final = 30
"""Maximum number of versions of one workflow within SAVES_WITHIN."""
SAVES_WITHIN: Final = timedelta(hours=1)
MAX_LABELS: Final = 20

RESERVED_SLUGS: Final = frozenset({"import"})
"""Path segments that routes use in the position of a workflow's slug."""
FALLBACK_SLUG: Final = "workflow"

LATEST: Final = "latest"
LABEL_LENGTH: Final = 40
_LABEL: Final = re.compile(r"[a-z]([-._]?[a-z0-9])*")
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}")


@frozen
class Which:
    """Selector of a version: by number, by label, or the latest when both are None."""

    number: int | None = None
    label: str | None = None


def which_of(text: str) -> Which | None:
    """Parse a selector such as `3`, `stable` or `latest`. Returns None when the text is invalid."""
    if text == LATEST:
        return Which()
    if _NUMBER.fullmatch(text):
        return Which(number=int(text))
    return Which(label=text) if _is_label(text) else None


def label_of(text: str) -> str:
    """Validate the name of a label: lower-case letters and digits, a letter first, with single `-`, `.` or `_` between.

    Raises Refused.
    """
    if text == LATEST:
        raise Refused("reserved", "`latest` is reserved for the newest version. Choose another label.")
    if not _is_label(text):
        raise Refused(
            "wrong_format",
            f"Start with a letter and use at most {LABEL_LENGTH} lower-case letters and digits, with single - . _ "
            "between them.",
        )
    return text


def _is_label(text: str) -> bool:
    return len(text) <= LABEL_LENGTH and _LABEL.fullmatch(text) is not None


def slug_of_workflow(text: str) -> str:
    """Validate a slug for a workflow. Raises Refused when it is reserved."""
    if text in RESERVED_SLUGS:
        raise Refused("reserved", "This slug is reserved. Choose another.")
    return text


@frozen
class Address:
    """Address of a version of any workflow, written `handle/slug/workflow@3`. `handle` is in lower case."""

    handle: str
    slug: str
    workflow: str
    which: Which


def address_of(text: str) -> Address | None:
    """Parse `handle/slug/workflow@3`; a label or `latest` may replace the number. Returns None for any other text."""
    place, at, version = text.rpartition("@")
    parts = place.split("/")
    which = which_of(version)
    if not at or len(parts) != 3 or not all(parts) or which is None:
        return None
    return Address(parts[0].lower(), parts[1], parts[2], which)
