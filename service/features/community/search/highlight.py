"""Highlighting of a search's words in a text. Pure.

PostgreSQL compares stems. This module highlights a word if it begins with a stem of the query. The result is the same
except for a few words (`dying` and `die`). An item can match without a highlight.
"""

import re
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from service.features.community.search.queries import StemRow
from service.features.community.search.query_parser import fold, marked_letters
from service.features.community.search.schemas import Mark

MAX_TEXT: Final = 240
"""Maximum length in characters of an excerpt around its first highlight."""
_BEFORE: Final = 60
_MARKED: Final = {letter: f"[{letter}{''.join(marked)}]" for letter, marked in marked_letters().items()}
_MAX_MARKS: Final = 20


@frozen
class Marked:
    """Excerpt with its highlights. `hits` is the number of query words that it contains."""

    text: str
    marks: list[Mark]
    hits: int


@frozen
class Marker:
    """Highlighter for one query. `patterns` holds one case-insensitive PostgreSQL pattern per word."""

    patterns: list[str]
    _compiled: list["re.Pattern[str]"]

    def mark(self, text: str) -> Marked:
        """Return the text with its highlights, cut to MAX_TEXT around the first one."""
        folded = fold(text)
        spans = sorted({found.span() for pattern in self._compiled for found in pattern.finditer(folded)})
        hits = sum(pattern.search(folded) is not None for pattern in self._compiled)
        start = max(0, spans[0][0] - _BEFORE) if spans and spans[0][1] > MAX_TEXT else 0
        cut = text[start : start + MAX_TEXT]
        marks = [Mark(at - start, end - at) for at, end in spans if end <= start + len(cut)]
        return Marked(cut, marks[:_MAX_MARKS], hits)


def marker(stems: Sequence[StemRow]) -> Marker:
    """Return the highlighter for a query's stems. Words that are stop words in both languages get no highlight."""
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
    """Return a pattern that matches letters with and without diacritics. Folding the text in PostgreSQL instead takes
    ten times as long as the match."""
    return "".join(_MARKED.get(c, c) for c in pattern)


def _beginning(stem: str) -> str:
    """Return a pattern for the beginning of a stem's words: `stori` covers story and stories, `use` covers using."""
    if len(stem) > 2 and stem[-1] in "iy":
        return f"{re.escape(stem[:-1])}(?:i|y)"
    if len(stem) > 2 and stem[-1] == "e":
        return f"{re.escape(stem[:-1])}(?:e|ing)"
    return re.escape(stem)
