"""Queries of tools. See sql/tools/."""

from datetime import datetime
from uuid import UUID

from service.db.pool import Database, Db
from service.db.query import Row, batched, query
from service.features.workflows.versions.queries import WorkflowRow


class ToolRow(Row):
    tool_id: UUID
    slug: str
    name: str
    vendor: str
    url: str
    kind: str
    description: str
    used_by: int
    version: int
    created_at: datetime
    updated_at: datetime


class EditableToolRow(Row):
    """Locked tool."""

    tool_id: UUID
    slug: str
    name: str
    vendor: str
    url: str
    kind: str
    description: str
    version: int


class SuggestionRow(Row):
    """Suggestion. `handle` is the maker's handle; `tool` is the slug of the resulting tool."""

    suggestion_id: UUID
    handle: str
    name: str
    url: str
    kind: str
    note: str
    status: str
    reason: str
    tool: str | None
    created_at: datetime
    decided_at: datetime | None


class PendingRow(Row):
    """Locked suggestion."""

    suggestion_id: UUID
    maker_id: UUID
    status: str
    name: str
    url: str
    kind: str


# The catalogue


@batched
async def get_by_slug(db: Database, slug: str) -> ToolRow: ...


@query
async def get(db: Db, tool_id: UUID) -> ToolRow: ...


@query
async def list_by_name(db: Db, kind: str | None, after: str, limit: int) -> list[ToolRow]: ...


@query
async def list_by_use(db: Db, kind: str | None, below: int, after: str, limit: int) -> list[ToolRow]: ...


@query
async def lock(db: Db, slug: str) -> EditableToolRow: ...


@query
async def insert(
    db: Db,
    tool_id: UUID,
    slug: str,
    name: str,
    vendor: str,
    url: str,
    kind: str,
    description: str,
    now: datetime,
) -> None: ...


@query
async def update(
    db: Db, tool_id: UUID, name: str, vendor: str, url: str, kind: str, description: str, now: datetime
) -> None: ...


# Uses of tools. Triggers write the rows: see migrations/0008_tool_use.sql.


@query
async def list_workflows(db: Db, tool_id: UUID, before_id: UUID, limit: int) -> list[WorkflowRow]: ...


# Suggestions


@query
async def insert_suggestion(
    db: Db, suggestion_id: UUID, maker_id: UUID, name: str, url: str, kind: str, note: str, now: datetime
) -> None: ...


@query
async def get_suggestion(db: Db, suggestion_id: UUID) -> SuggestionRow: ...


@query
async def list_suggestions(db: Db, status: str, after_id: UUID, limit: int) -> list[SuggestionRow]: ...


@query
async def lock_suggestion(db: Db, suggestion_id: UUID) -> PendingRow: ...


@query
async def update_suggestion(
    db: Db, suggestion_id: UUID, status: str, reason: str, tool_id: UUID | None, admin_id: UUID, now: datetime
) -> None: ...
