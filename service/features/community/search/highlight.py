"""Where in a text the words of a search stand. Pure.

PostgreSQL compares stems; here a word is marked when it begins with one of the query's stems, which is the same for
all but a few (`dying` and `die`). What is not marked is found all the same.
"""

import re
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from service.features.community.search.queries import StemRow
from service.features.community.search.query_parser import fold, marked_letters
from service.features.community.search.schemas import Mark

MAX_TEXT: Final = 240
"""Characters of a text around its first mark."""
_BEFORE: Final = 60
_MARKED: Final = {letter: f"[{letter}{''.join(marked)}]" for letter, marked in marked_letters().items()}
_MAX_MARKS: Final = 20


@frozen
class Marked:
    """`hits` counts the words of the query that stand in it."""

    text: str
    marks: list[Mark]
    hits: int


@frozen
class Marker:
    """Finds the words of one query. `patterns` are for PostgreSQL: one a word, whatever the case."""

    patterns: list[str]
    _compiled: list["re.Pattern[str]"]

    def mark(self, text: str) -> Marked:
        """The text, cut to MAX_TEXT around the first word that is marked."""
        folded = fold(text)
        spans = sorted({found.span() for pattern in self._compiled for found in pattern.finditer(folded)})
        hits = sum(pattern.search(folded) is not None for pattern in self._compiled)
        start = max(0, spans[0][0] - _BEFORE) if spans and spans[0][1] > MAX_TEXT else 0
        cut = text[start : start + MAX_TEXT]
        marks = [Mark(at - start, end - at) for at, end in spans if end <= start + len(cut)]
        return Marked(cut, marks[:_MAX_MARKS], hits)


def marker(stems: Sequence[StemRow]) -> Marker:
    """The marker for a query's words, by their stems. A stop word of both languages is not marked."""
    bodies = []
    for row in stems:
        beginnings = dict.fromkeys(_beginning(stem) for stem in (row.english, row.dutch) if stem)
        if beginnings:
            bodies.append("(?:" + "|".join(beginnings) + ")")
    return Marker(
        [rf"(?:\m|_){_with_marks(body)}" for body in bodies],
        [re.compile(rf"(?<![^\W_]){body}[^\W_]*") for body in bodies],
    )


def _with_marks(pattern: str) -> str:
    """A pattern of letters for text that is not folded: folding it in PostgreSQL takes ten times as long as looking."""
    return "".join(_MARKED.get(c, c) for c in pattern)


def _beginning(stem: str) -> str:
    """What the words of a stem begin with: `stori` is that of story and stories, `use` that of using."""
    if len(stem) > 2 and stem[-1] in "iy":
        return f"{re.escape(stem[:-1])}(?:i|y)"
    if len(stem) > 2 and stem[-1] == "e":
        return f"{re.escape(stem[:-1])}(?:e|ing)"
    return re.escape(stem)
