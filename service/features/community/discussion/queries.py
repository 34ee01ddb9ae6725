"""Queries of comments and votes. See sql/discussion/.

Lock order of every transaction that changes a project's number of comments: counters (`lock_stats`, `lock_stats_of`),
comment (`lock_comment`), votes.
"""

from datetime import datetime
from uuid import UUID

from service.db.pool import Database, Db
from service.db.query import Row, batched, query


class CommentRow(Row):
    """Comment with its author's `handle`, `display_name` and `avatar_url`, which are null for a hidden author. `body`
    is null if it is hidden. `workflow` is a slug, and null after the workflow is deleted."""

    comment_id: UUID
    project_id: UUID
    parent_id: UUID | None
    depth: int
    handle: str | None
    display_name: str | None
    avatar_url: str | None
    body: str | None
    mentions: list[str]
    workflow: str | None
    version_number: int | None
    step_key: str | None
    outdated: bool
    ups: int
    downs: int
    score: float
    replies: int
    version: int
    created_at: datetime
    edited_at: datetime | None
    deleted: bool
    removed: bool


class ScoredRow(Row):
    comment_id: UUID
    score: float


class DatedRow(Row):
    comment_id: UUID
    created_at: datetime


class SeenRow(Row):
    """Comment with the address and title of its project."""

    comment_id: UUID
    project_id: UUID
    handle: str
    slug: str
    title: str


class PlaceRow(Row):
    """Project and the comment's author. `workers` holds the ids of the project's owner and editors."""

    project_id: UUID
    status: str
    maker_status: str
    handle: str
    display_name: str
    avatar_url: str | None
    workers: list[UUID]


class StepRow(Row):
    """Step of a version. `number` is null if the version does not exist, `digest` if the step does not exist."""

    workflow_id: UUID
    number: int | None
    digest: bytes | None


class MentionedRow(Row):
    maker_id: UUID
    handle: str


class ParentRow(Row):
    comment_id: UUID
    parent_id: UUID | None
    depth: int
    author_id: UUID


class LockedRow(Row):
    """Locked comment. `status` is the status of its project."""

    comment_id: UUID
    project_id: UUID
    author_id: UUID
    body: str | None
    mentions: list[str]
    version: int
    replies: int
    deleted: bool
    removed: bool
    status: str


class VoteRow(Row):
    comment_id: UUID
    value: int


# Lists: start position of the page, then its size. They return ids; `list_threads` reads these comments and replies.


@query
async def list_best(db: Db, project_id: UUID, below: float, below_id: UUID, limit: int) -> list[ScoredRow]: ...


@query
async def list_new(db: Db, project_id: UUID, before: datetime, before_id: UUID, limit: int) -> list[DatedRow]: ...


@query
async def list_workflow_best(
    db: Db, workflow_id: UUID, below: float, below_id: UUID, limit: int
) -> list[ScoredRow]: ...


@query
async def list_workflow_new(
    db: Db, workflow_id: UUID, before: datetime, before_id: UUID, limit: int
) -> list[DatedRow]: ...


@query
async def list_step_best(
    db: Db, workflow_id: UUID, step: str, below: float, below_id: UUID, limit: int
) -> list[ScoredRow]: ...


@query
async def list_step_new(
    db: Db, workflow_id: UUID, step: str, before: datetime, before_id: UUID, limit: int
) -> list[DatedRow]: ...


@query
async def list_replies(db: Db, parent_id: UUID, below: float, below_id: UUID, limit: int) -> list[ScoredRow]: ...


@query
async def list_threads(db: Db, comment_ids: list[UUID], breadth: int, most: int) -> list[CommentRow]: ...


@query
async def list_votes(db: Db, maker_id: UUID, project_id: UUID, before_id: UUID, limit: int) -> list[VoteRow]: ...


# Lookups


@batched
async def get_seen(db: Database, comment_id: UUID, viewer_id: UUID | None) -> SeenRow: ...


@query
async def find_workflow(db: Db, project_id: UUID, slug: str) -> UUID | None: ...


@query
async def find_step(db: Db, project_id: UUID, workflow: str, number: int, key: str) -> StepRow | None: ...


@query
async def list_mentioned(db: Db, handles: list[str]) -> list[MentionedRow]: ...


# Writing


@query
async def lock_place(db: Db, handle: str, slug: str, maker_id: UUID, counters: bool) -> PlaceRow | None: ...


@query
async def lock_stats(db: Db, project_id: UUID) -> UUID: ...


@query
async def lock_stats_of(db: Db, comment_id: UUID) -> UUID | None: ...


@query
async def find_parent(db: Db, project_id: UUID, comment_id: UUID) -> ParentRow | None: ...


@query
async def insert(
    db: Db,
    comment_id: UUID,
    project_id: UUID,
    parent_id: UUID | None,
    depth: int,
    author_id: UUID,
    body: str,
    mentions: list[str],
    workflow_id: UUID | None,
    version_number: int | None,
    step_key: str | None,
    step_digest: bytes | None,
    now: datetime,
    said_since: datetime,
    job_ids: list[UUID],
    payloads: list[str],
) -> bool: ...


@query
async def lock_comment(db: Db, comment_id: UUID, viewer_id: UUID) -> LockedRow | None: ...


@query
async def update(db: Db, comment_id: UUID, body: str, mentions: list[str], now: datetime) -> None: ...


@query
async def update_deleted(db: Db, comment_id: UUID, now: datetime) -> None: ...


@query
async def delete(db: Db, comment_id: UUID) -> None: ...


@query
async def put_vote(db: Db, comment_id: UUID, maker_id: UUID, project_id: UUID, value: int, now: datetime) -> None: ...


@query
async def delete_vote(db: Db, comment_id: UUID, maker_id: UUID) -> None: ...
