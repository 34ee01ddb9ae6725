"""The stems of words, as PostgreSQL's dictionaries have them. They never change: each is asked for once a process."""

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from service.db.pool import Db
from service.features.community.search.queries import StemRow, list_stems
from service.features.community.search.query_parser import AMBIGUOUS

MAX_KNOWN: Final = 20_000
"""Words that are remembered; then it begins anew."""

_known: dict[str, StemRow] = {}


@frozen
class Stems:
    """The stems of some words."""

    rows: dict[str, StemRow]

    @property
    def stop_words(self) -> frozenset[str]:
        """Those that say nothing in English or in Dutch."""
        empty = (word for word, row in self.rows.items() if row.english is None or row.dutch is None)
        return frozenset(empty) - AMBIGUOUS

    def of(self, words: Iterable[str]) -> list[StemRow]:
        """The rows of words, without stop words unless there is nothing else."""
        rows = [self.rows[word] for word in words]
        return [row for row in rows if row.word not in self.stop_words] or rows


async def stems_of(db: Db, words: Iterable[str]) -> Stems:
    """The stems of words; a round trip for those that were never asked for."""
    wanted = list(dict.fromkeys(words))
    found = {word: _known[word] for word in wanted if word in _known}
    if missing := [word for word in wanted if word not in found]:
        rows = {row.word: row for row in await list_stems(db, missing)}
        if len(_known) + len(rows) > MAX_KNOWN:
            _known.clear()
        _known.update(rows)
        found |= rows
    return Stems(found)
