"""Test disconnecting clients: their requests end, and no write is left incomplete."""

import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
import pytest

from service.core import cancellation
from service.db.pool import Limits
from service.features.workflows.documents.diff import diff
from service.features.workflows.versions import comparing
from tests.api import ApiClient, RunningService
from tests.http.raw_client import RawClient, head, message
from tests.processes.running import eventually

CLIENTS = 25


@pytest.fixture(autouse=True)
def no_open_connections() -> Iterator[None]:
    yield
    assert not cancellation._abandoned
    assert not cancellation._protected


@pytest.fixture
async def ada(service: RunningService) -> ApiClient:
    return await service.maker("ada")


@asynccontextmanager
async def connected_clients(service: RunningService, data: bytes, count: int = 1) -> AsyncIterator[list[RawClient]]:
    """Connect `count` clients that have sent `data`; those still connected disconnect at the end of the block."""
    clients = [await RawClient.to(service.url) for _ in range(count)]
    for client in clients:
        await client.send(data)
    yield clients
    for client in clients:
        client.writer.transport.abort()


def bearer(client: ApiClient, **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {client.access_token}", **more}


@asynccontextmanager
async def all_connections(service: RunningService) -> AsyncIterator[None]:
    """Take every connection to PostgreSQL that the service may have."""
    db, size = service.app.deps.db, service.app.deps.config.database_pool_size
    held = [db.connection() for _ in range(size)]
    for connection in held:
        await connection.__aenter__()
    yield
    for connection in held:
        await connection.__aexit__(None, None, None)


async def test_a_disconnect_cancels_the_wait_for_a_database_connection(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle, db = service.app.handle, service.app.deps.db
    monkeypatch.setattr(db, "_limits", Limits(acquire=60.0))
    body = b'{"title": "Nobody waits"}'
    data = message("POST", "/api/v1/projects", body, bearer(ada))
    async with all_connections(service):
        async with connected_clients(service, data, CLIENTS):
            await eventually(lambda: handle.in_flight == CLIENTS)
            statements = db.statement_count
        await eventually(lambda: handle.in_flight == 0)
    (await ada.get("/me")).expect(200)  # the pool is complete
    assert db.statement_count <= statements + 10
    assert await db.fetchval("select count(*) from project") == 0


async def test_a_disconnect_of_all_clients_cancels_rendering_a_page(
    service: RunningService, monkeypatch: pytest.MonkeyPatch
) -> None:
    deps = service.app.deps
    monkeypatch.setattr(deps.db, "_limits", Limits(acquire=60.0))
    async with all_connections(service):
        async with connected_clients(service, head("GET", "/api/v1/projects?sort=new"), CLIENTS) as clients:
            await eventually(lambda: service.app.handle.in_flight == CLIENTS)
            for client in clients[1:]:
                client.writer.transport.abort()
            await eventually(lambda: service.app.handle.in_flight == 1)
            assert len(deps.pages._flights) == 1  # one client still waits
        await eventually(lambda: service.app.handle.in_flight == 0)
        await eventually(lambda: not deps.pages._flights)
        async with connected_clients(service, head("GET", "/api/v1/projects?sort=new")):  # now the page is rendered
            await eventually(lambda: len(deps.pages._flights) == 1)


@asynccontextmanager
async def locked(database_url: str, table: str) -> AsyncIterator[psycopg.AsyncConnection[tuple[object, ...]]]:
    """Hold a lock of another session that blocks writes to the table."""
    async with await psycopg.AsyncConnection.connect(database_url) as connection:
        await connection.execute(f"lock table {table} in share mode".encode())
        yield connection


async def backends(database_url: str) -> set[int]:
    async with await psycopg.AsyncConnection.connect(database_url) as connection:
        rows = await connection.execute(
            "select pid from pg_stat_activity where application_name = 'aipoweredmakers'"
            " and datname = current_database()"
        )
        return {pid for (pid,) in await rows.fetchall()}


async def waiting_for_locks(service: RunningService, database_url: str, count: int) -> None:
    async with await psycopg.AsyncConnection.connect(database_url, autocommit=True) as connection:

        async def found() -> bool:
            row = await (
                await connection.execute(
                    "select count(*) from pg_stat_activity"
                    " where wait_event_type = 'Lock' and datname = current_database()"
                )
            ).fetchone()
            return row is not None and row[0] >= count

        await eventually(found)


async def test_a_transaction_that_has_not_committed_is_rolled_back(
    service: RunningService, ada: ApiClient, database_url: str
) -> None:
    (await ada.post("/projects", {"title": "Before"})).expect(201)
    before = await backends(database_url)
    data = message("POST", "/api/v1/projects", b'{"title":"Left"}', bearer(ada, **{"Idempotency-Key": "left"}))
    async with locked(database_url, "project"):
        async with connected_clients(service, data):
            await waiting_for_locks(service, database_url, 1)
        await eventually(lambda: bool(cancellation._abandoned))
        assert service.app.handle.in_flight == 1  # the running statement continues
    await eventually(lambda: service.app.handle.in_flight == 0)
    rows = await service.app.deps.db.fetch("select title from project")
    assert [row["title"] for row in rows] == ["Before"]
    # No connection was broken or left in a transaction.
    assert before <= await backends(database_url)
    made = (await ada.post("/projects", {"title": "Left"}, headers={"Idempotency-Key": "left"})).expect(201)
    assert "Idempotency-Replayed" not in made.headers


SLOW_COMMIT = """
create function slow_commit() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(4711); return null; end $$;
create constraint trigger slow_commit after insert or update on {table}
    deferrable initially deferred for each row execute function slow_commit();
"""


async def leave_within_commit(service: RunningService, database_url: str, table: str, data: bytes) -> None:
    """Send a request that writes to the table, and disconnect during its COMMIT."""
    async with await psycopg.AsyncConnection.connect(database_url, autocommit=True) as connection:
        await connection.execute(SLOW_COMMIT.format(table=table).encode())
        try:
            await connection.execute("select pg_advisory_lock(4711)")
            async with connected_clients(service, data):
                await waiting_for_locks(service, database_url, 1)
            await eventually(lambda: bool(cancellation._abandoned))
            await connection.execute("select pg_advisory_unlock(4711)")
            await eventually(lambda: service.app.handle.in_flight == 0)
        finally:
            await connection.execute("drop function slow_commit cascade")


async def test_a_disconnect_does_not_interrupt_a_commit(
    service: RunningService, ada: ApiClient, database_url: str
) -> None:
    data = message("POST", "/api/v1/projects", b'{"title":"Kept"}', bearer(ada, **{"Idempotency-Key": "kept"}))
    await leave_within_commit(service, database_url, "project", data)
    again = (await ada.post("/projects", {"title": "Kept"}, headers={"Idempotency-Key": "kept"})).expect(201)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert await service.app.deps.db.fetchval("select count(*) from project") == 1


async def test_after_commit_actions_run_without_the_client(
    service: RunningService, ada: ApiClient, database_url: str
) -> None:
    """A logout reaches Redis by an after-commit action; no outbox process runs here."""
    token = ada.access_token
    (await ada.get("/me")).expect(200)
    data = head("POST", "/api/v1/auth/logout", {"Authorization": f"Bearer {token}"})
    await leave_within_commit(service, database_url, "session", data)
    (await ada.get("/me")).expect(401, "invalid_token")


async def test_a_batched_query_survives_the_disconnect_of_one_client(service: RunningService, ada: ApiClient) -> None:
    (await ada.post("/projects", {"title": "Read"})).expect(201)
    path = "/api/v1/projects/ada/read"
    for _ in range(20):
        async with connected_clients(service, head("GET", path, bearer(ada)), 4) as clients:
            for client in clients[::2]:
                client.writer.transport.abort()
            for client in clients[1::2]:
                assert (await client.reply()).status == 200


async def test_a_disconnect_is_logged_and_counted(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, int]] = []
    monkeypatch.setattr(
        service.app.handle, "_observe", lambda info, method, status, _: seen.append((info.route, status))
    )
    monkeypatch.setattr(service.app.deps.db, "_limits", Limits(acquire=60.0))
    async with all_connections(service):
        async with connected_clients(service, head("GET", "/api/v1/me", bearer(ada))):
            await eventually(lambda: service.app.handle.in_flight == 1)
        await eventually(lambda: bool(seen))
    assert seen == [("/api/v1/me", 499)]


async def test_a_disconnect_cancels_a_waiting_comparison(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    (await ada.post("/projects", {"title": "First", "tagline": "What it is."})).expect(201)
    flow = await ada.workflow("/projects/ada/first", "Flow")
    for word in ("one", "two"):
        step = {"key": "one", "title": "One", "template": f"Say {word}."}
        (await ada.save_version(flow, {"steps": [step]})).expect(201)
    begun: list[None] = []
    go = threading.Event()

    def slow_diff(*sides: Any) -> Any:
        begun.append(None)
        go.wait(60)
        return diff(*sides)

    monkeypatch.setattr(comparing, "diff", slow_diff)
    data = head("GET", f"/api/v1{flow}/diff?from=1&to=2", bearer(ada))
    try:
        async with connected_clients(service, data, 4):
            await eventually(lambda: bool(begun) and service.app.deps.compute.queued == 3)
        await eventually(lambda: service.app.handle.in_flight == 0)
        assert service.app.deps.compute.queued == 0
    finally:
        go.set()
    (await ada.get(f"{flow}/diff?from=1&to=2")).expect(200)
    assert len(begun) <= 2  # one per client
