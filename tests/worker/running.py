"""Helpers that run a worker inside a test and read the queue."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from service.core.metrics import Metrics
from service.db.pool import Database
from service.jobs.context import Handler, JobContext
from service.jobs.outbox import enqueue
from service.processes.job import Worker

PATIENCE = 15.0


@asynccontextmanager
async def working(
    context: JobContext,
    jobs: dict[str, Handler],
    periodic: dict[str, tuple[int, Handler]] | None = None,
    *,
    metrics: Metrics | None = None,
    claim_seconds: float = 10.0,
    first_pause: float = 0.01,
    max_attempts: int = 3,
) -> AsyncIterator[Worker]:
    """Run a worker until the end of the block."""
    worker = Worker(
        context,
        jobs,
        periodic or {},
        metrics=metrics or Metrics(),
        claim_seconds=claim_seconds,
        first_pause=first_pause,
        max_attempts=max_attempts,
    )
    running = asyncio.create_task(worker.run(drain_timeout=5.0))
    try:
        yield worker
    finally:
        worker.stop()
        await asyncio.wait_for(running, PATIENCE)


async def put(db: Database, kind: str, payload: object = None, **options: Any) -> UUID:
    """Insert one job in a separate transaction."""
    async with db.transaction() as tx:
        return await enqueue(tx, kind, {} if payload is None else payload, **options)


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    """Wait for a change by PostgreSQL, another process or a worker."""
    async with asyncio.timeout(PATIENCE):
        while not await condition():  # noqa: ASYNC110 - the condition changes in another process
            await asyncio.sleep(0.02)


async def rows(db: Database) -> list[tuple[Any, ...]]:
    """Return the queue: kind, attempts, whether failed, last error."""
    found = await db.fetch("select kind, attempts, failed_at is not null, last_error from outbox_job order by job_id")
    return [tuple(row) for row in found]


async def empty(db: Database) -> bool:
    return not await rows(db)
