"""Queries of projects. See sql/projects/."""

from datetime import datetime
from uuid import UUID

from service.db.pool import Database, Db
from service.db.query import Row, batched, query


class SummaryRow(Row):
    """Project in a list, with its owner's `handle`, `display_name` and `avatar_url`.

    sql/projects/summary.columns selects the columns between the key and the sort keys.
    """

    project_id: UUID
    handle: str
    display_name: str
    avatar_url: str | None
    slug: str
    title: str
    tagline: str
    cover_url: str | None
    tags: list[str]
    license: str | None
    visibility: str
    status: str
    forks: int
    comments: int
    created_at: datetime
    updated_at: datetime
    stars: int
    published_at: datetime | None


class ProjectRow(SummaryRow):
    """Project. `links` is JSON."""

    body: str
    links: str
    version: int


class OwnRow(SummaryRow):
    """Project of a member. `role` and `since` belong to the membership of the requesting maker."""

    deleted_at: datetime | None
    role: str
    since: datetime


class EditableRow(Row):
    """Locked project, with the role of the requesting maker."""

    project_id: UUID
    owner_id: UUID
    role: str
    status: str
    version: int
    slug: str
    title: str
    tagline: str
    body: str
    links: str
    cover_url: str | None
    tags: list[str]
    license: str | None
    visibility: str


class AddressRow(Row):
    handle: str
    slug: str


class OwnerRow(Row):
    maker_id: UUID
    handle: str


# One project


@batched
async def find_by_slug(db: Database, handle: str, slug: str, viewer_id: UUID | None) -> ProjectRow | None: ...


@query
async def find_address(db: Db, handle: str, slug: str, viewer_id: UUID | None, now: datetime) -> AddressRow | None: ...


@query
async def get(db: Db, project_id: UUID) -> ProjectRow: ...


# Lists: `before` and `before_id` are the cursor position


@query
async def list_newest(db: Db, before: datetime, before_id: UUID, limit: int) -> list[SummaryRow]: ...


@query
async def list_tagged(db: Db, tag: str, before: datetime, before_id: UUID, limit: int) -> list[SummaryRow]: ...


@query
async def list_using(db: Db, tool: str, before: datetime, before_id: UUID, limit: int) -> list[SummaryRow]: ...


@query
async def list_tagged_using(
    db: Db, tag: str, tool: str, before: datetime, before_id: UUID, limit: int
) -> list[SummaryRow]: ...


@query
async def list_licensed(
    db: Db,
    license: str,  # noqa: A002 - the column is named so
    before: datetime,
    before_id: UUID,
    limit: int,
) -> list[SummaryRow]: ...


@query
async def list_shown(db: Db, owner_id: UUID, before: datetime, before_id: UUID, limit: int) -> list[SummaryRow]: ...


@query
async def list_own(
    db: Db,
    maker_id: UUID,
    role: str | None,
    status: str | None,
    deleted_after: datetime,
    before: datetime,
    before_id: UUID,
    limit: int,
) -> list[OwnRow]: ...


# Writing


@query
async def find_owner(db: Db, maker_id: UUID) -> OwnerRow | None: ...


@query
async def list_taken_slugs(db: Db, owner_id: UUID, stem: str) -> list[str]: ...


@query
async def insert(
    db: Db,
    project_id: UUID,
    owner_id: UUID,
    slug: str,
    title: str,
    tagline: str,
    body: str,
    links: str,
    cover_url: str | None,
    tags: list[str],
    license: str | None,  # noqa: A002 - the column is named so
    visibility: str,
    status: str,
    created_at: datetime,
    updated_at: datetime,
    published_at: datetime | None,
) -> UUID | None: ...


@query
async def lock_for(db: Db, handle: str, slug: str, maker_id: UUID, roles: list[str]) -> EditableRow | None: ...


@query
async def lock_deleted(db: Db, handle: str, slug: str, maker_id: UUID, deleted_after: datetime) -> UUID | None: ...


@query
async def update(
    db: Db,
    project_id: UUID,
    slug: str,
    title: str,
    tagline: str,
    body: str,
    links: str,
    cover_url: str | None,
    tags: list[str],
    license: str | None,  # noqa: A002 - the column is named so
    visibility: str,
    now: datetime,
) -> None: ...


@query
async def update_status(db: Db, project_id: UUID, status: str, now: datetime) -> None: ...


@query
async def update_deleted_at(db: Db, project_id: UUID, deleted_at: datetime | None, now: datetime) -> None: ...


# Former slugs


@query
async def delete_old_slug(db: Db, owner_id: UUID, slug: str) -> None: ...


@query
async def insert_old_slug(db: Db, owner_id: UUID, slug: str, project_id: UUID, now: datetime) -> None: ...


@query
async def delete_surplus_old_slugs(db: Db, project_id: UUID, kept: int) -> None: ...


# Purges: each deletes up to `portion` projects from before `before` and returns their number


@query
async def purge_deleted(db: Db, before: datetime, portion: int) -> int: ...


@query
async def purge_orphaned(db: Db, before: datetime, portion: int) -> int: ...
