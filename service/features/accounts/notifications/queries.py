"""Queries of notifications. The SQL is in sql/notifications/; lists read the view notification_shown."""

from datetime import datetime
from uuid import UUID

from service.db.pool import Db
from service.db.query import Row, query


class NotificationRow(Row):
    """Notification as its maker can see it. `newest` is a JSON array of up to three actors, the latest first.

    Names of the subject are null when the maker cannot see it. `of_project`: the subject is a project, visible or not.
    `is_own`: the maker owns the project. `upstream_…`: the source of the remixed workflow.
    """

    notification_id: UUID
    seq: int
    kind: str
    actors: int
    events: int
    newest: str
    of_project: bool
    project_handle: str | None
    project_slug: str | None
    project_title: str | None
    is_own: bool
    workflow_slug: str | None
    workflow_title: str | None
    upstream_handle: str | None
    upstream_title: str | None
    version_number: int | None
    comment_id: UUID | None
    note: str | None
    created_at: datetime
    updated_at: datetime
    read_at: datetime | None


class ToldRow(NotificationRow):
    """Delivered notification and its maker's unread count."""

    maker_id: UUID
    unread: int


class GrownRow(Row):
    """New or updated notification and the number of rows that its maker has."""

    notification_id: UUID
    maker_id: UUID
    kept: int


class RemixerRow(Row):
    """Workflow of a remix family and a maker to notify of the changed upstream; None without a recipient."""

    workflow_id: UUID
    project_id: UUID
    maker_id: UUID | None


class RemixRow(Row):
    """Remix by `author_id` and its source."""

    workflow_id: UUID
    source_workflow_id: UUID
    source_project_id: UUID
    source_owner_id: UUID
    author_id: UUID


class BoxRow(Row):
    """Counters of a maker's box. `seq` is the last assigned number."""

    seq: int
    unread: int


class PreferenceRow(Row):
    """Settings of a maker: kinds muted on the site, kinds excluded from digests, and the next due time."""

    muted: list[str]
    unmailed: list[str]
    digest: str
    digest_at: datetime | None
    version: int


class DueRow(Row):
    maker_id: UUID
    digest: str
    digest_at: datetime
    has_news: bool


class DigestRow(Row):
    """Recipient of a digest and the last number of the previous digest."""

    email: str
    handle: str
    unmailed: list[str]
    digest: str
    mailed_seq: int
    unread: int


class CountedRow(Row):
    """Box and whether its counters differ from its rows."""

    counted_id: UUID
    is_wrong: bool


# Lists of one maker


@query
async def list_newest(db: Db, maker_id: UUID, before: int, limit: int) -> list[NotificationRow]: ...


@query
async def list_unread(db: Db, maker_id: UUID, before: int, limit: int) -> list[NotificationRow]: ...


@query
async def find_box(db: Db, maker_id: UUID) -> BoxRow | None: ...


# Batched reads for streams


class BoxOfRow(BoxRow):
    maker_id: UUID


class MissedRow(NotificationRow):
    maker_id: UUID


@query
async def list_boxes_of(db: Db, maker_ids: list[UUID]) -> list[BoxOfRow]: ...


@query
async def list_missed(db: Db, maker_ids: list[UUID], after: list[int], limit: int) -> list[MissedRow]: ...


# Recipients


@query
async def list_audience(
    db: Db,
    kind: str,
    recipients: list[UUID],
    actor_id: UUID | None,
    project_id: UUID | None,
    invitation_id: UUID | None,
    remix_id: UUID | None,
    comment_id: UUID | None,
    now: datetime,
) -> list[UUID]: ...


@query
async def find_answered(db: Db, comment_id: UUID) -> UUID | None: ...


@query
async def is_remixed(db: Db, workflow_id: UUID) -> bool: ...


@query
async def list_remixers(
    db: Db, workflow_id: UUID, after_id: UUID, portion: int, actor_id: UUID | None
) -> list[RemixerRow]: ...


@query
async def list_remixes(db: Db, project_id: UUID) -> list[RemixRow]: ...


# Delivery: one transaction, boxes locked first


@query
async def insert_boxes(db: Db, maker_ids: list[UUID]) -> None: ...


@query
async def lock_boxes(db: Db, maker_ids: list[UUID]) -> list[UUID]: ...


@query
async def tell(
    db: Db,
    maker_ids: list[UUID],
    group_keys: list[str],
    subjects: list[str],
    notification_ids: list[UUID],
    kind: str,
    actor_id: UUID | None,
    is_once: bool,
    now: datetime,
) -> list[GrownRow]: ...


@query
async def delete_surplus(db: Db, maker_ids: list[UUID], kept: int) -> None: ...


@query
async def list_told(db: Db, notification_ids: list[UUID]) -> list[ToldRow]: ...


# Read marks: boxes locked first


@query
async def mark_read(db: Db, maker_id: UUID, notification_ids: list[UUID], now: datetime) -> BoxRow | None: ...


@query
async def mark_read_until(db: Db, maker_id: UUID, seq: int, now: datetime) -> BoxRow | None: ...


# Preferences


@query
async def find_preference(db: Db, maker_id: UUID) -> PreferenceRow | None: ...


@query
async def insert_preference(db: Db, maker_id: UUID) -> None: ...


@query
async def lock_preference(db: Db, maker_id: UUID) -> PreferenceRow: ...


@query
async def update_preference(
    db: Db, maker_id: UUID, muted: list[str], unmailed: list[str], digest: str, digest_at: datetime | None
) -> None: ...


# Digests


@query
async def lock_due_digests(db: Db, now: datetime, portion: int) -> list[DueRow]: ...


@query
async def update_digest_at(db: Db, maker_ids: list[UUID], digest_at: list[datetime]) -> None: ...


@query
async def find_digest(db: Db, maker_id: UUID) -> DigestRow | None: ...


@query
async def list_unmailed(
    db: Db, maker_id: UUID, mailed_seq: int, unmailed: list[str], limit: int
) -> list[NotificationRow]: ...


@query
async def update_mailed(db: Db, maker_id: UUID, seq: int) -> None: ...


# Purge and recount, in batches


@query
async def list_old(db: Db, before: datetime, portion: int) -> list[UUID]: ...


@query
async def delete_old(db: Db, maker_ids: list[UUID], before: datetime) -> None: ...


@query
async def list_counts(db: Db, after_id: UUID, portion: int) -> list[CountedRow]: ...


@query
async def update_counts(db: Db, maker_ids: list[UUID]) -> None: ...
