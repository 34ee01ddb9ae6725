"""Notification delivery: the worker's side of notify.py.

A delivery deletes its job in the transaction that writes the notifications (outbox.finish_job), so it takes effect
exactly once. A worker killed before the commit has written nothing; after the commit, no job is left. A message
published after the commit may be lost; the stream then reads the notification from the table, by its number.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import batched
from typing import Any, Final, cast
from uuid import UUID

import orjson
import structlog
from attrs import evolve, frozen

from service.cache.pubsub import publish
from service.cache.redis import CacheUnavailable
from service.core.ids import new_id
from service.db.pool import Tx
from service.features.accounts.notifications.domain import KEPT, TOLD_ONCE, group_of
from service.features.accounts.notifications.notify import CHANNEL, EVENT, Event, Subject, payload_of
from service.features.accounts.notifications.queries import (
    GrownRow,
    ToldRow,
    delete_surplus,
    find_answered,
    insert_boxes,
    list_audience,
    list_remixers,
    list_told,
    lock_boxes,
)
from service.features.accounts.notifications.queries import tell as tell_groups
from service.features.accounts.notifications.reading import notification_of
from service.http.schema.output import encode
from service.jobs.context import JobContext
from service.jobs.outbox import enqueue, finish_job

RECIPIENTS: Final = 100
"""Maximum recipients per transaction; further jobs deliver to the rest."""

FAMILY: Final = 50
"""Workflows of a remix family per job."""

_FIRST: Final = UUID(int=0)

log = structlog.get_logger(__name__)


@frozen
class _News:
    """Notification for one maker."""

    maker_id: UUID
    group_key: str
    subject: Subject


async def tell(job: JobContext, payload: dict[str, Any]) -> None:
    """Deliver one event and delete its job in the same transaction. Then publish to the streams."""
    async with job.db.transaction() as tx:
        if await finish_job(tx, job.event_id) is None:
            return
        told = await tell_event(tx, event_of(payload), job.clock())
    await _publish(job, told)


async def tell_event(tx: Tx, event: Event, now: datetime) -> list[GrownRow]:
    """Write the notifications of an event and return the rows that are new or updated.

    Enqueues further jobs when the recipients exceed one transaction. Publishes nothing.
    """
    if event.kind == "upstream_changed" and not event.recipients:
        news = await _remixers(tx, event)
    else:
        news = await _audience(tx, event, now)
    return await _write_down(tx, event, news, now) if news else []


def event_of(payload: dict[str, Any]) -> Event:
    about: dict[str, Any] = {
        name: UUID(value) if name.endswith("_id") else value for name, value in payload["subject"].items()
    }
    return Event(
        payload["kind"],
        None if payload["actor_id"] is None else UUID(payload["actor_id"]),
        [UUID(recipient) for recipient in payload["recipients"]],
        Subject(**about),
        UUID(payload["after"]) if "after" in payload else None,
    )


async def _audience(tx: Tx, event: Event, now: datetime) -> list[_News]:
    """Select the recipients to notify. Enqueue further jobs for more than RECIPIENTS."""
    first, *others = batched(sorted(set(event.recipients)), RECIPIENTS)
    for recipients in others:
        await enqueue(tx, EVENT, payload_of(evolve(event, recipients=recipients)))
    about = event.subject
    told = await list_audience(
        tx,
        event.kind,
        list(first),
        event.actor_id,
        about.project_id,
        about.invitation_id,
        about.remix_id,
        about.comment_id,
        now,
    )
    answered = None
    if event.kind == "reply" and about.comment_id is not None and told:
        answered = await find_answered(tx, about.comment_id)
    return [_News(maker_id, group_of(event.kind, about, answered), about) for maker_id in told]


async def _remixers(tx: Tx, event: Event) -> list[_News]:
    """Notify every editor of each remix in one batch of the family. Enqueue a job for the next batch."""
    workflow_id = cast("UUID", event.subject.workflow_id)
    rows = await list_remixers(tx, workflow_id, event.after or _FIRST, FAMILY, event.actor_id)
    if len({row.workflow_id for row in rows}) == FAMILY:
        await enqueue(tx, EVENT, payload_of(evolve(event, after=rows[-1].workflow_id)))
    news = []
    for row in rows:
        if row.maker_id is not None:
            about = evolve(event.subject, project_id=row.project_id, workflow_id=row.workflow_id)
            news.append(_News(row.maker_id, group_of(event.kind, about), about))
    return news


async def _write_down(tx: Tx, event: Event, news: Sequence[_News], now: datetime) -> list[GrownRow]:
    makers = sorted({entry.maker_id for entry in news})
    await insert_boxes(tx, makers)
    await lock_boxes(tx, makers)
    told = await tell_groups(
        tx,
        maker_ids=[entry.maker_id for entry in news],
        group_keys=[entry.group_key for entry in news],
        subjects=[orjson.dumps(entry.subject.told(), default=str).decode() for entry in news],
        notification_ids=[new_id() for _ in news],
        kind=event.kind,
        actor_id=event.actor_id,
        is_once=event.kind in TOLD_ONCE,
        now=now,
    )
    full = sorted({row.maker_id for row in told if row.kept > KEPT})
    if full:
        await delete_surplus(tx, full, KEPT)
    return told


async def _publish(job: JobContext, told: Sequence[GrownRow]) -> None:
    """Publish the notifications to the streams. Failures are harmless: see the module docstring."""
    try:
        for row in await list_told(job.db, [grown.notification_id for grown in told]) if told else []:
            await publish(job.redis, CHANNEL, message_of(row))
    except Exception as problem:  # already committed: a retry would find no job
        if not isinstance(problem, CacheUnavailable):
            log.warning("notification_publish_failed", exc_info=True)


def message_of(row: ToldRow) -> bytes:
    """Return the CHANNEL message of a notification."""
    about = {"maker_id": row.maker_id, "seq": row.seq, "unread": row.unread, "notification": notification_of(row)}
    return encode(about)
