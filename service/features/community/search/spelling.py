"""Spelling correction with the closest known words. Pure."""

from collections.abc import Iterable
from typing import Final

from rapidfuzz.distance import OSA

from service.features.community.search.queries import SimilarRow

SHORTEST: Final = 4
"""Minimum length of a corrected word. Three letters are too similar to too many words."""


def meant(words: Iterable[str], similar: Iterable[SimilarRow]) -> dict[str, str]:
    """Map unknown words to their closest known word.

    The distance counts wrong, missing, extra and swapped neighbouring letters (optimal string alignment distance). The
    maximum is one for up to five letters, two for up to nine, then three. The more common word wins a tie.
    """
    found: dict[str, str] = {}
    by_word: dict[str, list[SimilarRow]] = {}
    for row in similar:
        by_word.setdefault(row.misspelt, []).append(row)
    for word in words:
        candidates = by_word.get(word, [])
        if any(row.word == word for row in candidates):
            continue
        reach = 1 if len(word) <= 5 else 2 if len(word) <= 9 else 3
        ranked = [
            (distance, -row.level, row.word)
            for row in candidates
            if (distance := OSA.distance(word, row.word, score_cutoff=reach)) <= reach
        ]
        if ranked:
            found[word] = min(ranked)[2]
    return found
