"""Parser of search queries: words, "phrases", `or` and excluded words. Pure.

The syntax is that of PostgreSQL's websearch_to_tsquery; every text is a valid query. Words are split and folded as in
migrations/0012_search.sql: without case and accents, at every character other than letters and digits.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Final, Self

from attrs import evolve, frozen

MAX_WORDS: Final = 16
"""Maximum number of wanted words and of unwanted words. The parser ignores further words."""

AMBIGUOUS: Final = frozenset(["been", "ben", "dan", "die", "door", "men", "most", "tot", "van", "want", "wie", "wil"])
"""Stop words of one language that have a meaning in the other."""

_PARTS: Final = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_WORDS: Final = re.compile(r"[^\W_]+")


def _unmarked() -> dict[int, str]:
    """Map Latin letters with diacritics to plain letters, one to one, so that offsets stay valid."""
    found = {ord("ı"): "i", ord("İ"): "i", **dict.fromkeys(map(ord, "-_/\\.<>@"), " ")}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letters = [c for c in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(c)]
        if len(letters) == 1:
            found[code] = letters[0]
    return found


_UNMARKED: Final = _unmarked()


def fold(text: str) -> str:
    """Return the text in its form for comparison. The length does not change."""
    folded = text.translate(_UNMARKED)
    lowered = folded.lower()
    return lowered if len(lowered) == len(folded) else folded


def marked_letters() -> dict[str, list[str]]:
    """Map lower-case Latin letters to their variants with diacritics."""
    found: dict[str, list[str]] = {}
    for code, letter in _UNMARKED.items():
        if letter.isascii() and letter.islower() and chr(code).islower():
            found.setdefault(letter, []).append(chr(code))
    return found


def words_of(text: str) -> list[str]:
    return _WORDS.findall(fold(unicodedata.normalize("NFC", text)))


@frozen
class Part:
    """Words of a phrase or of a text without spaces. A part without words is an `or`."""

    words: tuple[str, ...]
    quoted: bool = False

    def __str__(self) -> str:
        if not self.words:
            return "or"
        joined = " ".join(self.words)
        return f'"{joined}"' if self.quoted else joined


@frozen
class Typed:
    """Parsed query. `str()` returns its display form. `wanted` and `unwanted` have websearch_to_tsquery's syntax."""

    parts: tuple[Part, ...]
    without: tuple[Part, ...]

    @property
    def wanted(self) -> str:
        return " ".join(map(str, self.parts))

    @property
    def unwanted(self) -> str:
        """Return all excluded parts, joined by `or`."""
        return " or ".join(map(str, self.without))

    @property
    def words(self) -> list[str]:
        """Return the distinct wanted words."""
        return list(dict.fromkeys(word for part in self.parts for word in part.words))

    def __str__(self) -> str:
        return " ".join([*map(str, self.parts), *(f"-{part}" for part in self.without)])

    def without_stop_words(self, stop_words: Collection[str]) -> Self:
        """Return the query without stop words, unless nothing would remain. Phrases stay whole. A query with `or` does
        not change."""
        if any(not part.words for part in self.parts):
            return self
        kept = [part for part in self.parts if part.quoted or len(part.words) > 1 or part.words[0] not in stop_words]
        return evolve(self, parts=tuple(kept or self.parts))

    def corrected(self, meant: Mapping[str, str]) -> Self:
        """Return the query with replaced words. `meant` maps typed words to their corrections."""
        parts = [evolve(part, words=tuple(meant.get(word, word) for word in part.words)) for part in self.parts]
        return evolve(self, parts=tuple(parts))


def typed(text: str) -> Typed:
    """Parse a query."""
    wanted: list[Part] = []
    without: list[Part] = []
    for minus, quoted, bare in _PARTS.findall(text):
        if bare.lower() == "or":
            wanted.append(Part(()))
            continue
        left_out = bool(minus) or (bare.startswith("-") and len(bare) > 1)
        words = tuple(words_of(quoted or bare))
        if words:
            # Text without spaces is one phrase. Otherwise `-a-b` would exclude `a` and require `b`.
            (without if left_out else wanted).append(Part(words, not bare or (left_out and len(words) > 1)))
    return Typed(tuple(_joined(_first(wanted))), tuple(_first(without)))


def _first(parts: Iterable[Part]) -> list[Part]:
    """Return the parts that contain the first MAX_WORDS words."""
    kept: list[Part] = []
    left = MAX_WORDS
    for part in parts:
        if left > 0:
            kept.append(evolve(part, words=part.words[:left]))
            left -= len(part.words)
    return kept


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Return the parts without each `or` that lacks an operand."""
    kept: list[Part] = []
    for part in parts:
        if part.words or (kept and kept[-1].words):
            kept.append(part)
    while kept and not kept[-1].words:
        kept.pop()
    return kept
