"""Queries of workflows, drafts, versions and labels. See sql/versions/."""

from datetime import datetime
from uuid import UUID

from service.db.pool import Database, Db
from service.db.query import Row, batched, query


class PlaceRow(Row):
    """A project that the viewer may see. `role` is None when the viewer is not a member."""

    project_id: UUID
    role: str | None
    status: str


class WorkflowRow(Row):
    """A workflow with its address (`handle`, `project`, `slug`). `steps` and `variables` are counts of the head.

    With `is_source_unnamed`, responses omit the names of the source.
    """

    workflow_id: UUID
    project_id: UUID
    handle: str
    project: str
    slug: str
    title: str
    summary: str
    head_number: int | None
    steps: int
    variables: int
    forked_from_version_id: UUID | None
    forked_from_handle: str | None
    forked_from_project: str | None
    forked_from_workflow: str | None
    forked_from_title: str | None
    forked_from_number: int | None
    is_source_unnamed: bool
    version: int
    created_at: datetime
    updated_at: datetime


class LockedRow(Row):
    """A locked workflow. `status` is the status of its project."""

    workflow_id: UUID
    project_id: UUID
    status: str
    slug: str
    title: str
    summary: str
    head_number: int | None
    version: int


class LockedProjectRow(Row):
    project_id: UUID
    role: str
    status: str


class LockedDraftRow(Row):
    """A locked draft. `status` is the status of its project."""

    workflow_id: UUID
    version: int
    status: str


class DraftRow(Row):
    """A draft. `changed` is true when it differs from the head; `handle` and `display_name` name its last editor."""

    workflow_id: UUID
    content: str
    version: int
    changed: bool
    updated_at: datetime
    handle: str
    display_name: str


class VersionRow(Row):
    """A version without its content. `handle` and `display_name` name its author."""

    version_id: UUID
    workflow_id: UUID
    number: int
    changelog: str
    content_hash: bytes
    steps: int
    variables: int
    handle: str
    display_name: str
    labels: list[str]
    created_at: datetime


class ContentRow(Row):
    content: str


class HeadRow(Row):
    content_hash: bytes
    earlier_at: datetime | None


class LabelRow(Row):
    name: str
    number: int
    updated_at: datetime


# Reads by address


@batched
async def find_place(db: Database, handle: str, slug: str, viewer_id: UUID | None) -> PlaceRow | None: ...


@batched
async def find_workflow(
    db: Database, handle: str, slug: str, workflow: str, viewer_id: UUID | None
) -> WorkflowRow | None: ...


@batched
async def find_version(
    db: Database,
    handle: str,
    slug: str,
    workflow: str,
    number: int | None,
    label: str | None,
    viewer_id: UUID | None,
) -> VersionRow | None: ...


@query
async def find_draft(db: Db, handle: str, slug: str, workflow: str, maker_id: UUID) -> DraftRow | None: ...


@query
async def is_seen(db: Db, handle: str, slug: str, workflow: str, maker_id: UUID) -> bool: ...


# Reads by id: the caller has checked access


@query
async def list_of_project(
    db: Db, project_id: UUID, viewer_id: UUID | None, after_id: UUID, limit: int
) -> list[WorkflowRow]: ...


@query
async def list_versions(db: Db, workflow_id: UUID, before: int, limit: int) -> list[VersionRow]: ...


@query
async def list_labels(db: Db, workflow_id: UUID) -> list[LabelRow]: ...


@batched
async def find_content(db: Database, version_id: UUID) -> ContentRow | None: ...


@query
async def find_stored(db: Db, workflow_id: UUID, number: int) -> str | None: ...


@query
async def get_workflow(db: Db, workflow_id: UUID) -> WorkflowRow: ...


@query
async def get_version(db: Db, workflow_id: UUID, number: int) -> VersionRow: ...


@query
async def get_head(db: Db, workflow_id: UUID, number: int, back: int) -> HeadRow: ...


@query
async def get_draft_content(db: Db, workflow_id: UUID) -> str: ...


@query
async def list_slugs(db: Db, project_id: UUID) -> list[str]: ...


@query
async def list_known_tools(db: Db, slugs: list[str]) -> list[str]: ...


# Writes


@query
async def lock_project(db: Db, handle: str, slug: str, maker_id: UUID, roles: list[str]) -> LockedProjectRow | None: ...


@query
async def lock_workflow(
    db: Db, handle: str, slug: str, workflow: str, maker_id: UUID, roles: list[str]
) -> LockedRow | None: ...


@query
async def lock_draft(
    db: Db, handle: str, slug: str, workflow: str, maker_id: UUID, roles: list[str]
) -> LockedDraftRow | None: ...


@query
async def insert(
    db: Db,
    workflow_id: UUID,
    project_id: UUID,
    slug: str,
    title: str,
    summary: str,
    content: str,
    content_hash: bytes,
    maker_id: UUID,
    now: datetime,
) -> None: ...


@query
async def update_workflow(db: Db, workflow_id: UUID, slug: str, title: str, summary: str, now: datetime) -> None: ...


@query
async def delete_workflow(db: Db, workflow_id: UUID) -> None: ...


@query
async def update_draft(
    db: Db, workflow_id: UUID, content: str, content_hash: bytes, maker_id: UUID, now: datetime
) -> DraftRow: ...


@query
async def update_draft_followed(
    db: Db, workflow_id: UUID, content: str, content_hash: bytes, head_hash: bytes, maker_id: UUID, now: datetime
) -> None: ...


@query
async def insert_version(
    db: Db,
    version_id: UUID,
    workflow_id: UUID,
    number: int,
    changelog: str,
    content_hash: bytes,
    content: str,
    author_id: UUID,
    now: datetime,
) -> None: ...


@query
async def insert_label(db: Db, workflow_id: UUID, name: str, number: int, now: datetime, most: int) -> str | None: ...


@query
async def delete_label(db: Db, workflow_id: UUID, name: str) -> None: ...
