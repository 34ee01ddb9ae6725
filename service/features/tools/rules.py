"""What a tool may be called. Pure."""

from typing import Final

from service.features.identity.rules import Refused
from service.features.projects.rules import SLUG_PATTERN, slug_of

__all__ = ["SLUG_LENGTH", "SLUG_PATTERN", "tool_slug_of"]

SLUG_LENGTH: Final = 60
_OUR_PATHS: Final = frozenset({"suggestions"})


def tool_slug_of(slug: str | None, name: str) -> str:
    """The slug of a new tool: as given, else out of its name. Raises Refused for one that is a path of ours."""
    made = slug or slug_of(name)[:SLUG_LENGTH].rstrip("-")
    if made in _OUR_PATHS:
        raise Refused("reserved", "This slug is a path of the API.")
    return made
