"""Digests: a daily or weekly mail of the unread notifications that no earlier digest contained."""

from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

import orjson

from service.features.accounts.notifications.domain import DIGEST_STEPS, next_digest, title_of
from service.features.accounts.notifications.queries import (
    NotificationRow,
    find_digest,
    list_unmailed,
    lock_due_digests,
    update_digest_at,
    update_mailed,
)
from service.jobs.context import JobContext
from service.jobs.outbox import enqueue
from service.mail import templates

MAIL: Final = "notifications.mail"
PORTION: Final = 200
"""Makers per transaction."""

LINES: Final = 30
"""Maximum notifications per mail, newest first; the mail says that there are more."""


async def order_digests(job: JobContext, payload: dict[str, Any]) -> None:
    """Enqueue every due digest and set the next due time in one transaction, so that each is enqueued once."""
    now = job.clock()
    while True:
        async with job.db.transaction() as tx:
            due = await lock_due_digests(tx, now, PORTION)
            if due:
                following = [cast("datetime", next_digest(row.digest, row.digest_at, now)) for row in due]
                await update_digest_at(tx, [row.maker_id for row in due], following)
            for row in due:
                if row.has_news:
                    about = {"maker_id": row.maker_id, "due_at": now.isoformat()}
                    await enqueue(tx, MAIL, about, dedupe_key=f"{MAIL}:{row.maker_id}")
        if len(due) < PORTION:
            return


async def send_digest(job: JobContext, payload: dict[str, Any]) -> None:
    """Send a maker's digest and store the last mailed number.

    A worker killed between the two steps sends the mail again with the same Message-ID, so that mailboxes show one. The
    job is skipped when the next digest is already due.
    """
    maker_id = UUID(payload["maker_id"])
    digest = await find_digest(job.db, maker_id)
    if digest is None or job.clock() - datetime.fromisoformat(payload["due_at"]) >= DIGEST_STEPS[digest.digest]:
        return
    rows = await list_unmailed(job.db, maker_id, digest.mailed_seq, digest.unmailed, LINES + 1)
    if not rows:
        return
    message = templates.digest(
        digest.email,
        handle=digest.handle,
        lines=[line_of(row) for row in rows[:LINES]],
        more=len(rows) > LINES,
        link=f"{job.config.web_url}/notifications",
        preferences_link=f"{job.config.web_url}/notifications/preferences",
    )
    await job.mailer.send(message, event_id=job.event_id)
    await update_mailed(job.db, maker_id, rows[0].seq)


def line_of(row: NotificationRow) -> str:
    """Return the mail line of a notification. It quotes only handles and the recipient's own titles."""
    own = row.is_own
    return title_of(
        row.kind,
        [f"@{actor['handle']}" for actor in orjson.loads(row.newest)],
        row.actors,
        of_project=row.of_project,
        project=row.project_title if own else "a projectf" if row.project_title else None,
        workflow=row.workflow_title if own else None,
        upstream=f"@{row.upstream_handle}'s workflow" if row.upstream_handle else None,
        version_number=row.version_number,
        note=row.note,
    )
