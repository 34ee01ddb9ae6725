"""The outbox: jobs written in the transaction that causes them and run after it, at least once.

Features call `enqueue`. The rest of the module is how service/processes/job.py claims and settles jobs. Decision:
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
    """A job that a worker has until `due_at`, which names the claim. `attempts` counts this one."""

    job_id: UUID
    kind: str
    payload: str
    attempts: int
    created_at: datetime
    due_at: datetime


@frozen
class Backlog:
    """Jobs of one kind: how many wait, how many were given up, and for how many seconds the oldest has been due."""

    kind: str
    waiting: int
    failed: int
    lag: float


async def enqueue(tx: Tx, kind: str, payload: object, *, dedupe_key: str | None = None, delay: float = 0.0) -> UUID:
    """Writes a job into the transaction and returns its event id, the same at every delivery.

    `payload` is a mapping or an attrs value that JSON can hold: ids, not contents, and no secrets. With a
    `dedupe_key` the job is dropped while another of that key has not begun. `delay` is in seconds. Takes one round
    trip, and none to anything but PostgreSQL.
    """
    job_id = new_id()
    if not isinstance(payload, Mapping):
        payload = attrs.asdict(payload)  # type: ignore[arg-type]  # TypeError for anything else
    await insert_job(tx, job_id, kind, encoded(payload), dedupe_key, delay)
    return job_id


def encoded(payload: Mapping[str, object]) -> str:
    """A payload as it is stored."""
    return orjson.dumps(payload, default=_plain).decode()


def _plain(value: object) -> str:
    if isinstance(value, UUID):  # asyncpg's subclass, which orjson does not take for one
        return str(value)
    raise TypeError(f"a job cannot hold {type(value).__name__}")


@query
async def insert_job(db: Db, job_id: UUID, kind: str, payload: str, dedupe_key: str | None, delay: float) -> None: ...


@query
async def finish_job(db: Db, job_id: UUID) -> UUID | None:
    """Settles the job inside the transaction that does what it asks for: both happen, or neither, and only once.

    None when it is settled already, by another delivery: then there is nothing to do.
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
