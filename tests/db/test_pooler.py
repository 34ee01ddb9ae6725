"""Test the service behind PgBouncer in transaction mode (Debian package `pgbouncer`)."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from service.db.pool import BEHIND_A_POOLER
from service.dev.local.layout import free_port
from service.dev.local.process import start, stop_child, unprivileged_account
from tests.api import RunningService, config_for, running_service

PGBOUNCER = shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin")
STARTUP = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "jit", "plan_cache_mode")
pytestmark = pytest.mark.skipif(PGBOUNCER is None, reason="pgbouncer is not installed: apt-get install pgbouncer")


@pytest.fixture
def pooled_url(database_url: str) -> Iterator[str]:
    """The URL of a PgBouncer whose clients share three connections to PostgreSQL."""
    assert PGBOUNCER is not None
    to = conninfo_to_dict(database_url)
    port = free_port()
    place = Path(tempfile.mkdtemp(prefix="aipm-pooler-"))
    place.chmod(0o755)
    password = f" password={to['password']}" if to.get("password") else ""
    (place / "pgbouncer.ini").write_text(
        f"""
        [databases]
        {to["dbname"]} = host={to["host"]} port={to.get("port", 5432)} user={to["user"]}{password}
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = {port}
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        default_pool_size = 3
        # What a process without DATABASE_POOLER sends: the worst case, in which it would start to work.
        ignore_startup_parameters = {",".join(STARTUP)}
        """.replace("\n        ", "\n")
    )
    with (place / "pgbouncer.log").open("ab") as log:
        process = start(
            [PGBOUNCER, place / "pgbouncer.ini"],
            log=log,
            on_parent_death=signal.SIGTERM,
            account=unprivileged_account(),
        )
    url = f"postgresql://{to['user']}@127.0.0.1:{port}/{to['dbname']}"
    try:
        for _ in range(200):
            try:
                with psycopg.connect(url, connect_timeout=5):
                    break
            except psycopg.OperationalError:
                assert process.poll() is None, (place / "pgbouncer.log").read_text()
        yield url
    finally:
        stop_child(process, signal.SIGINT, patience=5.0)
        shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
async def services(pooled_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[list[RunningService]]:
    """Two service processes that share the pooler."""
    async with AsyncExitStack() as stack:
        config = config_for(pooled_url, redis_url, tmp_path / "mail", DATABASE_POOLER="transaction")
        yield [await stack.enter_async_context(running_service(config)) for _ in range(2)]


async def test_all_requests_succeed_in_transaction_mode(services: list[RunningService]) -> None:
    first, second = services
    ada = await first.maker("ada")
    bob = await second.maker("bob", address="192.0.2.7")

    async def use(number: int) -> list[int]:
        maker = (ada, bob)[number % 2]
        wrote = await maker.post("/projects", {"title": f"Pooled {number}", "tagline": "Through a pooler"})
        return [wrote.status, (await maker.get("/me")).status, (await maker.get("/projects")).status]

    statuses = Counter(status for each in await asyncio.gather(*map(use, range(40))) for status in each)
    assert statuses == {201: 40, 200: 80}
    assert await first.context.db.fetchval("select count(*) from project") == 40
    for service in services:
        async with service.http.get(f"{service.url}/readyz") as response:
            assert response.status == 200


async def test_without_the_pooler_setting_the_service_is_not_ready_and_says_why(
    pooled_url: str, redis_url: str, tmp_path: Path
) -> None:
    config = config_for(pooled_url, redis_url, tmp_path / "mail")
    async with running_service(config) as service:
        visitor = service.client()
        replies = await asyncio.gather(*(visitor.get(f"/makers/nobody-{n}") for n in range(60)))
        assert {reply.status for reply in replies} == {503}
        assert all(reply.headers["Retry-After"] for reply in replies)
        async with service.http.get(f"{service.url}/readyz") as response:
            assert response.status == 503
            assert BEHIND_A_POOLER in (await response.json(content_type=None))["detail"]


def test_migrate_rejects_a_pooler(pooled_url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "service", "migrate"],
        env={**os.environ, "DATABASE_URL": pooled_url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "connection pooler" in done.stderr
    assert "Traceback" not in done.stderr
