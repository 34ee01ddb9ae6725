"""How other features say that something happened that somebody should hear of."""

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
"""The kind of the outbox job that carries one happening to those it concerns."""

CHANNEL: Final = "notifications"
"""Where streams hear of it: one JSON message a notification, {"maker_id", "seq", "unread", "notification"}. When
something was read, `notification` is null, and `seq` is the last that was given."""


@frozen(kw_only=True)
class Subject:
    """What it is about, by id: names are looked up when it is delivered, and again when it is read.

    `note` is a short code of its own, such as the outcome of a report. Nobody hears of a remix (`remix_id`) before they
    may see it.
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
        """What is given of it."""
        return {name: value for name, value in attrs.asdict(self).items() if value is not None}


async def notify(tx: Tx, kind: Kind, *, actor_id: UUID | None, recipients: Sequence[UUID], subject: Subject) -> None:
    """Writes into the transaction that makers are to hear of something. A worker tells them once it is committed.

    Nobody hears of what they did themselves, of what they may not see, or of what they asked not to hear of: the
    worker decides that, at the time it tells. `recipients` may be empty for `upstream_changed`, which concerns all who
    remixed `subject.workflow_id`. Takes one round trip; a star and a comment (sql/discovery/insert_star.sql,
    sql/discussion/insert.sql) write the same job in the statement that makes them.
    """
    if recipients or kind == "upstream_changed":
        await enqueue(tx, EVENT, payload_of(kind, actor_id, recipients, subject))


def payload_of(kind: Kind, actor_id: UUID | None, recipients: Sequence[UUID], subject: Subject) -> dict[str, object]:
    """What such a job holds, for a statement that writes it beside what happened."""
    return {"kind": kind, "actor_id": actor_id, "recipients": list(recipients), "subject": subject.told()}


async def notify_published(tx: Tx, project_id: UUID) -> None:
    """The same for a locked project that comes out for the first time: what was remixed in it can be seen from now on.

    A project that is out tells of each remix as it is made, so under its lock none is told of twice, or by neither.
    """
    for row in await list_remixes(tx, project_id):
        about = Subject(project_id=row.source_project_id, workflow_id=row.source_workflow_id, remix_id=row.workflow_id)
        await notify(tx, "remix", actor_id=row.author_id, recipients=[row.source_owner_id], subject=about)
