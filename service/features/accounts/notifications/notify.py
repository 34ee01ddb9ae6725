"""Interface for other features: enqueue notifications."""

from collections.abc import Sequence
from typing import Final, Literal
from uuid import UUID

import attrs
from attrs import frozen

from service.db.pool import Tx
from service.features.accounts.notifications.queries import list_remixes
from service.jobs.outbox import enqueue

type Kind = Literal[
    "star", "follow", "comment", "reply", "mention", "remix", "upstream_changed", "invitation", "moderation"
]

EVENT: Final = "notifications.event"
"""Kind of the outbox job that delivers one event to its recipients."""

CHANNEL: Final = "notifications"
"""Pub/sub channel of the streams: one JSON message per notification, {"maker_id", "seq", "unread", "notification"}.
After a read mark, `notification` is null and `seq` is the last assigned number."""


@frozen(kw_only=True)
class Subject:
    """Subject of a notification, by id. Names are looked up at delivery and again at every read.

    `note` is a short code, such as the outcome of a report. Only recipients who can see a remix (`remix_id`) are
    notified of it.
    """

    project_id: UUID | None = None
    workflow_id: UUID | None = None
    remix_id: UUID | None = None
    version_number: int | None = None
    comment_id: UUID | None = None
    collection_id: UUID | None = None
    invitation_id: UUID | None = None
    report_id: UUID | None = None
    note: str | None = None

    def told(self) -> dict[str, object]:
        """Return the fields that are set."""
        return {name: value for name, value in attrs.asdict(self).items() if value is not None}


@frozen
class Event:
    """Event to deliver. `after` is the workflow id after which a fan-out continues."""

    kind: Kind
    actor_id: UUID | None
    recipients: Sequence[UUID]
    subject: Subject
    after: UUID | None = None


async def notify(tx: Tx, kind: Kind, *, actor_id: UUID | None, recipients: Sequence[UUID], subject: Subject) -> None:
    """Enqueue a notification in the transaction. A worker delivers it after the commit.

    At delivery, the worker skips the actor and every recipient without access to the subject or with the kind muted.
    `recipients` may be empty for `upstream_changed`, which concerns all remixes of `subject.workflow_id`. Takes one
    round trip. A star and a comment (sql/discovery/insert_star.sql, sql/discussion/insert.sql) enqueue the same job in
    their insert statement.
    """
    if recipients or kind == "upstream_changed":
        await enqueue(tx, EVENT, payload_of(Event(kind, actor_id, recipients, subject)))


def payload_of(event: Event) -> dict[str, object]:
    """Return the payload of an event's job."""
    payload: dict[str, object] = {
        "kind": event.kind,
        "actor_id": event.actor_id,
        "recipients": list(event.recipients),
        "subject": event.subject.told(),
    }
    return payload if event.after is None else payload | {"after": event.after}


async def notify_published(tx: Tx, project_id: UUID) -> None:
    """Enqueue notifications of the remixes in a locked project that is published for the first time.

    A published project notifies of each remix at its creation. The lock prevents a missed or duplicate job.
    """
    for row in await list_remixes(tx, project_id):
        about = Subject(project_id=row.source_project_id, workflow_id=row.source_workflow_id, remix_id=row.workflow_id)
        await notify(tx, "remix", actor_id=row.author_id, recipients=[row.source_owner_id], subject=about)
