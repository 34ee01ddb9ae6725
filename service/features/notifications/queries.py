"""Notifications as they are stored, and as they are shown. See sql/notifications/ and the view notification_shown."""

from datetime import datetime
from uuid import UUID

from attrs import frozen

from service.db.pool import Db
from service.db.query import query


@frozen
class NotificationRow:
    """`newest` is JSON: up to three of the makers who did it, the last one first.

    What it is about has names only as far as its maker may see it at the moment. `of_project` says that it was about a
    project, whether or not that can be seen; `is_own`, that its maker owns it; `upstream_…` is what the workflow was
    remixed from.
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


@frozen
class BoxRow:
    """`seq` is the last number that was given."""

    seq: int
    unread: int


# Lists of one maker's


@query
async def list_newest(db: Db, maker_id: UUID, before: int, limit: int) -> list[NotificationRow]: ...


@query
async def list_unread(db: Db, maker_id: UUID, before: int, limit: int) -> list[NotificationRow]: ...


@query
async def list_since(db: Db, maker_id: UUID, seq: int, limit: int) -> list[NotificationRow]: ...


@query
async def find_box(db: Db, maker_id: UUID) -> BoxRow | None: ...
