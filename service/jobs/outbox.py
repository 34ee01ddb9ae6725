"""Outbox: jobs that are inserted in the transaction that causes them and run after it, at least once.

Features call `enqueue`. The other functions let service/processes/job.py claim and settle jobs. Decision:
docs/decisions/0012-outbox.md.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

import attrs
import orjson
from attrs import frozen

from service.core.ids import new_id
from service.db.pool import Db, Tx
from service.db.query import query


@frozen
class ClaimedJob:
    """Job claimed by a worker until `due_at`, which identifies the claim. `attempts` includes this one."""

    job_id: UUID
    kind: str
    payload: str
    attempts: int
    created_at: datetime
    due_at: datetime


@frozen
class Backlog:
    """Backlog of one kind of job: waiting jobs, parked jobs, and the seconds for which the oldest has been due."""

    kind: str
    waiting: int
    failed: int
    lag: float


async def enqueue(tx: Tx, kind: str, payload: object, *, dedupe_key: str | None = None, delay: float = 0.0) -> UUID:
    """Insert a job in the transaction and return its event id, which is the same at every delivery.

    `payload` is a mapping or an attrs value that JSON can represent: ids, not contents, and no secrets. With a
    `dedupe_key`, the job is skipped if another job with that key has not started. `delay` is in seconds. The call takes
    one round trip to PostgreSQL and none to other servers.
    """
    job_id = new_id()
    if not isinstance(payload, Mapping):
        payload = attrs.asdict(payload)  # type: ignore[arg-type]  # TypeError for other types
    await insert_job(tx, job_id, kind, encoded(payload), dedupe_key, delay)
    return job_id


def encoded(payload: Mapping[str, object]) -> str:
    """Return a payload in its stored form."""
    return orjson.dumps(payload, default=_plain).decode()


def _plain(value: object) -> str:
    if isinstance(value, UUID):  # asyncpg's subclass, which orjson does not accept
        return str(value)
    raise TypeError(f"a job payload cannot contain {type(value).__name__}")


@query
async def insert_job(db: Db, job_id: UUID, kind: str, payload: str, dedupe_key: str | None, delay: float) -> None: ...


@query
async def finish_job(db: Db, job_id: UUID) -> UUID | None:
    """Settle the job inside the transaction of its work: both are committed together, and only once.

    Returns None if another delivery has already settled the job. The caller then does nothing.
    """


@query
async def claim_jobs(db: Db, kinds: list[str], places: list[int], seconds: float) -> list[ClaimedJob]: ...


@query
async def delete_job(db: Db, job_id: UUID, due_at: datetime) -> None: ...


@query
async def update_job_due(db: Db, job_id: UUID, due_at: datetime, delay: float, error: str, counted: int) -> None: ...


@query
async def update_job_failed(db: Db, job_id: UUID, due_at: datetime, error: str) -> None: ...


@query
async def delete_failed(db: Db, before: datetime) -> None: ...


@query
async def claim_schedule(db: Db, name: str, seconds: float) -> str | None: ...


@query
async def list_backlog(db: Db) -> list[Backlog]: ...
