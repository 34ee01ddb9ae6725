"""Search: what can be asked, how often."""

from collections.abc import Sequence
from typing import Final, cast
from uuid import UUID

from service.cache.limits import Limit
from service.deps import Deps
from service.features.community.search.finding import MAKERS, PROJECTS, SOURCES, TOOLS, WORKFLOWS, FoundRow, Source
from service.features.community.search.highlight import marker
from service.features.community.search.queries import list_similar, list_suggestions
from service.features.community.search.query_parser import Typed, typed
from service.features.community.search.schemas import (
    Found,
    Hit,
    SearchQuery,
    SearchSuggestion,
    SearchSuggestions,
    SuggestionType,
    SuggestQuery,
)
from service.features.community.search.spelling import SHORTEST, meant
from service.features.community.search.stems import stems_of
from service.http.pagination import LAST_ID
from service.http.problem import BadRequest, ConstraintProblem
from service.http.routing import OPTIONAL, Route, route

SEARCH: Final = Limit("search", 120, 60)
SUGGEST: Final = Limit("search_suggest", 300, 60)
"""One a letter, as somebody types."""

FEW: Final = 5
"""Fewer than this make it likely that a word is misspelt."""
MOST: Final = 10
"""Suggestions."""
_OF_EACH: Final = ((PROJECTS, 5), (WORKFLOWS, 3), (MAKERS, 3), (TOOLS, 3))

_FIRST: Final = (float("inf"), LAST_ID)
"""Before the best: where a first page begins."""
_POSITION: Final = (float, UUID, str)


async def search(deps: Deps, query: SearchQuery) -> Found:
    """Projects, workflows, makers or tools that have all the words, the best of the most current thousand first.

    English and Dutch words are found in all their forms, and without their accents. When next to nothing is found,
    words that nobody uses are taken for misspelt: what was meant is searched as well, and `corrected` says so. A match
    says where the words stand; of a prompt, in which line.
    """
    wanted = typed(query.q)
    if query.type == "all":
        return await _some_of_each(deps, query, wanted)
    return await _page(deps, SOURCES[query.type], query, wanted)


async def suggest(deps: Deps, query: SuggestQuery) -> SearchSuggestions:
    """Up to ten things whose names begin with what is typed: tools, tags, projects, makers."""
    rows = await list_suggestions(deps.db, query.q)
    kept = rows[:MOST]
    return SearchSuggestions(
        data=[SearchSuggestion(type=cast("SuggestionType", row.kind), text=row.text, path=row.path) for row in kept]
    )


async def _some_of_each(deps: Deps, query: SearchQuery, wanted: Typed) -> Found:
    if query.cursor is not None:
        raise BadRequest("invalid_cursor", "A search of everything has one page. Ask for one type to read on.")
    hits: list[Hit] = []
    corrected = None
    for source, most in _OF_EACH:
        found = await _page(deps, source, SearchQuery(q=query.q, limit=most), wanted)
        hits += found.data
        corrected = corrected or found.corrected
    return Found(data=hits, next_cursor=None, corrected=corrected)


async def _page(deps: Deps, source: Source, query: SearchQuery, wanted: Typed) -> Found:
    scope = f"search/{source.name}?q={query.q}"
    place = deps.cursors.decode(scope, query.cursor, _POSITION)
    if not wanted.words:
        return Found(data=[], next_cursor=None, corrected=None)
    before, before_id, correction = place or (*_FIRST, "")
    shown = typed(correction) if correction else wanted
    known = await stems_of(deps.db, wanted.words + shown.words)

    async def find(*sought: Typed) -> Sequence[FoundRow]:
        lean = [each.without_stop_words(known.stop_words) for each in sought]
        return await source.find(deps.db, lean, before, before_id, query.limit + 1)

    rows = await find(*([wanted, shown] if correction else [wanted]))
    if place is None and source.words is not None and (not rows or rows[0].found < FEW):
        other = await _corrected(deps, source.words, wanted)
        if other is not None:
            more = await find(wanted, other)
            if more and (not rows or more[0].found > rows[0].found):
                rows, shown, correction = more, other, str(other)
                known = await stems_of(deps.db, other.words)
    kept = rows[: query.limit]
    cursor = None
    if len(rows) > query.limit:
        cursor = deps.cursors.encode(scope, (kept[-1].score, source.id_of(kept[-1]), correction))
    hits = await source.show(deps.db, marker(known.of(shown.words)), kept) if kept else []
    return Found(data=hits, next_cursor=cursor, corrected=correction or None)


async def _corrected(deps: Deps, kind: str, wanted: Typed) -> Typed | None:
    """The search with misspelt words put right; None when none is."""
    words = [word for word in wanted.words if len(word) >= SHORTEST and word.isalpha()]
    if not words:
        return None
    found = meant(words, await list_similar(deps.db, kind, words))
    return wanted.corrected(found) if found else None


ROUTES: Final[list[Route]] = [
    route("GET", "/search", search, auth=OPTIONAL, limit=SEARCH, shared=True),
    route("GET", "/search/suggest", suggest, auth=OPTIONAL, limit=SUGGEST, shared=True),
]

CONSTRAINTS: Final[dict[str, ConstraintProblem]] = {}
