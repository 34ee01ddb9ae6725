"""What the notifications' endpoints take and give."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from attrs import frozen

from service.features.accounts.notifications.notify import Kind
from service.http.pagination import PageQuery
from service.http.schema.fields import INT64, MISSING, Missing, integer, items

type Digest = Literal["off", "daily", "weekly"]


@frozen
class Actor:
    """A maker who did it."""

    handle: str
    display_name: str
    avatar_url: str | None


@frozen
class AboutProject:
    """A project that a notification is about; `handle` and `slug` are its address."""

    handle: str
    slug: str
    title: str


@frozen
class AboutWorkflow:
    """A workflow that a notification is about, in its project; `slug` is its address there."""

    slug: str
    title: str


@frozen
class About:
    """What a notification is about, the newest that happened: as far as you may see it at the moment."""

    project: AboutProject
    workflow: AboutWorkflow | None
    version_number: int | None
    comment_id: UUID | None


@frozen
class Notification:
    """Something that happened to what is yours. While you have not read it, more of the same joins it.

    `actors` are up to three of the makers who did it, the last one first; `actor_count` counts all, each once, and
    `event_count` how often it happened. `title` says it in English, `path` leads to it. A `subject` that is gone, or
    that you may not see any more, is null. `seq` grows with every change: it is the place in the list, and where a
    stream goes on. `note` is a short code, such as the outcome of a report.
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


@frozen
class UnreadCount:
    """How many wait, and the last number that was given."""

    unread: int
    seq: int


@frozen(kw_only=True)
class ReadMarks:
    """What was read: these, or all up to a `seq` that was shown. One of the two."""

    notification_ids: list[UUID] | Missing = items(min=1, max=100, unique=True, default=MISSING)
    up_to: int | Missing = integer(min=0, max=INT64[1], default=MISSING, description="A notification's seq.")


@frozen
class NotificationPreferences:
    """Kinds you hear of on the site, and those of them that a mail tells, which gathers what you have not read."""

    site: list[Kind]
    mail: list[Kind]
    digest: Digest
    version: int


@frozen(kw_only=True)
class NewPreferences:
    """`mail` is some of `site`: a digest gathers what waits on the site."""

    site: list[Kind] = items(max=9, unique=True)
    mail: list[Kind] = items(max=9, unique=True)
    digest: Digest
