"""Sources of a search: projects, workflows, makers and tools.

Each source finds a page of matches and builds the hits. It also names the dictionary for spelling correction of a query
with few matches.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final, cast
from uuid import UUID

from attrs import frozen

from service.db.pool import Database
from service.features.accounts.makers.reading import maker_of
from service.features.community.search.highlight import Marked, Marker
from service.features.community.search.queries import (
    FoundMakerRow,
    FoundProjectRow,
    FoundToolRow,
    FoundWorkflowRow,
    LineRow,
    list_makers,
    list_project_lines,
    list_projects,
    list_tools,
    list_workflow_lines,
    list_workflows,
)
from service.features.community.search.query_parser import Typed
from service.features.community.search.schemas import Field, Hit, Match
from service.features.community.tools.catalogue import tool_of
from service.features.projects.projects.reading import summary_of
from service.features.workflows.versions.reading import workflow_of

MAX_LOOKS: Final = 3_000_000
"""Maximum number of word comparisons at a character per page. They take tenths of a second."""
MAX_LINES: Final = 5_000
"""Maximum number of word comparisons in a matching line per page."""

type FoundRow = FoundProjectRow | FoundWorkflowRow | FoundMakerRow | FoundToolRow


@frozen
class Source:
    """Searchable kind of item. `find(db, wanted, score, id, limit)` returns the rows after that position that match any
    of `wanted`. `show` builds hits from rows. `words` is the kind in search_word for spelling correction. It is None if
    `find` matches similar words by itself."""

    name: str
    find: Callable[[Database, Sequence[Typed], float, UUID, int], Awaitable[Sequence[Any]]]
    show: Callable[[Database, Marker, Sequence[Any]], Awaitable[list[Hit]]]
    id_of: Callable[[Any], UUID]
    words: str | None


async def _find_projects(
    db: Database, wanted: Sequence[Typed], before: float, before_id: UUID, limit: int
) -> Sequence[FoundProjectRow]:
    return await list_projects(db, [each.wanted for each in wanted], wanted[0].unwanted, before, before_id, limit)


async def _find_workflows(
    db: Database, wanted: Sequence[Typed], before: float, before_id: UUID, limit: int
) -> Sequence[FoundWorkflowRow]:
    return await list_workflows(db, [each.wanted for each in wanted], wanted[0].unwanted, before, before_id, limit)


async def _find_makers(
    db: Database, wanted: Sequence[Typed], before: float, before_id: UUID, limit: int
) -> Sequence[FoundMakerRow]:
    begun = " | ".join(_all_of(each, ":*") for each in wanted)
    exact = " | ".join(_all_of(each, "") for each in wanted)
    return await list_makers(db, begun, exact, " ".join(wanted[0].words), before, before_id, limit)


def _all_of(each: Typed, ending: str) -> str:
    """Return a tsquery for all words of a name in any order. Words are letters and digits and need no quotes."""
    words = [f"{word}{ending}" for word in each.words]
    words += [f"!{word}" for part in each.without for word in part.words]
    return f"({' & '.join(words)})"


async def _find_tools(
    db: Database, wanted: Sequence[Typed], before: float, before_id: UUID, limit: int
) -> Sequence[FoundToolRow]:
    whole = " ".join(wanted[0].words)
    return await list_tools(db, [each.wanted for each in wanted], wanted[0].unwanted, whole, before, before_id, limit)


async def _show_projects(db: Database, marker: Marker, rows: Sequence[FoundProjectRow]) -> list[Hit]:
    marked: dict[UUID, tuple[Field, Marked]] = {
        row.project_id: _best(
            marker, [("title", row.title), ("tagline", row.tagline), *(("tag", tag) for tag in row.tags)]
        )
        for row in rows
    }
    lines = await _lines(db, marker, list_project_lines, marked)
    return [
        Hit(
            type="project",
            match=_match(marker, marked[row.project_id], lines.get(row.project_id)),
            project=summary_of(row),
        )
        for row in rows
    ]


async def _show_workflows(db: Database, marker: Marker, rows: Sequence[FoundWorkflowRow]) -> list[Hit]:
    marked = {row.workflow_id: _best(marker, [("title", row.title), ("summary", row.summary)]) for row in rows}
    lines = await _lines(db, marker, list_workflow_lines, marked)
    return [
        Hit(
            type="workflow",
            match=_match(marker, marked[row.workflow_id], lines.get(row.workflow_id)),
            workflow=workflow_of(row),
        )
        for row in rows
    ]


async def _show_makers(db: Database, marker: Marker, rows: Sequence[FoundMakerRow]) -> list[Hit]:
    return [
        Hit(
            type="maker",
            match=_match(marker, _best(marker, [("name", row.display_name), ("handle", row.handle)]), None),
            maker=maker_of(row),
        )
        for row in rows
    ]


async def _show_tools(db: Database, marker: Marker, rows: Sequence[FoundToolRow]) -> list[Hit]:
    return [
        Hit(
            type="tool",
            match=_match(
                marker,
                _best(marker, [("name", row.name), ("vendor", row.vendor), ("description", row.description)]),
                None,
            ),
            tool=tool_of(row),
        )
        for row in rows
    ]


def _best(marker: Marker, texts: Sequence[tuple[Field, str]]) -> tuple[Field, Marked]:
    """Return the first field with the highest number of matching words."""
    found = [(field, marker.mark(text)) for field, text in texts]
    return max(found, key=lambda each: each[1].hits)


async def _lines(
    db: Database,
    marker: Marker,
    read: Callable[[Database, list[UUID], list[str], int, int], Awaitable[list[LineRow]]],
    marked: dict[UUID, tuple[Field, Marked]],
) -> dict[UUID, LineRow]:
    """Return the best line of each item whose own fields do not contain all words."""
    ids = [found for found, (_, best) in marked.items() if best.hits < len(marker.patterns)]
    if not ids or not marker.patterns:
        return {}
    looks = len(ids) * len(marker.patterns)
    characters, lines = min(40_000, MAX_LOOKS // looks), max(5, min(100, MAX_LINES // looks))
    return {row.source_id: row for row in await read(db, ids, marker.patterns, characters, lines)}


def _match(marker: Marker, best: tuple[Field, Marked], line: LineRow | None) -> Match:
    field, marked = best
    if line is not None:
        text = marker.mark(line.line.strip())
        if text.hits > marked.hits:
            return Match(
                field=cast("Field", line.field),
                text=text.text,
                marks=text.marks,
                workflow=line.workflow,
                number=line.number,
                step=line.step,
            )
    return Match(field=field, text=marked.text, marks=marked.marks)


PROJECTS: Final = Source("projects", _find_projects, _show_projects, lambda row: row.project_id, "text")
WORKFLOWS: Final = Source("workflows", _find_workflows, _show_workflows, lambda row: row.workflow_id, "text")
MAKERS: Final = Source("makers", _find_makers, _show_makers, lambda row: row.maker_id, "name")
TOOLS: Final = Source("tools", _find_tools, _show_tools, lambda row: row.tool_id, None)
SOURCES: Final = {source.name: source for source in (PROJECTS, WORKFLOWS, MAKERS, TOOLS)}
