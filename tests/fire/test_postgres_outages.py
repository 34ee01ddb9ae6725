"""Test PostgreSQL restarted, killed and stopped under a load of reads and writes."""

import asyncio
import os
import signal
import time
from collections import Counter
from collections.abc import Callable

import pytest

from tests.fire.fixtures import ROUNDS, Deployment
from tests.fire.load import Load, Reads, Writes, figures, published, report

AWAY_SECONDS = 1.0
STOPPED_SECONDS = 3.0
BACK_WITHIN = 1.0
LONGEST_WAIT = 8.0
"""Seconds. The pool's wait for a connection plus a statement's deadline, with allowance for a busy machine."""


def restart(deployment: Deployment) -> None:
    """Restart as `pg_ctl restart -m fast` does: sessions end, and the server accepts connections after a checkpoint."""
    deployment.postgres.stop()
    deployment.start_postgres()


def crash(deployment: Deployment) -> None:
    deployment.kill_postgres()
    time.sleep(AWAY_SECONDS)
    deployment.start_postgres()


@pytest.mark.parametrize("fail", [restart, crash])
async def test_requests_get_503_while_postgresql_is_unavailable(
    deployment: Deployment, fail: Callable[[Deployment], None]
) -> None:
    makers = deployment.makers(300)
    ledger = fail.__name__
    with deployment.serving() as service:
        path = await published(service.port, makers[0])
        async with (
            Load(service.port, Writes(f"{ledger}-plain", makers), 6, pause=0.002) as plain,
            Load(service.port, Writes(f"{ledger}-key", makers, keys=True), 6, pause=0.002) as keyed,
            Load(service.port, Reads(path, makers), 6, pause=0.002) as reads,
        ):
            loads = (plain, keyed, reads)
            for _ in range(ROUNDS):
                await asyncio.sleep(1.0)
                await deployment.in_thread(fail, deployment)
                ready = time.monotonic()
                await asyncio.sleep(1.5)
                for load in loads:
                    back = load.first_success(ready)
                    report(f"{ledger}: back after {back * 1000:.0f} ms")
                    assert back < BACK_WITHIN
        for load in loads:
            figures(ledger, load.outcomes)
            assert load.failures == {}
            assert set(load.statuses()) <= {200, 201, 503}
            assert all(outcome.retry_after for outcome in load.outcomes if outcome.status == 503)
        # After a 503, a write may or may not have happened; after a 201 it has.
        titles = Counter(deployment.titles(f"{ledger}-%"))
        assert set(titles.values()) == {1}
        assert set(plain.names(201) + keyed.names(201)) <= set(titles)


async def test_a_stopped_postgresql_delays_requests_briefly(deployment: Deployment) -> None:
    makers = deployment.makers(300)
    with deployment.serving() as service:
        path = await published(service.port, makers[0])
        async with (
            Load(service.port, Writes("hang", makers), 20, pause=0.002) as writes,
            Load(service.port, Reads(path, makers), 20, pause=0.002) as reads,
        ):
            await asyncio.sleep(1.0)
            stopped = deployment.postgres_processes()
            for pid in stopped:
                os.kill(pid, signal.SIGSTOP)
            try:
                await asyncio.sleep(STOPPED_SECONDS)
            finally:
                for pid in stopped:
                    os.kill(pid, signal.SIGCONT)
            resumed = time.monotonic()
            await asyncio.sleep(2.0)
        for load in (writes, reads):
            figures("hang", load.outcomes)
            assert load.failures == {}
            assert set(load.statuses()) <= {200, 201, 503}
            assert all(outcome.retry_after for outcome in load.outcomes if outcome.status == 503)
            assert max(outcome.seconds for outcome in load.outcomes) < LONGEST_WAIT
            assert load.first_success(resumed) < BACK_WITHIN
            assert {o.status for o in load.between(resumed + BACK_WITHIN)} <= {200, 201}
        titles = Counter(deployment.titles("hang %"))
        assert set(titles.values()) == {1}
        assert set(writes.names(201)) <= set(titles)
