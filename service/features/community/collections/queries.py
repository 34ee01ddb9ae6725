"""Queries of collections. See sql/collections/."""

from datetime import datetime
from uuid import UUID

from service.db.pool import Database, Db
from service.db.query import Row, batched, query
from service.features.projects.projects.queries import SummaryRow


class CollectionRow(Row):
    """Collection with the `handle`, `display_name` and `avatar_url` of its maker."""

    collection_id: UUID
    handle: str
    display_name: str
    avatar_url: str | None
    slug: str
    title: str
    description: str
    visibility: str
    items: int
    removed: bool
    version: int
    created_at: datetime
    updated_at: datetime


class LockedRow(Row):
    collection_id: UUID
    slug: str
    title: str
    description: str
    visibility: str
    items: int
    version: int
    removed: bool


class ItemRow(SummaryRow):
    """Project at its position. `workflow`, `workflow_title` and `version_number` describe the pinned version."""

    position: int
    note: str
    added_at: datetime
    workflow: str | None
    workflow_title: str | None
    version_number: int | None


# Reading


@batched
async def find(db: Database, handle: str, slug: str, viewer_id: UUID | None) -> CollectionRow | None: ...


@query
async def get(db: Db, collection_id: UUID) -> CollectionRow: ...


@query
async def is_seen(db: Db, handle: str, slug: str, viewer_id: UUID) -> bool: ...


@query
async def list_public(db: Db, maker_id: UUID, before: datetime, before_id: UUID, limit: int) -> list[CollectionRow]: ...


@query
async def list_own(db: Db, maker_id: UUID, before: datetime, before_id: UUID, limit: int) -> list[CollectionRow]: ...


@query
async def list_items(
    db: Db, collection_id: UUID, viewer_id: UUID | None, after: int, after_id: UUID, limit: int
) -> list[ItemRow]: ...


# Writing


@query
async def list_taken_slugs(db: Db, maker_id: UUID) -> list[str]: ...


@query
async def insert(
    db: Db,
    collection_id: UUID,
    maker_id: UUID,
    slug: str,
    title: str,
    description: str,
    visibility: str,
    now: datetime,
) -> UUID | None: ...


@query
async def lock(db: Db, handle: str, slug: str, maker_id: UUID) -> LockedRow | None: ...


@query
async def update(db: Db, collection_id: UUID, title: str, description: str, visibility: str, now: datetime) -> None: ...


@query
async def update_version(db: Db, collection_id: UUID, now: datetime) -> None: ...


@query
async def delete(db: Db, collection_id: UUID) -> None: ...


# Items


@query
async def find_project(db: Db, handle: str, slug: str, maker_id: UUID) -> UUID | None: ...


@query
async def find_version(db: Db, project_id: UUID, workflow: str, number: int) -> UUID | None: ...


@query
async def has_item(db: Db, collection_id: UUID, project_id: UUID) -> bool: ...


@query
async def put_item(
    db: Db,
    collection_id: UUID,
    project_id: UUID,
    note: str,
    workflow_id: UUID | None,
    version_number: int | None,
    now: datetime,
) -> bool | None: ...


@query
async def delete_item(db: Db, collection_id: UUID, handle: str, slug: str) -> UUID | None: ...


@query
async def list_item_ids(db: Db, collection_id: UUID) -> list[UUID]: ...


@query
async def update_order(db: Db, collection_id: UUID, project_ids: list[UUID]) -> None: ...
