"""What a workflow has to be like around its content: its address, its versions' names, how many of each. Pure."""

import re
from datetime import timedelta
from typing import Final

from attrs import frozen

from service.features.accounts.identity.domain import Refused

MAX_WORKFLOWS: Final = 50
"""Workflows of one project."""
MAX_SAVES: Final = 30
"""Versions of one workflow in SAVES_WITHIN."""
SAVES_WITHIN: Final = timedelta(hours=1)
MAX_LABELS: Final = 20

RESERVED_SLUGS: Final = frozenset({"import"})
"""What stands in the place of a workflow in a path, and is none."""
FALLBACK_SLUG: Final = "workflow"

LATEST: Final = "latest"
LABEL_LENGTH: Final = 40
_LABEL: Final = re.compile(r"[a-z]([-._]?[a-z0-9])*")
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}")


@frozen
class Which:
    """A version as it is asked for: by number, by label, or (neither) the latest."""

    number: int | None = None
    label: str | None = None


def which_of(text: str) -> Which | None:
    """`3`, `stable` or `latest`; None for what no version is called."""
    if text == LATEST:
        return Which()
    if _NUMBER.fullmatch(text):
        return Which(number=int(text))
    return Which(label=text) if _is_label(text) else None


def label_of(text: str) -> str:
    """A label's name: small letters and digits, a letter first, `-`, `.` and `_` between. Raises Refused."""
    if text == LATEST:
        raise Refused("reserved", "“latest” is the newest version, always.")
    if not _is_label(text):
        raise Refused(
            "wrong_format",
            f"A label has up to {LABEL_LENGTH} small letters and digits, a letter first, with single - . _ between.",
        )
    return text


def _is_label(text: str) -> bool:
    return len(text) <= LABEL_LENGTH and _LABEL.fullmatch(text) is not None


def slug_of_workflow(text: str) -> str:
    """A slug that a workflow can have. Raises Refused."""
    if text in RESERVED_SLUGS:
        raise Refused("reserved", "This is an address of the service's own.")
    return text


@frozen
class Address:
    """A version of any workflow, written `handle/slug/workflow@3`. `handle` is in lower case."""

    handle: str
    slug: str
    workflow: str
    which: Which


def address_of(text: str) -> Address | None:
    """Reads `handle/slug/workflow@3`, with a label or `latest` in the place of the number; None when it is none."""
    place, at, version = text.rpartition("@")
    parts = place.split("/")
    which = which_of(version)
    if not at or len(parts) != 3 or not all(parts) or which is None:
        return None
    return Address(parts[0].lower(), parts[1], parts[2], which)
