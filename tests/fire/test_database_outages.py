"""Test PostgreSQL without free connections, without responses, read-only, or with another time than the host."""

import asyncio
import base64
import os
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import orjson
import psycopg
import pytest

from tests.fire.client import post
from tests.fire.fixtures import CHECKOUT, DATABASE, Deployment, prepared
from tests.fire.load import Connection, Load, Reads, Writes, figures, published, report

BACK_WITHIN = 1.0
SLOTS = 12
UNAVAILABLE_FOR = 2.0
"""Seconds."""


@pytest.fixture
def small_deployment() -> Iterator[Deployment]:
    """Servers whose PostgreSQL allows twelve connections."""
    with prepared(max_connections=str(SLOTS), superuser_reserved_connections="0") as deployment:
        yield deployment


async def ready(port: int) -> tuple[int, str]:
    """Return status and reason of /readyz."""
    connection = Connection(port)
    try:
        response = await connection.exchange(b"GET /readyz HTTP/1.1\r\nHost: test\r\n\r\n")
    finally:
        connection.close()
    return response.status, orjson.loads(response.body).get("detail", "")


async def test_few_connections_are_shared_and_every_request_is_served(small_deployment: Deployment) -> None:
    deployment = small_deployment
    makers = deployment.makers(200)
    with ExitStack() as exits:
        others = [exits.enter_context(psycopg.connect(deployment.postgres.url(DATABASE))) for _ in range(7)]
        exits.enter_context(deployment.delivering())
        service = exits.enter_context(deployment.serving())
        begun = time.monotonic()
        async with Load(service.port, Writes("slots", makers), 6, pause=0.005) as writes:
            await asyncio.sleep(UNAVAILABLE_FOR + 4.0)
            # All processes lose their connections at once and compete for the few.
            cutting = time.monotonic()
            await deployment.in_thread(
                others[0].execute,
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where application_name in ('aipoweredmakers', 'worker')",
            )
            cut = time.monotonic()
            await asyncio.sleep(UNAVAILABLE_FOR + 2.0)
    figures("slots", writes.outcomes)
    assert writes.failures == {}
    before = [o for o in writes.between(begun + UNAVAILABLE_FOR) if o.responded < cutting]
    assert {outcome.status for outcome in before} == {201}
    assert {outcome.status for outcome in writes.between(cut + UNAVAILABLE_FOR)} == {201}
    titles = deployment.titles("slots %")
    assert len(titles) == len(set(titles))
    assert set(writes.names(201)) <= set(titles)


async def test_a_postgresql_without_responses_fails_requests_fast(deployment: Deployment) -> None:
    makers = deployment.makers(300)
    with deployment.serving() as service:
        path = await published(service.port, makers[0])
        async with (
            Load(service.port, Writes("silent", makers), 10, pause=0.01) as writes,
            Load(service.port, Reads(path, makers), 10, pause=0.01) as reads,
        ):
            await asyncio.sleep(1.0)
            stopped = deployment.postgres_processes()
            for pid in stopped:
                os.kill(pid, signal.SIGSTOP)
            try:
                await service.until_event("database_unavailable", 2)
                opened = time.monotonic()
                await asyncio.sleep(2.0)
                assert (await ready(service.port))[0] == 503
                held = time.monotonic()
            finally:
                for pid in stopped:
                    os.kill(pid, signal.SIGCONT)
            resumed = time.monotonic()
            await service.until_event("database_recovered", 2)
            await asyncio.sleep(1.0)
        for load in (writes, reads):
            figures("silent", load.outcomes)
            assert load.failures == {}
            assert set(load.statuses()) <= {200, 201, 503}
            assert all(outcome.retry_after for outcome in load.outcomes if outcome.status == 503)
            assert load.first_success(resumed) < BACK_WITHIN
        # Ten clients with a timeout of two seconds each would send only 10 or 20 requests in this time.
        assert len(writes.between(opened, held)) > 40
        titles = deployment.titles("silent %")
        assert len(titles) == len(set(titles))
        assert set(writes.names(201)) <= set(titles)


async def test_a_restart_of_postgresql_does_not_open_the_breaker(deployment: Deployment) -> None:
    makers = deployment.makers(100)
    with deployment.serving() as service:
        async with Load(service.port, Writes("breaker", makers), 6, pause=0.01) as writes:
            await asyncio.sleep(0.5)
            await deployment.in_thread(deployment.kill_postgres)
            await asyncio.sleep(2.5)
            await deployment.in_thread(deployment.start_postgres)
            back = time.monotonic()
            await asyncio.sleep(1.5)
        assert writes.first_success(back) < BACK_WITHIN
        assert service.events("database_unavailable") == []


async def test_a_read_only_postgresql_is_not_ready(small_deployment: Deployment) -> None:
    deployment = small_deployment
    maker = deployment.makers(1)[0]
    with deployment.serving(WORKERS="1") as service:
        path = await published(service.port, maker)
        assert await ready(service.port) == (200, "")
        with deployment.database() as database:
            database.execute("alter system set default_transaction_read_only = on")
            database.execute("select pg_reload_conf()")
        await until(service.port, 503, "read-only")
        with deployment.database() as database:
            database.execute("set transaction_read_only = off")
            database.execute("set default_transaction_read_only = off")
            database.execute("alter system reset default_transaction_read_only")
            database.execute("select pg_reload_conf()")
        await until(service.port, 200, "")
        # A server in recovery is a standby.
        await deployment.in_thread(deployment.postgres.stop)
        (deployment.postgres.directory / "data" / "standby.signal").touch()
        await deployment.in_thread(deployment.postgres.start)
        await until(service.port, 503, "read-only")
        connection = Connection(service.port)
        response = await connection.exchange(f"GET /api/v1{path} HTTP/1.1\r\nHost: test\r\n\r\n".encode())
        connection.close()
        assert response.status == 200
        with deployment.database() as database:
            database.execute("select pg_promote()")
        await until(service.port, 200, "")


async def until(port: int, status: int, reason: str) -> None:
    """Wait for this status and reason of /readyz."""
    async with asyncio.timeout(60):
        while True:
            state = await ready(port)
            if state[0] == status and reason in state[1]:
                return
            await asyncio.sleep(0.05)


AHEAD = """
import os, time
_time = time.time
time.time = lambda: _time() + float(os.environ["HOST_CLOCK_AHEAD"])
"""
"""A sitecustomize.py that changes the host clock of the tested processes."""


@pytest.mark.parametrize(("ahead", "status"), [("600", 503), ("-600", 503), ("5", 200)])
async def test_a_host_with_a_wrong_clock_uses_the_time_of_postgresql(
    deployment: Deployment, tmp_path: Path, ahead: str, status: int
) -> None:
    (tmp_path / "sitecustomize.py").write_text(AHEAD)
    changes = {"PYTHONPATH": f"{tmp_path}:{CHECKOUT}", "HOST_CLOCK_AHEAD": ahead, "WORKERS": "1"}
    maker = deployment.makers(1)[0]
    with deployment.delivering(**changes) as worker, deployment.serving(**changes) as service:
        connection = Connection(service.port)
        response = await connection.exchange(
            post("/api/v1/auth/refresh", orjson.dumps({"refresh_token": maker.refresh_token}))
        )
        connection.close()
        assert response.status == 200, response.body
        payload = orjson.loads(response.body)["access_token"].split(".")[1]
        issued_at = orjson.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["iat"]
        assert abs(issued_at - time.time()) < 4
        with deployment.database() as database:
            (late,) = database.execute(
                "select abs(extract(epoch from now() - rotated_at))::float8 from session where session_id = %s",
                (maker.session_id,),
            ).fetchone() or (None,)
        assert late is not None
        assert late < 4
        for process in (worker, service):
            skew = process.event("clock_skew_detected")["seconds"]
            report(f"measured: {skew}")
            assert abs(skew - float(ahead)) < 1
        said = await ready(service.port)
        assert said[0] == status
        assert ("clock" in said[1]) == (status == 503)
