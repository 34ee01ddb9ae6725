"""Events of identity: outbox jobs, and Redis updates right after the commit."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity.queries import list_live_session_ids, load_sessions
from service.jobs.outbox import enqueue

MAIL: Final = "identity.mail"
SESSIONS: Final = "identity.sessions"


async def mail(tx: Tx, what: str, *, dedupe_key: str | None = None, **details: object) -> None:
    """Enqueue a mail. `what` is a key of _MAILS in jobs.py; pass ids, because the worker creates the links."""
    await enqueue(tx, MAIL, {"what": what, **details}, dedupe_key=dedupe_key)


async def sessions_ended(tx: Tx, deps: Deps, maker_id: UUID, session_ids: Sequence[UUID]) -> None:
    """Invalidate the access tokens of revoked sessions after the commit.

    The job repeats the update in case Redis is unavailable at that moment.
    """
    if session_ids:
        await enqueue(tx, SESSIONS, {"session_ids": list(session_ids)})
        tx.after_commit(partial(deps.sessions.revoked, maker_id, session_ids))


async def role_changed(tx: Tx, deps: Deps, maker_id: UUID, now: datetime) -> None:
    """Update the role of the maker's sessions after the commit."""
    session_ids = await list_live_session_ids(tx, maker_id, now)
    if session_ids:
        await enqueue(tx, SESSIONS, {"session_ids": session_ids})

        async def tell() -> None:
            await deps.sessions.changed((await load_sessions(deps.db, session_ids, clock=deps.clock)).values())

        tx.after_commit(tell)
