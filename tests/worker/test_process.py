"""Test the job process: killed during a job, stopped by a signal, and started without its services."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest
from attrs import evolve

from service.db.pool import Database
from service.dev.local.layout import free_port
from service.jobs.context import JobContext
from service.mail.mailer import Mailer
from service.mail.message import Message
from tests.mail.mail_servers import smtp_peer
from tests.worker.running import PATIENCE, empty, put, rows, until, working

CHECKOUT = Path(__file__).parents[2]


@asynccontextmanager
async def process(*command: str, environment: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    started = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        cwd=CHECKOUT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(CHECKOUT)} | environment,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.communicate()


async def log_line(started: asyncio.subprocess.Process, event: str) -> dict[str, Any]:
    """Wait for a log line of the process. Fail with its output when the process ends first."""
    assert started.stderr is not None
    seen: list[bytes] = []
    async with asyncio.timeout(PATIENCE):
        while text := await started.stderr.readline():
            seen.append(text)
            if text.startswith(b"{") and orjson.loads(text).get("event") == event:
                return dict(orjson.loads(text))
    raise AssertionError(b"".join(seen).decode())


@pytest.mark.parametrize(("where", "deliveries"), [("before", 1), ("after", 2)])
async def test_a_job_of_a_killed_worker_is_repeated_as_the_same_event(
    context: JobContext, db: Database, environment: dict[str, str], where: str, deliveries: int
) -> None:
    async def send(inside: JobContext, payload: dict[str, Any]) -> None:
        await inside.mailer.send(Message(payload["to"], "Hello", "Hello.\n"), event_id=inside.event_id)

    event_id = await put(db, "mail", {"to": "ada@example.test"})
    async with smtp_peer() as peer:
        environment["MAIL_URL"] = f"smtp://127.0.0.1:{peer.port}"
        async with process(str(Path(__file__).with_name("killed_worker.py")), where, environment=environment) as killed:
            assert await asyncio.wait_for(killed.wait(), PATIENCE) == -signal.SIGKILL
        assert await rows(db) == [("mail", 1, False, None)]
        mailer = Mailer.from_url(environment["MAIL_URL"], context.config.mail_from)
        async with working(evolve(context, mailer=mailer), {"mail": send}):
            await until(lambda: empty(db))
    assert [mail["Message-ID"] for mail in peer.mails] == [f"<{event_id}@makers.test>"] * deliveries
    assert len({mail.as_bytes() for mail in peer.mails}) == 1


async def test_sigterm_ends_the_process_with_a_message(environment: dict[str, str]) -> None:
    async with process("-m", "service", "worker", environment=environment) as worker:
        started = await log_line(worker, "job_process_started")
        assert isinstance(started["kinds"], list)
        worker.terminate()
        await log_line(worker, "job_process_stopped")
        assert await asyncio.wait_for(worker.wait(), PATIENCE) == 0


async def test_the_process_waits_for_missing_services(environment: dict[str, str]) -> None:
    environment |= {
        "DATABASE_URL": f"postgresql://postgres@127.0.0.1:{free_port()}/none",
        "REDIS_URL": f"redis://127.0.0.1:{free_port()}/0",
    }
    async with process("-m", "service", "worker", environment=environment) as worker:
        await log_line(worker, "job_process_started")
        waits = await log_line(worker, "job_process_waiting")
        assert "DatabaseUnavailable" in waits["reason"]
        assert worker.returncode is None
        worker.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(worker.wait(), PATIENCE) == 0


async def test_an_invalid_configuration_is_rejected(environment: dict[str, str]) -> None:
    environment.pop("SECRET_KEYS")
    async with process("-m", "service", "worker", environment=environment) as worker:
        _, errors = await worker.communicate()
        assert worker.returncode not in (0, None)
        assert b"SECRET_KEYS" in errors
