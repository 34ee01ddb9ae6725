"""Process-wide cache of word stems from PostgreSQL's dictionaries. Stems never change."""

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from service.db.pool import Db
from service.features.community.search.queries import StemRow, list_stems
from service.features.community.search.query_parser import AMBIGUOUS

MAX_KNOWN: Final = 20_000
"""Maximum number of cached words. A full cache is cleared."""

_known: dict[str, StemRow] = {}


@frozen
class Stems:
    """Stems of words."""

    rows: dict[str, StemRow]

    @property
    def stop_words(self) -> frozenset[str]:
        """Return the words that are stop words in English or Dutch, except the ambiguous ones."""
        empty = (word for word, row in self.rows.items() if row.english is None or row.dutch is None)
        return frozenset(empty) - AMBIGUOUS

    def of(self, words: Iterable[str]) -> list[StemRow]:
        """Return the rows of words without stop words, or all rows if every word is a stop word."""
        rows = [self.rows[word] for word in words]
        return [row for row in rows if row.word not in self.stop_words] or rows


async def stems_of(db: Db, words: Iterable[str]) -> Stems:
    """Return the stems of words. Only words that are not cached need a round trip."""
    wanted = list(dict.fromkeys(words))
    found = {word: _known[word] for word in wanted if word in _known}
    if missing := [word for word in wanted if word not in found]:
        rows = {row.word: row for row in await list_stems(db, missing)}
        if len(_known) + len(rows) > MAX_KNOWN:
            _known.clear()
        _known.update(rows)
        found |= rows
    return Stems(found)
