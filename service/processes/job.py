"""Job process: runs the jobs of the outbox and enqueues the periodic ones.

Any number of job processes may run. Each takes a few jobs per kind at a time, so that a slow or broken kind does not
delay others. A claim lasts CLAIM_SECONDS, which exceeds the time limit of a handler: the jobs of a killed process
become due again, and none is lost. A failed job is retried with growing pauses and parked after MAX_ATTEMPTS.
"""

import asyncio
import random
import signal
import time
import traceback
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Literal

import orjson
import structlog
import uvloop
from attrs import evolve

from service.app import create_job_context, job_handlers
from service.cache.redis import CacheUnavailable
from service.core.clock import system_clock
from service.core.config import Config
from service.core.log import configure
from service.core.metrics import Metrics, Totals
from service.db.clock_skew import ClockSkew
from service.db.errors import DatabaseUnavailable
from service.db.pool import Database
from service.jobs.context import JOB_SECONDS, Handler, JobContext, PermanentFailure, RetryLater
from service.jobs.outbox import (
    Backlog,
    ClaimedJob,
    claim_jobs,
    claim_schedule,
    delete_job,
    enqueue,
    list_backlog,
    update_job_due,
    update_job_failed,
)
from service.mail.mailer import MailRefused, MailUnavailable

log = structlog.get_logger(__name__)

MAX_ATTEMPTS = 40
"""Maximum attempts. With pauses that double from 2 s to an hour, a job is retried for about a day."""

PERIODIC_ATTEMPTS = 3
"""Attempts after which a failing periodic job is dropped instead of parked: its next interval enqueues it again."""

FIRST_PAUSE = 2.0
LONGEST_PAUSE = 3600.0
CLAIM_SECONDS = JOB_SECONDS + 15.0
POLL_SECONDS = 0.5
PLACES = 4
"""Maximum number of concurrent jobs of one kind in a worker."""

SCHEDULE_SECONDS = 10.0

type Outcome = Literal["done", "retried", "put_off", "failed"]


class _Figures:
    """Worker metrics for service/core/metrics.py."""

    def __init__(self, metrics: Metrics) -> None:
        self._done = metrics.counter("jobs_total", "Job deliveries by outcome.", ("kind", "outcome"))
        self._seconds = metrics.histogram("job_duration_seconds", "Duration of a job delivery.", ("kind",))
        self._waiting = metrics.gauge("jobs_waiting", "Unfinished jobs in the outbox.", ("kind",))
        self._failed = metrics.gauge("jobs_failed", "Permanently failed jobs.", ("kind",))
        self._lag = metrics.gauge("jobs_lag_seconds", "Age of the oldest due job.", ("kind",))

    def job(self, kind: str, outcome: Outcome, seconds: float) -> None:
        self._done.labels(kind, outcome).inc()
        self._seconds.labels(kind).observe(seconds)

    def backlog(self, kinds: list[Backlog]) -> None:
        by_kind = {backlog.kind: backlog for backlog in kinds}
        for (kind,) in [*self._waiting.series, *((kind,) for kind in by_kind)]:
            backlog = by_kind.get(kind, Backlog(kind, 0, 0, 0.0))
            self._waiting.labels(kind).set(backlog.waiting)
            self._failed.labels(kind).set(backlog.failed)
            self._lag.labels(kind).set(backlog.lag)


class Worker:
    """Worker that runs jobs until `stop` and then waits for running jobs. `run` raises nothing, even during outages."""

    def __init__(
        self,
        context: JobContext,
        jobs: dict[str, Handler],
        periodic: dict[str, tuple[int, Handler]],
        *,
        metrics: Metrics,
        claim_seconds: float = CLAIM_SECONDS,
        first_pause: float = FIRST_PAUSE,
        max_attempts: int = MAX_ATTEMPTS,
    ) -> None:
        self._context = context
        self._db: Database = context.db
        self._periodic = periodic
        self._handlers = jobs | {name: handler for name, (_, handler) in periodic.items()}
        self._figures = _Figures(metrics)
        self._claim_seconds = claim_seconds
        self._first_pause = first_pause
        self._max_attempts = max_attempts
        self._running: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Stop claiming jobs. `run` returns when the running jobs have ended."""
        self._stopping.set()
        self._wake.set()

    async def run(self, *, drain_timeout: float = JOB_SECONDS) -> None:
        """Run jobs until `stop`, and then wait at most `drain_timeout` seconds for running jobs.

        Jobs that take longer are cancelled. Their claims expire, and another worker retries them.
        """
        await asyncio.gather(
            self._repeat("claim", self._claim, 0.0),
            self._repeat("schedule", self._schedule, SCHEDULE_SECONDS),
            self._repeat("watch", self._watch, SCHEDULE_SECONDS),
        )
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=drain_timeout)
            for task in late:
                task.cancel()
            if late:
                log.warning("jobs_abandoned", jobs=len(late))
                await asyncio.wait(late, timeout=1.0)

    async def _repeat(self, what: str, step: Callable[[], Awaitable[None]], pause: float) -> None:
        """Repeat a step, with growing pauses while it fails. Log the first failure and the recovery."""
        failures = 0
        while not self._stopping.is_set():
            wait = pause
            try:
                await step()
                if failures:
                    log.info("job_process_recovered", what=what)
                failures = 0
            except Exception as problem:
                failures += 1
                if failures == 1:
                    away = isinstance(problem, DatabaseUnavailable)
                    log.warning("job_process_waiting", what=what, reason=_reason(problem), exc_info=not away)
                wait = min(5.0, 0.1 * 2 ** min(failures, 10)) * random.uniform(0.5, 1.0)  # noqa: S311 (spreads load, guards nothing)
            if wait:
                await _within(self._stopping, wait)

    async def _claim(self) -> None:
        self._wake.clear()
        kinds = list(self._handlers)
        places = [PLACES - self._running[kind] for kind in kinds]
        jobs = await claim_jobs(self._db, kinds, places, self._claim_seconds) if any(places) else []
        for job in jobs:
            self._running[job.kind] += 1
            task = asyncio.create_task(self._carry_out(job), name=f"{job.kind} {job.job_id}")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        if not jobs and not self._stopping.is_set():
            await _within(self._wake, POLL_SECONDS)

    async def _carry_out(self, job: ClaimedJob) -> None:
        started = time.monotonic()
        try:
            outcome, settle = await self._attempt(job)
            await self._settle(job, settle)
            self._figures.job(job.kind, outcome, time.monotonic() - started)
        finally:
            self._running[job.kind] -= 1
            self._wake.set()

    async def _attempt(self, job: ClaimedJob) -> tuple[Outcome, Callable[[], Awaitable[None]]]:
        """Call the handler. Return the outcome and the statement that settles the job."""
        limit = PERIODIC_ATTEMPTS if job.kind in self._periodic else self._max_attempts
        context = evolve(self._context, event_id=job.job_id, attempt=job.attempts)
        try:
            if job.attempts > limit:
                raise PermanentFailure("the job process died at every attempt")
            async with asyncio.timeout(JOB_SECONDS):
                await self._handlers[job.kind](context, orjson.loads(job.payload))
        except (PermanentFailure, MailRefused) as problem:
            return self._give_up(job, problem)
        except (RetryLater, CacheUnavailable, DatabaseUnavailable) as problem:
            return "put_off", self._later(
                job, problem, problem.seconds if isinstance(problem, RetryLater) else 2.0, counted=0
            )
        except asyncio.CancelledError as problem:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise  # the worker is stopping
            return self._fail(job, problem, limit)  # a task inside the handler was cancelled: an ordinary failure
        except Exception as problem:  # noqa: BLE001 (a job may fail in any way)
            return self._fail(job, problem, limit)
        return "done", lambda: delete_job(self._db, job.job_id, job.due_at)

    def _fail(
        self, job: ClaimedJob, problem: BaseException, limit: int
    ) -> tuple[Outcome, Callable[[], Awaitable[None]]]:
        if job.attempts >= limit:
            return self._give_up(job, problem)
        pause = min(LONGEST_PAUSE, self._first_pause * 2 ** (job.attempts - 1))
        log.warning(
            "job_retried",
            kind=job.kind,
            event_id=str(job.job_id),
            attempt=job.attempts,
            reason=_reason(problem),
        )
        return "retried", self._later(job, problem, pause, counted=1)

    def _give_up(self, job: ClaimedJob, problem: BaseException) -> tuple[Outcome, Callable[[], Awaitable[None]]]:
        expected = isinstance(problem, PermanentFailure | MailRefused | MailUnavailable)
        log.error(
            "job_failed",
            kind=job.kind,
            event_id=str(job.job_id),
            attempt=job.attempts,
            reason=_reason(problem),
            exc_info=None if expected else problem,
        )
        if job.kind in self._periodic:
            return "failed", lambda: delete_job(self._db, job.job_id, job.due_at)
        return "failed", lambda: update_job_failed(self._db, job.job_id, job.due_at, _reason(problem))

    def _later(
        self, job: ClaimedJob, problem: BaseException, pause: float, *, counted: int
    ) -> Callable[[], Awaitable[None]]:
        # Jitter: jobs that failed together should not be retried together.
        delay = pause * random.uniform(0.5, 1.0)  # noqa: S311 (spreads load, guards nothing)
        return lambda: update_job_due(self._db, job.job_id, job.due_at, delay, _reason(problem), counted)

    async def _settle(self, job: ClaimedJob, settle: Callable[[], Awaitable[None]]) -> None:
        """Settle the job, and retry while PostgreSQL is unavailable. If this fails, the job is delivered again."""
        until = time.monotonic() + self._claim_seconds
        while True:
            try:
                await settle()
                return
            except Exception as problem:  # noqa: BLE001 (logged, and the claim expires)
                if time.monotonic() > until or not isinstance(problem, DatabaseUnavailable):
                    log.warning(
                        "job_result_not_saved", kind=job.kind, event_id=str(job.job_id), reason=_reason(problem)
                    )
                    return
                await asyncio.sleep(random.uniform(0.2, 0.6))  # noqa: S311 (spreads load, guards nothing)

    async def _schedule(self) -> None:
        for name, (seconds, _) in self._periodic.items():
            async with self._db.transaction() as tx:
                if await claim_schedule(tx, name, float(seconds)) is not None:
                    await enqueue(tx, name, {}, dedupe_key=f"periodic:{name}")

    async def _watch(self) -> None:
        self._figures.backlog(await list_backlog(self._db))


def run_worker(config: Config) -> int:
    """Run the job process until SIGTERM or SIGINT, wait for its jobs and return 0.

    PostgreSQL, Redis and the mail server may be unavailable, even at start. Metrics are served on METRICS_PORT + 1, so
    that the API can run on the same machine.
    """
    configure(config)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_run(config))
    return 0


async def _run(config: Config) -> None:
    jobs, periodic = job_handlers()
    context = create_job_context(config)
    metrics, totals = Metrics(), Totals()
    worker = Worker(context, jobs, periodic, metrics=metrics)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        loop.add_signal_handler(number, worker.stop)
    if config.metrics_port:
        try:
            totals.serve(config.metrics_host, config.metrics_port + 1)
        except OSError as problem:  # the port of another worker: jobs run without metrics
            log.warning("metrics_port_unavailable", port=config.metrics_port + 1, reason=problem.strerror)
    flushing = asyncio.create_task(_flush(metrics, totals))
    await context.db.start()
    clock_skew = ClockSkew(context.db, system_clock)
    await clock_skew.start()
    metrics.database_breaker_open.watch(lambda: not context.db.available)
    metrics.clock_skew.watch(lambda: clock_skew.skew)
    await context.redis.start()
    log.info("job_process_started", kinds=sorted(jobs), periodic=sorted(periodic))
    try:
        await worker.run(drain_timeout=config.drain_timeout)
    finally:
        flushing.cancel()
        await clock_skew.close()
        await context.redis.close()
        await context.db.close()
        log.info("job_process_stopped")


async def _flush(metrics: Metrics, totals: Totals) -> None:
    while True:
        totals.add(0, metrics.flush())
        await asyncio.sleep(1.0)


async def _within(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        pass


def _reason(problem: BaseException) -> str:
    """Return the reason to store in the queue and the log.

    Only the service's own errors are quoted, because other errors may contain input of a maker.
    """
    if isinstance(
        problem, PermanentFailure | RetryLater | MailRefused | MailUnavailable | CacheUnavailable | DatabaseUnavailable
    ):
        return f"{type(problem).__name__}: {problem}"[:500]
    frames = traceback.extract_tb(problem.__traceback__)
    return f"{type(problem).__name__} at {frames[-1].name}:{frames[-1].lineno}" if frames else type(problem).__name__
