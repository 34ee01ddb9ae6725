"""Request and response schemas of notifications."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from attrs import frozen

from service.features.accounts.notifications.notify import Kind
from service.http.pagination import PageQuery
from service.http.schema.fields import INT64, MISSING, Missing, integer, items
from service.http.schema.output import Output

type Digest = Literal["off", "daily", "weekly"]


class Actor(Output):
    """Maker who caused a notification."""

    handle: str
    display_name: str
    avatar_url: str | None


class AboutProject(Output):
    """Project of a notification. `handle` and `slug` form its address."""

    handle: str
    slug: str
    title: str


class AboutWorkflow(Output):
    """Workflow of a notification. `slug` is its address within the project."""

    slug: str
    title: str


class About(Output):
    """Subject of the latest event of a notification. It contains only those parts that you can still see."""

    project: AboutProject
    workflow: AboutWorkflow | None
    version_number: int | None
    comment_id: UUID | None


class Notification(Output):
    """Notification of one or more similar events. While it is unread, further events are added to it.

    `actors` lists up to three makers, the latest first. `actor_count` counts each maker once; `event_count` counts the
    events. `title` is English text; `path` is the API path of the subject. `subject` is null when it is gone or you can
    no longer see it. `seq` increases with every update. It orders the list and is the position at which a stream
    resumes. `note` is a short code, such as the outcome of a report.
    """

    notification_id: UUID
    seq: int
    kind: Kind
    title: str
    path: str | None
    actors: list[Actor]
    actor_count: int
    event_count: int
    subject: About | None
    note: str | None
    created_at: datetime
    updated_at: datetime
    read_at: datetime | None


@frozen(kw_only=True)
class NotificationQuery(PageQuery):
    unread: bool = False


class UnreadCount(Output):
    """Number of unread notifications and the last assigned `seq`."""

    unread: int
    seq: int


@frozen(kw_only=True)
class ReadMarks:
    """Notifications to mark as read. Pass either their ids or a `seq` up to which all are read."""

    notification_ids: list[UUID] | Missing = items(min=1, max=100, unique=True, default=MISSING)
    up_to: int | Missing = integer(min=0, max=INT64[1], default=MISSING, description="The `seq` of a notification.")


class NotificationPreferences(Output):
    """Notification settings. `site` lists the kinds shown on the site; `mail` lists those included in a digest."""

    site: list[Kind]
    mail: list[Kind]
    digest: Digest
    version: int


@frozen(kw_only=True)
class NewPreferences:
    """New notification settings. `mail` must be a subset of `site`, because a digest contains unread notifications."""

    site: list[Kind] = items(max=9, unique=True)
    mail: list[Kind] = items(max=9, unique=True)
    digest: Digest
