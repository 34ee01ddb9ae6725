"""Sources of templates for property tests."""

import re
from collections.abc import Iterable

from service.features.workflows.documents.template import Part, Text

_BRACES = re.compile(r"\{\{+")


def source_of(parts: Iterable[Part]) -> str:
    """Return a source that parses to these texts and slots, with braces in texts escaped.

    Ignores `source` and `offset` of the parts. Use it to build templates from plain text.
    """
    pieces: list[str] = []
    text: list[str] = []
    for part in parts:
        if isinstance(part, Text):
            text.append(part.text)
        else:
            pieces += (_literal("".join(text), before_slot=True), "{{", part.name, "}}")
            text.clear()
    pieces.append(_literal("".join(text), before_slot=False))
    return "".join(pieces)


def _literal(text: str, *, before_slot: bool) -> str:
    pieces: list[str] = []
    copied = 0
    body = len(text.rstrip("{")) if before_slot else len(text)  # braces right before a slot need no escape
    for braces in _BRACES.finditer(text, 0, body):
        slashes = len(_backslashes(text, copied, braces.start()))
        pieces += (text[copied : braces.start()], "\\" * (slashes + 1), braces[0])
        copied = braces.end()
    pieces.append(text[copied:body])
    if before_slot:
        pieces += (_backslashes(text, copied, body), text[body:])
    return "".join(pieces)


def _backslashes(text: str, low: int, end: int) -> str:
    """Return the run of backslashes that ends before `end`."""
    start = end
    while start > low and text[start - 1] == "\\":
        start -= 1
    return text[start:end]
