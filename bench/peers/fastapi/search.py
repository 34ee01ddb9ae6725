"""Search with a copy of the service's statements (bench/peers/search/) and its word rules."""

import re
from pathlib import Path
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy import RowMapping, TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from bench.peers.fastapi import schemas
from bench.peers.fastapi.answers import conditional, decode_cursor, encode_cursor
from bench.peers.fastapi.dependencies import SEARCH, Admission, ReadingDep
from service.features.community.search.finding import MAX_LINES, MAX_LOOKS
from service.features.community.search.highlight import Marked, Marker, marker
from service.features.community.search.queries import SimilarRow, StemRow
from service.features.community.search.query_parser import Typed, typed
from service.features.community.search.spelling import SHORTEST, meant
from service.features.community.search.stems import Stems

router = APIRouter()

_FEW: Final = 5
_FIRST: Final = (float("inf"), UUID(int=2**128 - 1), "")


def _statement(name: str) -> TextClause:
    """Return a statement with parameters and casts in the notation of text()."""
    sql = (Path(__file__).parents[1] / "search" / f"{name}.sql").read_text(encoding="utf-8")
    statement = "\n".join(line for line in sql.splitlines() if not line.startswith("--"))
    statement = re.sub(r"\$(\d)::(\w+(?:\[\])?)", r"cast($\1 as \2)", statement)
    return text(re.sub(r"\$(\d)", r":p\1", statement))


_PROJECTS: Final = _statement("list_projects")
_LINES: Final = _statement("list_project_lines")
_STEMS: Final = _statement("list_stems")
_SIMILAR: Final = _statement("list_similar")


@router.get("/search", response_model=schemas.Found)
async def search(
    request: Request,
    session: ReadingDep,
    admission: Annotated[Admission, Depends(SEARCH)],
    query: Annotated[schemas.SearchQuery, Query()],
) -> Response:
    wanted = typed(query.q)
    if not wanted.words:
        return await conditional(admission, schemas.Found(data=[], next_cursor=None, corrected=None))
    scope = f"search/projects?q={query.q}"
    before, before_id, correction = _FIRST
    if query.cursor is not None:
        before, last, correction = decode_cursor(request, scope, query.cursor)
        before_id = UUID(last)
    shown = typed(correction) if correction else wanted
    known = await _stems(session, wanted.words + shown.words)

    async def find(*sought: Typed) -> list[RowMapping]:
        wants = [each.without_stop_words(known.stop_words).wanted for each in sought]
        return await _rows(session, _PROJECTS, wants, wanted.unwanted, before, before_id, query.limit + 1)

    rows = await find(*([wanted, shown] if correction else [wanted]))
    if query.cursor is None and (not rows or rows[0]["found"] < _FEW):
        other = await _corrected(session, wanted)
        more = [] if other is None else await find(wanted, other)
        if other is not None and more and (not rows or more[0]["found"] > rows[0]["found"]):
            rows, shown, correction = more, other, str(other)
            known = await _stems(session, other.words)
    kept = rows[: query.limit]
    cursor = None
    if len(rows) > query.limit:
        cursor = encode_cursor(request, scope, [kept[-1]["score"], str(kept[-1]["project_id"]), correction])
    hits = await _show(session, marker(known.of(shown.words)), kept) if kept else []
    return await conditional(admission, schemas.Found(data=hits, next_cursor=cursor, corrected=correction or None))


async def _rows(session: AsyncSession, statement: TextClause, *values: Any) -> list[RowMapping]:
    found = await session.execute(statement, {f"p{number}": value for number, value in enumerate(values, start=1)})
    return list(found.mappings())


async def _stems(session: AsyncSession, words: list[str]) -> Stems:
    rows = await _rows(session, _STEMS, list(dict.fromkeys(words)))
    return Stems({row["word"]: StemRow(**row) for row in rows})


async def _corrected(session: AsyncSession, wanted: Typed) -> Typed | None:
    words = [word for word in wanted.words if len(word) >= SHORTEST and word.isalpha()]
    if not words:
        return None
    found = meant(words, [SimilarRow(**row) for row in await _rows(session, _SIMILAR, "text", words)])
    return wanted.corrected(found) if found else None


async def _show(session: AsyncSession, marks: Marker, rows: list[RowMapping]) -> list[schemas.Hit]:
    best: dict[UUID, tuple[str, Marked]] = {row["project_id"]: _best(marks, row) for row in rows}
    ids = [project_id for project_id, (_, marked) in best.items() if marked.hits < len(marks.patterns)]
    lines: dict[UUID, RowMapping] = {}
    if ids and marks.patterns:
        looks = len(ids) * len(marks.patterns)
        bounds = min(40_000, MAX_LOOKS // looks), max(5, min(100, MAX_LINES // looks))
        lines = {row["source_id"]: row for row in await _rows(session, _LINES, ids, marks.patterns, *bounds)}
    return [
        schemas.Hit(
            type="project",
            match=_match(marks, *best[row["project_id"]], lines.get(row["project_id"])),
            project=schemas.ProjectSummary.model_validate({**row, "owner": row, "stats": row}),
        )
        for row in rows
    ]


def _best(marks: Marker, row: RowMapping) -> tuple[str, Marked]:
    texts = [("title", row["title"]), ("tagline", row["tagline"]), *(("tag", tag) for tag in row["tags"])]
    return max(((field, marks.mark(value)) for field, value in texts), key=lambda each: each[1].hits)


def _match(marks: Marker, field: str, marked: Marked, line: RowMapping | None) -> schemas.Match:
    if line is not None:
        found = marks.mark(line["line"].strip())
        if found.hits > marked.hits:
            place = {name: line[name] for name in ("field", "workflow", "number", "step")}
            return schemas.Match(**place, text=found.text, marks=_marks(found))
    return schemas.Match(field=field, text=marked.text, marks=_marks(marked))


def _marks(marked: Marked) -> list[schemas.Mark]:
    return [schemas.Mark.model_validate(mark) for mark in marked.marks]
