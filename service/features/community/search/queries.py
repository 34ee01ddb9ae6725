"""Queries of search. See sql/search/ and migrations/0012_search.sql, whose triggers write the rows.

Every list is ordered by score, then id. `before` and `before_id` are the end of the previous page. `found` is the
number of all matches, up to a thousand.
"""

from uuid import UUID

from service.db.pool import Db
from service.db.query import Row, query
from service.features.accounts.makers.queries import ProfileRow
from service.features.community.tools.queries import ToolRow
from service.features.projects.projects.queries import SummaryRow
from service.features.workflows.versions.queries import WorkflowRow


class FoundProjectRow(SummaryRow):
    score: float
    found: int


class FoundWorkflowRow(WorkflowRow):
    score: float
    found: int


class FoundMakerRow(ProfileRow):
    maker_id: UUID
    score: float
    found: int


class FoundToolRow(ToolRow):
    score: float
    found: int


class LineRow(Row):
    """Line with the most query words. `workflow`, `number` and `step` locate a prompt's line, and else are null."""

    source_id: UUID
    field: str
    line: str
    workflow: str | None
    number: int | None
    step: str | None


class StemRow(Row):
    """Stems of a word. A stem is null if the word is a stop word of that language."""

    word: str
    english: str | None
    dutch: str | None


class SimilarRow(Row):
    misspelt: str
    word: str
    level: int


class SuggestionRow(Row):
    kind: str
    text: str
    path: str


class WordRow(Row):
    kind: str
    word: str


# Matches


@query
async def list_projects(
    db: Db, wanted: list[str], unwanted: str, before: float, before_id: UUID, limit: int
) -> list[FoundProjectRow]: ...


@query
async def list_workflows(
    db: Db, wanted: list[str], unwanted: str, before: float, before_id: UUID, limit: int
) -> list[FoundWorkflowRow]: ...


@query
async def list_makers(
    db: Db, wanted: str, exact: str, whole: str, before: float, before_id: UUID, limit: int
) -> list[FoundMakerRow]: ...


@query
async def list_tools(
    db: Db, wanted: list[str], unwanted: str, whole: str, before: float, before_id: UUID, limit: int
) -> list[FoundToolRow]: ...


# Highlights


@query
async def list_stems(db: Db, words: list[str]) -> list[StemRow]: ...


@query
async def list_project_lines(
    db: Db, ids: list[UUID], patterns: list[str], characters: int, lines: int
) -> list[LineRow]: ...


@query
async def list_workflow_lines(
    db: Db, ids: list[UUID], patterns: list[str], characters: int, lines: int
) -> list[LineRow]: ...


# Spelling corrections and suggestions


@query
async def list_similar(db: Db, kind: str, words: list[str]) -> list[SimilarRow]: ...


@query
async def list_suggestions(db: Db, typed: str) -> list[SuggestionRow]: ...


# Tiers and unused words


@query
async def count_tier(db: Db, tier: int, most: int) -> int: ...


@query
async def find_floor(db: Db, tier: int, kept: int) -> float | None: ...


@query
async def insert_floor(db: Db, tier: int, hot: float) -> None: ...


@query
async def update_tier(db: Db, tier: int, portion: int) -> int: ...


@query
async def delete_unused_words(db: Db, kind: str, word: str, portion: int) -> WordRow | None: ...
