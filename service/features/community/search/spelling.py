"""Words that were probably meant: the closest of those there are. Pure."""

from collections.abc import Iterable
from typing import Final

from rapidfuzz.distance import OSA

from service.features.community.search.queries import SimilarRow

SHORTEST: Final = 4
"""Letters of a word that is corrected: of three, any could be meant."""


def meant(words: Iterable[str], similar: Iterable[SimilarRow]) -> dict[str, str]:
    """As typed → as meant, for the words that nothing has and something is close to.

    Close counts letters that are wrong, missing, too many or swapped with their neighbour (optimal string alignment
    distance): one of four or five, two of up to nine, then three. Of equally close ones, the more common is meant.
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
