"""Queries of remixes. See sql/remixes/."""

from datetime import datetime
from uuid import UUID

from service.db.pool import Db
from service.db.query import Row, query


class SourceRow(Row):
    """A locked version to fork. `status` is the status of its project; `is_out` is true when everyone may read it."""

    version_id: UUID
    number: int
    workflow_id: UUID
    title: str
    project_id: UUID
    owner_id: UUID
    handle: str
    project: str
    slug: str
    status: str
    is_out: bool


class FamilyRow(Row):
    """A workflow of a family. `parent_id` is None for the root, and when the parent is deleted."""

    workflow_id: UUID
    parent_id: UUID | None
    forked_from_number: int | None
    handle: str
    project: str
    slug: str
    title: str
    head_number: int | None
    created_at: datetime
    is_seen: bool


class UpstreamRow(Row):
    """The three versions of a pull, and the current address of the upstream."""

    ours_id: UUID
    base_id: UUID
    base_number: int
    theirs_id: UUID
    theirs_number: int
    workflow_id: UUID
    handle: str
    project: str
    slug: str
    title: str


class StoredRow(Row):
    version_id: UUID
    content: str


class DraftRow(Row):
    content: str
    is_edited: bool


# Forks


@query
async def lock_source(
    db: Db, handle: str, slug: str, workflow: str, number: int | None, label: str | None, maker_id: UUID
) -> SourceRow | None: ...


@query
async def insert(
    db: Db,
    workflow_id: UUID,
    project_id: UUID,
    slug: str,
    source_id: UUID,
    maker_id: UUID,
    now: datetime,
    is_named: bool,
) -> None: ...


@query
async def copy_version(
    db: Db, version_id: UUID, workflow_id: UUID, source_id: UUID, changelog: str, author_id: UUID, now: datetime
) -> None: ...


# Reads by id: the caller has checked access


@query
async def list_family(db: Db, workflow_id: UUID, viewer_id: UUID | None, steps: int, most: int) -> list[FamilyRow]: ...


@query
async def is_editor(db: Db, workflow_id: UUID, maker_id: UUID, roles: list[str]) -> bool: ...


@query
async def find_upstream(db: Db, workflow_id: UUID, maker_id: UUID, roles: list[str]) -> UpstreamRow | None: ...


@query
async def find_version_id(db: Db, workflow_id: UUID, number: int) -> UUID | None: ...


# Pulls: the caller holds the lock of the workflow


@query
async def lock_contents(db: Db, version_ids: list[UUID]) -> list[StoredRow]: ...


@query
async def lock_draft(db: Db, workflow_id: UUID) -> DraftRow: ...


@query
async def update_upstream(db: Db, workflow_id: UUID, version_id: UUID) -> None: ...
