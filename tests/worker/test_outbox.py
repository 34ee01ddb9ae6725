"""Test the outbox table: a job exists if and only if its transaction was committed."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest
from attrs import frozen

from service.db.pool import Database
from service.jobs import outbox
from service.jobs.outbox import enqueue
from tests.worker.running import put, rows


@frozen
class Payload:
    maker_id: UUID
    template: str


async def claim(db: Database, kind: str = "test", places: int = 10, seconds: float = 60.0) -> list[outbox.ClaimedJob]:
    return await outbox.claim_jobs(db, [kind], [places], seconds)


async def test_a_rollback_leaves_no_job(db: Database) -> None:
    async def fail() -> None:
        async with db.transaction() as tx:
            await enqueue(tx, "test", {})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await rows(db) == []


async def test_a_job_is_visible_only_after_its_commit(db: Database) -> None:
    async with db.transaction() as tx:
        event_id = await enqueue(tx, "test", {})
        assert await claim(db) == []
    assert [job.job_id for job in await claim(db)] == [event_id]


async def test_payloads_are_json_objects_with_ids(db: Database) -> None:
    maker_id = uuid4()
    from_database = await db.fetchval("select $1::uuid", maker_id)  # asyncpg's subclass of UUID
    await put(db, "test", Payload(maker_id, "confirm"))
    await put(db, "test", {"maker_id": from_database, "template": "confirm"})
    for job in await claim(db):
        assert f'"maker_id": "{maker_id}"' in job.payload
    for wrong in ({"secret": b"bytes"}, "a text", 7):
        with pytest.raises((TypeError, ValueError, AttributeError)):
            await put(db, "test", wrong)


async def test_a_key_identifies_one_job_until_it_starts(db: Database) -> None:
    await put(db, "test", {"n": 1}, dedupe_key="k")
    await put(db, "test", {"n": 2}, dedupe_key="k")
    await put(db, "test", {"n": 3}, dedupe_key="other")
    await put(db, "test", {"n": 4})
    await put(db, "test", {"n": 5})
    assert [job.payload for job in await claim(db)] == [f'{{"n": {n}}}' for n in (1, 3, 4, 5)]
    # The running job may not see this transaction, so a new job is needed.
    await put(db, "test", {"n": 6}, dedupe_key="k")
    assert [job.payload for job in await claim(db)] == ['{"n": 6}']


async def test_a_delayed_job_is_not_due_yet(db: Database) -> None:
    await put(db, "test", delay=60.0)
    assert await claim(db) == []
    await db.execute("update outbox_job set due_at = due_at - interval '60 seconds'")
    assert len(await claim(db)) == 1


async def test_a_job_is_claimed_by_one_worker_at_a_time(db: Database) -> None:
    ids = {await put(db, "test") for _ in range(20)}
    taken = [job.job_id for jobs in await asyncio.gather(*(claim(db, places=5) for _ in range(8))) for job in jobs]
    assert len(taken) == len(set(taken))
    assert set(taken) <= ids
    taken += [job.job_id for job in await claim(db, places=20)]
    assert sorted(taken) == sorted(ids)
    assert await claim(db) == []


async def test_the_oldest_jobs_are_claimed_first_within_the_places_of_their_kind(db: Database) -> None:
    for kind in ("many", "few"):
        for n in range(5 if kind == "many" else 1):
            await put(db, kind, {"n": n})
    jobs = await outbox.claim_jobs(db, ["many", "few", "none"], [2, 2, 2], 60.0)
    assert sorted((job.kind, job.payload) for job in jobs) == [
        ("few", '{"n": 0}'),
        ("many", '{"n": 0}'),
        ("many", '{"n": 1}'),
    ]
    assert await outbox.claim_jobs(db, ["many"], [0], 60.0) == []


async def settle(db: Database, how: str, job: outbox.ClaimedJob) -> None:
    settlements: dict[str, Any] = {
        "done": lambda: outbox.delete_job(db, job.job_id, job.due_at),
        "later": lambda: outbox.update_job_due(db, job.job_id, job.due_at, 0.0, "late", 1),
        "failed": lambda: outbox.update_job_failed(db, job.job_id, job.due_at, "late"),
    }
    await settlements[how]()


@pytest.mark.parametrize("how", ["done", "later", "failed"])
async def test_a_worker_with_an_expired_claim_cannot_settle_the_next(db: Database, how: str) -> None:
    await put(db, "test")
    (slept,) = await claim(db, seconds=0.0)
    (awake,) = await claim(db)
    assert (slept.job_id, slept.attempts, awake.attempts) == (awake.job_id, 1, 2)
    await settle(db, how, slept)
    assert await rows(db) == [("test", 2, False, None)]
    assert await claim(db) == []
    await settle(db, how, awake)
    assert await rows(db) != [("test", 2, False, None)]


async def test_an_attempt_that_does_not_count_is_subtracted(db: Database) -> None:
    await put(db, "test")
    for counted, attempts in ((0, 0), (1, 1), (0, 1), (1, 2)):
        (job,) = await claim(db)
        await outbox.update_job_due(db, job.job_id, job.due_at, 0.0, "away", counted)
        assert await rows(db) == [("test", attempts, False, "away")]


async def test_one_worker_wins_an_interval(db: Database) -> None:
    async def go() -> str | None:
        return await outbox.claim_schedule(db, "purge", 60.0)

    assert sorted(filter(None, await asyncio.gather(*(go() for _ in range(8))))) == ["purge"]
    await db.execute("update outbox_schedule set next_at = next_at - interval '60 seconds'")
    assert sorted(filter(None, await asyncio.gather(*(go() for _ in range(8))))) == ["purge"]
    assert await go() is None


async def test_the_backlog_per_kind(db: Database) -> None:
    await put(db, "a")
    await put(db, "a", delay=60.0)
    await put(db, "b")
    await db.execute("update outbox_job set due_at = due_at - interval '90 seconds' where kind = 'a'")
    (job,) = await claim(db, "b")
    await outbox.update_job_failed(db, job.job_id, job.due_at, "no")
    backlog = {row.kind: row for row in await outbox.list_backlog(db)}
    assert (backlog["a"].waiting, backlog["a"].failed, backlog["b"].waiting, backlog["b"].failed) == (
        2,
        0,
        0,
        1,
    )
    assert 90 <= backlog["a"].lag < 100
    assert backlog["b"].lag == 0
