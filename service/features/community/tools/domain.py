"""Slugs of tools. Pure."""

from typing import Final

from service.features.accounts.identity.domain import Refused
from service.features.projects.projects.domain import FALLBACK_SLUG, SLUG_PATTERN, slug_of

__all__ = ["SLUG_LENGTH", "SLUG_PATTERN", "tool_slug_of"]

SLUG_LENGTH: Final = 60
_OUR_PATHS: Final = frozenset({"suggestions"})


def tool_slug_of(slug: str | None, name: str) -> str:
    """Return the given slug of a new tool, or derive it from the name. Raise Refused if the slug is a path of the API,
    or if the name yields no slug: a permanent slug needs a real name."""
    made = slug or slug_of(name)[:SLUG_LENGTH].rstrip("-")
    if slug is None and made == FALLBACK_SLUG:
        raise Refused("required", "A slug can't be derived from this name. Send a slug.")
    if made in _OUR_PATHS:
        raise Refused("reserved", "This slug is reserved. Choose another.")
    return made
