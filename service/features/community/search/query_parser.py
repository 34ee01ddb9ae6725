"""What somebody typed into a search, taken apart: words, "phrases", `or`, and what is to be left out. Pure.

The syntax is that of PostgreSQL's websearch_to_tsquery; anything is a search, nothing a mistake. Words are taken apart
as migrations/0012_search.sql folds them: without case and accents, at every sign that is no letter and no digit.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Final, Self

from attrs import evolve, frozen

MAX_WORDS: Final = 16
"""Words that are looked for at most, of each: wanted and unwanted. Further ones are as if they had not been typed."""

AMBIGUOUS: Final = frozenset(["been", "ben", "dan", "die", "door", "men", "most", "tot", "van", "want", "wie", "wil"])
"""Stop words of the one language that say something in the other."""

_PARTS: Final = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_WORDS: Final = re.compile(r"[^\W_]+")


def _unmarked() -> dict[int, str]:
    """Latin letters with marks → the letters, one for one, so that offsets stay."""
    found = {ord("ı"): "i", ord("İ"): "i", **dict.fromkeys(map(ord, "-_/\\.<>@"), " ")}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letters = [c for c in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(c)]
        if len(letters) == 1:
            found[code] = letters[0]
    return found


_UNMARKED: Final = _unmarked()


def fold(text: str) -> str:
    """Text as it is compared, of the same length."""
    folded = text.translate(_UNMARKED)
    lowered = folded.lower()
    return lowered if len(lowered) == len(folded) else folded


def marked_letters() -> dict[str, list[str]]:
    """Lower-case Latin letters → the same with marks."""
    found: dict[str, list[str]] = {}
    for code, letter in _UNMARKED.items():
        if letter.isascii() and letter.islower() and chr(code).islower():
            found.setdefault(letter, []).append(chr(code))
    return found


def words_of(text: str) -> list[str]:
    return _WORDS.findall(fold(unicodedata.normalize("NFC", text)))


@frozen
class Part:
    """Words that belong together: those of a phrase, or of what was written without a space. No words: `or`."""

    words: tuple[str, ...]
    quoted: bool = False

    def __str__(self) -> str:
        if not self.words:
            return "or"
        joined = " ".join(self.words)
        return f'"{joined}"' if self.quoted else joined


@frozen
class Typed:
    """A search. `str()` shows it to people, `wanted` and `unwanted` are in the syntax of websearch_to_tsquery."""

    parts: tuple[Part, ...]
    without: tuple[Part, ...]

    @property
    def wanted(self) -> str:
        return " ".join(map(str, self.parts))

    @property
    def unwanted(self) -> str:
        """All that is to be left out, either way."""
        return " or ".join(map(str, self.without))

    @property
    def words(self) -> list[str]:
        """The wanted words, each once."""
        return list(dict.fromkeys(word for part in self.parts for word in part.words))

    def __str__(self) -> str:
        return " ".join([*map(str, self.parts), *(f"-{part}" for part in self.without)])

    def without_stop_words(self, stop_words: Collection[str]) -> Self:
        """The same without what is said in every text, as long as something is left; phrases and `or` stay whole."""
        if any(not part.words for part in self.parts):
            return self
        kept = [part for part in self.parts if part.quoted or len(part.words) > 1 or part.words[0] not in stop_words]
        return evolve(self, parts=tuple(kept or self.parts))

    def corrected(self, meant: Mapping[str, str]) -> Self:
        """The same with other words: as typed → as meant."""
        parts = [evolve(part, words=tuple(meant.get(word, word) for word in part.words)) for part in self.parts]
        return evolve(self, parts=tuple(parts))


def typed(text: str) -> Typed:
    """Takes apart what was typed."""
    wanted: list[Part] = []
    without: list[Part] = []
    for minus, quoted, bare in _PARTS.findall(text):
        if bare.lower() == "or":
            wanted.append(Part(()))
            continue
        left_out = bool(minus) or (bare.startswith("-") and len(bare) > 1)
        words = tuple(words_of(quoted or bare))
        if words:
            # What stands without a space stands together: that of an unwanted one must not want its second half.
            (without if left_out else wanted).append(Part(words, not bare or (left_out and len(words) > 1)))
    return Typed(tuple(_joined(_first(wanted))), tuple(_first(without)))


def _first(parts: Iterable[Part]) -> list[Part]:
    """Those with the first MAX_WORDS words."""
    kept: list[Part] = []
    left = MAX_WORDS
    for part in parts:
        if left > 0:
            kept.append(evolve(part, words=part.words[:left]))
            left -= len(part.words)
    return kept


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Without an `or` that has nothing on one side."""
    kept: list[Part] = []
    for part in parts:
        if part.words or (kept and kept[-1].words):
            kept.append(part)
    while kept and not kept[-1].words:
        kept.pop()
    return kept
