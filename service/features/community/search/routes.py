"""Routes of search with their rate limits."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from service.cache.limits import Limit
from service.deps import Deps
from service.features.community.search.finding import MAKERS, PROJECTS, SOURCES, TOOLS, WORKFLOWS, FoundRow, Source
from service.features.community.search.highlight import marker
from service.features.community.search.queries import SuggestionRow, list_similar, list_suggestions
from service.features.community.search.query_parser import Typed, typed
from service.features.community.search.schemas import (
    Found,
    Hit,
    SearchQuery,
    SearchSuggestion,
    SearchSuggestions,
    SuggestQuery,
)
from service.features.community.search.spelling import SHORTEST, meant
from service.features.community.search.stems import stems_of
from service.http.pagination import LAST_ID
from service.http.problem import BadRequest
from service.http.routing import OPTIONAL, Route, route
from service.http.schema.mapper import mapper

SEARCH: Final = Limit("search", 120, 60)
SUGGEST: Final = Limit("search_suggest", 300, 60)
"""Higher than SEARCH, because a client sends one request per typed letter."""

FEW: Final = 5
"""Number of matches below which a misspelling is likely."""
MOST: Final = 10
"""Maximum number of suggestions."""
_OF_EACH: Final = ((PROJECTS, 5), (WORKFLOWS, 3), (MAKERS, 3), (TOOLS, 3))

_FIRST: Final = (float("inf"), LAST_ID)
"""Sorts before every match: the start position of a first page."""
_POSITION: Final = (float, UUID, str)


async def search(deps: Deps, query: SearchQuery) -> Found:
    """Search projects, workflows, makers or tools for all words, best match first.

    The results come from the thousand hottest matches. Words match in all English and Dutch forms and without accents.
    If a query has few matches, the service also searches for corrections of words that do not occur. `corrected` then
    holds the corrected query. `match` locates the words, including the line of a prompt.
    """
    wanted = typed(query.q)
    if query.type == "all":
        return await _some_of_each(deps, query, wanted)
    return await _page(deps, SOURCES[query.type], query, wanted)


async def suggest(deps: Deps, query: SuggestQuery) -> SearchSuggestions:
    """List up to ten tools, tags, projects and makers whose names begin with the text."""
    rows = await list_suggestions(deps.db, query.q)
    return SearchSuggestions(data=[_suggestion_of(row) for row in rows[:MOST]])


async def _some_of_each(deps: Deps, query: SearchQuery, wanted: Typed) -> Found:
    if query.cursor is not None:
        raise BadRequest("invalid_cursor", "A search of all types has one page. Choose one `type` to page on.")
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
    """Return the query with corrected spelling, or None if there is no correction."""
    words = [word for word in wanted.words if len(word) >= SHORTEST and word.isalpha()]
    if not words:
        return None
    found = meant(words, await list_similar(deps.db, kind, words))
    return wanted.corrected(found) if found else None


_suggestion_of: Final = mapper(SuggestionRow, SearchSuggestion, type="kind")

ROUTES: Final[list[Route]] = [
    route("GET", "/search", search, auth=OPTIONAL, limit=SEARCH, shared=True),
    route("GET", "/search/suggest", suggest, auth=OPTIONAL, limit=SUGGEST, shared=True),
]
