"""Test that every job is run, despite crashes, errors, hanging handlers and outages."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from attrs import evolve

from service.cache.redis import RedisClient
from service.core.metrics import Metrics
from service.db.pool import Database
from service.jobs.context import Handler, JobContext, PermanentFailure, RetryLater
from service.mail.mailer import Mailer
from service.mail.message import Message
from service.processes import job as module
from service.processes.job import Worker
from tests.mail.mail_servers import raw_peer, smtp_peer
from tests.worker.running import empty, put, rows, until, working

type Calls = list[tuple[UUID, int, dict[str, Any]]]


def recorder(fail: dict[int, BaseException] | None = None) -> tuple[Calls, Handler]:
    """Return a handler that records its calls and raises the error that `fail` has for the number of the call."""
    calls: Calls = []

    async def handler(context: JobContext, payload: dict[str, Any]) -> None:
        calls.append((context.event_id, context.attempt, payload))
        if fail and len(calls) in fail:
            raise fail[len(calls)]

    return calls, handler


async def send(context: JobContext, payload: dict[str, Any]) -> None:
    await context.mailer.send(Message(payload["to"], "Hello", "Hello.\n"), event_id=context.event_id)


async def test_a_job_is_run_once(context: JobContext, db: Database) -> None:
    calls, handler = recorder()
    event_id = await put(db, "test", {"n": 1})
    async with working(context, {"test": handler}):
        await until(lambda: empty(db))
        later = await put(db, "test", {"n": 2})
        await until(lambda: empty(db))
    assert calls == [(event_id, 1, {"n": 1}), (later, 1, {"n": 2})]


@pytest.mark.parametrize(
    "problem",
    [
        ValueError("no"),
        asyncio.CancelledError(),  # raised inside the handler; the worker was not cancelled
        TimeoutError(),
        ExceptionGroup("both", [ValueError("a"), ValueError("b")]),
    ],
    ids=lambda problem: type(problem).__name__,
)
async def test_a_failed_job_is_retried_as_the_same_event(
    context: JobContext, db: Database, problem: BaseException
) -> None:
    calls, handler = recorder({1: problem, 2: problem})
    event_id = await put(db, "test", {"n": 1})
    async with working(context, {"test": handler}):
        await until(lambda: empty(db))
    assert calls == [(event_id, attempt, {"n": 1}) for attempt in (1, 2, 3)]


async def test_a_job_that_always_fails_is_given_up_and_delays_no_other(context: JobContext, db: Database) -> None:
    async def poison(_: JobContext, payload: dict[str, Any]) -> None:
        raise KeyError("ada@example.test")

    calls, handler = recorder()
    for _ in range(10):
        await put(db, "poison")
    await put(db, "test")
    metrics = Metrics()
    async with working(context, {"poison": poison, "test": handler}, metrics=metrics):
        await until(lambda: all_failed(db, 10))
    assert len(calls) == 1
    for kind, attempts, failed, error in await rows(db):
        assert (kind, attempts, failed) == ("poison", 3, True)
        assert error.startswith("KeyError at poison:")  # the location of the error, without user input
    counted = {(name, *labels): taken for name, labels, taken in metrics.flush()["add"]}
    assert counted["jobs_total", "poison", "failed"] == 10
    assert counted["jobs_total", "poison", "retried"] == 20
    assert counted["jobs_total", "test", "done"] == 1


async def all_failed(db: Database, count: int) -> bool:
    found = await rows(db)
    return len(found) == count and all(failed for _, _, failed, _ in found)


async def test_a_permanent_failure_is_not_retried(context: JobContext, db: Database) -> None:
    calls, handler = recorder({1: PermanentFailure("no such template")})
    await put(db, "test")
    async with working(context, {"test": handler}):
        await until(lambda: all_failed(db, 1))
    assert len(calls) == 1
    assert await rows(db) == [("test", 1, True, "PermanentFailure: no such template")]


async def test_retry_later_does_not_count_as_an_attempt(context: JobContext, db: Database) -> None:
    calls, handler = recorder({n: RetryLater("not yet", seconds=0.01) for n in range(1, 6)})
    await put(db, "test")
    async with working(context, {"test": handler}, max_attempts=2):
        await until(lambda: empty(db))
    assert [attempt for _, attempt, _ in calls] == [1] * 6


async def test_a_slow_kind_delays_no_other_kind(context: JobContext, db: Database) -> None:
    release = asyncio.Event()

    async def slow(_: JobContext, __: dict[str, Any]) -> None:
        await release.wait()

    calls, handler = recorder()
    for _ in range(10):
        await put(db, "slow")
    async with working(context, {"slow": slow, "test": handler}):
        await until(lambda: claimed(db, module.PLACES))
        await put(db, "test")
        await until(lambda: was_called(calls))
        assert await claimed(db, module.PLACES)
        release.set()
        await until(lambda: empty(db))


async def claimed(db: Database, count: int) -> bool:
    return bool(await db.fetchval("select count(*) = $1 from outbox_job where attempts > 0", count))


async def was_called(calls: Calls) -> bool:
    return bool(calls)


async def test_a_job_of_an_unknown_kind_waits(context: JobContext, db: Database) -> None:
    calls, handler = recorder()
    await put(db, "of.tomorrow")
    await put(db, "test")
    async with working(context, {"test": handler}):
        await until(lambda: was_called(calls))
    assert await rows(db) == [("of.tomorrow", 0, False, None)]


async def test_a_hanging_handler_is_cancelled(
    context: JobContext, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "JOB_SECONDS", 0.05)

    async def hang(_: JobContext, __: dict[str, Any]) -> None:
        await asyncio.Event().wait()

    await put(db, "test")
    async with working(context, {"test": hang}, max_attempts=2):
        await until(lambda: all_failed(db, 1))


async def test_a_stop_completes_running_jobs_and_claims_no_more(context: JobContext, db: Database) -> None:
    release = asyncio.Event()
    done: list[int] = []

    async def slow(_: JobContext, payload: dict[str, Any]) -> None:
        await release.wait()
        done.append(payload["n"])

    for n in range(module.PLACES + 1):
        await put(db, "test", {"n": n})
    worker = Worker(context, {"test": slow}, {}, metrics=Metrics())
    running = asyncio.create_task(worker.run())
    await until(lambda: claimed(db, module.PLACES))
    worker.stop()
    release.set()
    await running
    assert sorted(done) == list(range(module.PLACES))
    assert await rows(db) == [("test", 0, False, None)]


async def test_a_job_that_exceeds_the_stop_time_is_left_to_the_next_worker(context: JobContext, db: Database) -> None:
    begun = asyncio.Event()

    async def endless(_: JobContext, __: dict[str, Any]) -> None:
        begun.set()
        await asyncio.Event().wait()

    event_id = await put(db, "test")
    worker = Worker(context, {"test": endless}, {}, metrics=Metrics(), claim_seconds=0.5)
    running = asyncio.create_task(worker.run(drain_timeout=0.05))
    await begun.wait()
    worker.stop()
    await running
    assert await rows(db) == [("test", 1, False, None)]
    calls, handler = recorder()
    async with working(context, {"test": handler}):
        await until(lambda: empty(db))
    assert calls == [(event_id, 2, {})]


async def test_lost_connections_lose_no_job(context: JobContext, database_url: str) -> None:
    calls, handler = recorder()
    ours = Database(database_url, size=2, statements=100, application="test")
    await ours.start()
    ids = set()
    async with working(context, {"test": handler}, claim_seconds=1.0):
        for _ in range(10):
            ids.add(await put(ours, "test"))
            await ours.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where datname = current_database() and application_name = 'worker'"
            )
        await until(lambda: empty(ours))
    await ours.close()
    assert {event_id for event_id, _, _ in calls} == ids


async def test_jobs_wait_for_an_unavailable_redis(context: JobContext, db: Database) -> None:
    """The job waits without counting attempts and runs when Redis is back."""
    redis = RedisClient("redis://127.0.0.1:1/0")
    calls, handler = recorder()

    async def needs_redis(inside: JobContext, payload: dict[str, Any]) -> None:
        await inside.redis.command("PING")
        await handler(inside, payload)

    await put(db, "test")
    async with working(evolve(context, redis=redis), {"test": needs_redis}):
        await until(lambda: postponed(db))
    assert calls == []
    await redis.close()
    await db.execute("update outbox_job set due_at = now()")
    async with working(context, {"test": needs_redis}):
        await until(lambda: empty(db))
    assert len(calls) == 1


async def postponed(db: Database) -> bool:
    found = await rows(db)
    return found[0][1] == 0 and str(found[0][3]).startswith("CacheUnavailable")


async def test_a_postponed_mail_is_sent_once_and_a_rejected_one_is_given_up(context: JobContext, db: Database) -> None:
    async with smtp_peer() as peer:
        mailer = Mailer.from_url(f"smtp://127.0.0.1:{peer.port}", context.config.mail_from)
        peer.replies["RCPT"] = ["450 4.2.1 later", "451 4.3.0 later"]
        event_id = await put(db, "mail", {"to": "ada@example.test"})
        async with working(evolve(context, mailer=mailer), {"mail": send}):
            await until(lambda: empty(db))
            peer.replies["RCPT"] = ["550 5.1.1 no such user"]
            await put(db, "mail", {"to": "nobody@example.test"})
            await until(lambda: all_failed(db, 1))
            await put(db, "mail", {"to": "bob@example.test"})
            await until(lambda: all_failed(db, 1))
    assert [str(mail["To"]) for mail in peer.mails] == ["ada@example.test", "bob@example.test"]
    assert peer.mails[0]["Message-ID"] == f"<{event_id}@makers.test>"
    assert await rows(db) == [("mail", 1, True, "MailRefused: recipient refused with 550")]


async def test_a_hanging_mail_server_is_retried_later(
    context: JobContext, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.mail.mailer.STEP_SECONDS", 0.1)

    async def silence(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read(-1)

    await put(db, "mail", {"to": "ada@example.test"})
    async with raw_peer(silence) as port:
        mailer = Mailer.from_url(f"smtp://127.0.0.1:{port}", context.config.mail_from)
        async with working(evolve(context, mailer=mailer), {"mail": send}, max_attempts=2):
            await until(lambda: all_failed(db, 1))
    ((_, attempts, _, error),) = await rows(db)
    assert (attempts, error.startswith("MailUnavailable")) == (2, True)


async def test_periodic_jobs_run_once_per_interval_for_all_workers(
    context: JobContext, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SCHEDULE_SECONDS", 0.02)
    calls, handler = recorder()
    periodic = {"purge": (60, handler)}
    async with working(context, {}, periodic), working(context, {}, periodic):
        await until(lambda: was_called(calls))
        await until(lambda: empty(db))
        assert len(calls) == 1
        await db.execute("update outbox_schedule set next_at = now()")
        await until(lambda: was_called(calls[1:]))
        await until(lambda: empty(db))
    assert len(calls) == 2


async def test_a_failed_periodic_job_runs_again_in_the_next_interval(context: JobContext, db: Database) -> None:
    calls, handler = recorder({n: ValueError("no") for n in range(1, 10)})
    async with working(context, {}, {"purge": (60, handler)}):
        await until(lambda: was_called(calls[module.PERIODIC_ATTEMPTS - 1 :]))
        await until(lambda: empty(db))
    assert len(calls) == module.PERIODIC_ATTEMPTS
