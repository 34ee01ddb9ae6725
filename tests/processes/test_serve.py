"""Test whole services as processes: restarts, shutdowns and kills under clients that count every failed request."""

import asyncio
import os
import resource
import signal
import socket
from pathlib import Path

import pytest

from service.dev.local.layout import free_port
from tests.fire.client import Result, hammer, post
from tests.processes.running import alive, end, eventually, exchange, running, start

ECHO = post("/echo", b'{"hello":"world"}')
ECHO_AND_CLOSE = post("/echo", b'{"hello":"world"}', close=True)


async def load(port: int, until: asyncio.Event, *, allow_refused: bool = False) -> tuple[Result, Result]:
    """Load the service with reused and single-request connections as fast as possible."""
    return await asyncio.gather(
        hammer("127.0.0.1", port, ECHO, 16, until, allow_refused=allow_refused),
        hammer("127.0.0.1", port, ECHO_AND_CLOSE, 8, until, allow_refused=allow_refused),
    )


@pytest.mark.parametrize("attempt", range(2))
async def test_sigterm_completes_accepted_requests(attempt: int) -> None:
    async with running() as service:
        loading = asyncio.create_task(load(service.port, asyncio.Event(), allow_refused=True))
        slow = [asyncio.create_task(exchange(service.port, b"GET /slow HTTP/1.1\r\nHost: t\r\n\r\n")) for _ in range(4)]
        await asyncio.sleep(0.5)
        service.send(signal.SIGTERM)
        results = await asyncio.wait_for(loading, 20)
        assert await service.ended() == 0
        for result in results:
            assert (result.failed, result.failures) == (0, {})
            assert result.ok > 100
        for status, headers, body in await asyncio.gather(*slow):
            assert (status, headers["connection"], body) == (200, "close", b'"slow"')


async def test_a_drain_reports_unready_first_and_continues_serving() -> None:
    async with running(DRAIN_WAIT="1.5") as service:
        assert (await service.get("/readyz"))[0] == 200
        service.send(signal.SIGTERM)

        async def unready() -> bool:
            return (await service.get("/readyz"))[0] == 503

        await eventually(unready, within=1.0)
        assert (await service.get("/other"))[0] == 200
        assert await service.ended() == 0


async def test_a_killed_worker_is_replaced_and_its_metrics_are_kept() -> None:
    async with running() as service:
        first, second = await service.pids(2)

        async def counted() -> bool:
            return (await service.metric("tiny_requests_total") or 0) >= 2

        await eventually(counted)
        before = await service.metric("tiny_requests_total") or 0.0
        os.kill(first, signal.SIGKILL)
        await service.event("worker_replaced")
        now = await service.pids(2)
        assert second in now
        assert first not in now
        assert (await service.metric("tiny_requests_total") or 0.0) >= before
        await service.event("worker_died")


async def test_a_hanging_worker_is_killed_and_replaced() -> None:
    async with running(TEST_SILENCE="2") as service:
        hanging = asyncio.create_task(service.get("/hang"))
        silent = await service.event("worker_unresponsive")
        await service.event("worker_replaced")
        assert silent["pid"] not in await service.pids(2)
        with pytest.raises((OSError, IndexError, ValueError)):
            await hanging


async def test_a_worker_that_dies_during_a_message_is_replaced() -> None:
    async with running() as service:
        with pytest.raises((OSError, IndexError, ValueError)):
            await service.get("/die-in-a-beat")
        await service.event("worker_replaced")
        assert len(await service.pids(2)) == 2
        service.send(signal.SIGTERM)
        assert await service.ended() == 0


async def test_a_worker_that_sends_invalid_metrics_keeps_serving() -> None:
    async with running(WORKERS="1") as service:
        (worker,) = await service.pids(1)
        await service.get("/strange-beats")
        await service.event("worker_message_invalid", 2)
        assert await service.pids(1) == {worker}
        os.kill(worker, signal.SIGKILL)
        await service.event("worker_replaced")


async def test_missing_file_descriptors_only_delay_a_restart() -> None:
    async with running() as service:
        worker, _ = await service.pids(2)
        limits = resource.prlimit(service.process.pid, resource.RLIMIT_NOFILE)
        resource.prlimit(service.process.pid, resource.RLIMIT_NOFILE, (3, limits[1]))
        os.kill(worker, signal.SIGKILL)
        await service.event("worker_start_failed")
        resource.prlimit(service.process.pid, resource.RLIMIT_NOFILE, limits)
        await service.event("worker_replaced")
        assert worker not in await service.pids(2)


async def test_a_worker_that_is_asked_to_end_is_replaced_first() -> None:
    async with running(WORKERS="1") as service:
        until = asyncio.Event()
        loading = asyncio.create_task(load(service.port, until))
        (worker,) = await service.pids(1)
        os.kill(worker, signal.SIGTERM)
        await service.event("worker_replacement_requested")
        await eventually(lambda: not alive(worker))
        until.set()
        assert [result.failed for result in await loading] == [0, 0]
        assert (await service.get("/pid"))[0] == 200


async def test_metrics_are_summed_over_workers_and_survive_a_restart() -> None:
    async with running() as service:
        series = 'http_request_duration_seconds_count{method="GET",route="/counted",status="200"}'

        async def shows(expected: float) -> None:
            async def check() -> bool:
                return await service.metric(series) == expected

            await eventually(check)

        await service.pids(2)
        for _ in range(30):
            await service.get("/counted")
        await shows(30)
        service.send(signal.SIGHUP)
        await service.event("reload_finished")
        await shows(30)
        for _ in range(12):
            await service.get("/counted")
        await shows(42)

        async def two_workers() -> bool:
            return await service.metric("workers") == 2

        await eventually(two_workers)
        assert await service.metric("redis_round_trips_total") == 0


async def test_a_failed_restart_keeps_the_old_workers(tmp_path: Path) -> None:
    refuses = tmp_path / "refuses"
    async with running(TINY_REFUSES=str(refuses)) as service:
        before = await service.pids(2)
        refuses.touch()
        service.send(signal.SIGHUP)
        await service.event("reload_failed")
        assert await service.pids(2) == before
        refuses.unlink()
        service.send(signal.SIGHUP)
        await service.event("reload_finished")
        assert not before & await service.pids(2)


async def test_restarts_requested_during_a_restart_are_merged() -> None:
    async with running(WORKERS="1") as service:
        service.send(signal.SIGHUP)
        await service.event("reload_started")
        for _ in range(3):
            service.send(signal.SIGHUP)
        await service.event("reload_finished", 2)
        service.send(signal.SIGTERM)
        assert await service.ended() == 0
        assert len([line for line in service.lines if line["event"] == "reload_started"]) == 2


async def test_a_shutdown_during_a_restart_is_clean() -> None:
    async with running() as service:
        service.send(signal.SIGHUP)
        await service.event("reload_started")
        service.send(signal.SIGHUP)
        service.send(signal.SIGTERM)
        assert await service.ended() == 0
        assert {line["event"] for line in service.lines} == {
            "service_started",
            "reload_started",
            "service_draining",
            "service_stopped",
        }


async def test_workers_end_when_the_parent_is_killed() -> None:
    async with running() as service:
        workers = await service.pids(2)
        service.send(signal.SIGKILL)
        await eventually(lambda: not any(alive(pid) for pid in workers))


async def test_a_worker_that_cannot_start_ends_the_service(tmp_path: Path) -> None:
    refuses = tmp_path / "refuses"
    refuses.touch()
    service = await start(TINY_REFUSES=str(refuses))
    try:
        assert await service.ended() == 1
        assert "worker" in (await service.event("start_failed"))["reason"]
        failure = (await service.event("worker_failed"))["exception"][0]
        assert failure["message"] == "told not to start"
    finally:
        await end(service)


async def test_connections_are_refused_until_a_worker_is_ready(tmp_path: Path) -> None:
    fifo, port = tmp_path / "fifo", free_port()
    os.mkfifo(fifo)
    service = await start(PORT=str(port), TINY_WAITS=str(fifo), WORKERS="1")
    try:
        # The FIFO opens when the worker reads it during its start.
        opened = await asyncio.to_thread(fifo.open, "wb")
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.1", port)
        opened.close()
        service.port = (await service.event("service_started"))["port"]
        assert (await service.get("/readyz"))[0] == 200
    finally:
        await end(service)


async def test_a_port_in_use_is_reported() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        service = await start(PORT=str(port))
        assert await service.ended() == 1
        assert str(port) in (await service.event("start_failed"))["reason"]
