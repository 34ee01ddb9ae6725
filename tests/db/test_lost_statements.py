"""Test prepared statements that PostgreSQL no longer knows: 503 and not ready, then recovery; never 500 or a second
write.
"""

import asyncio
from collections.abc import Iterator

import pytest

from tests.api import ApiClient, RunningService, WarmDatabase


@pytest.fixture(autouse=True)
def cold_connections() -> Iterator[None]:
    """Start without connections of earlier tests, and leave none without their statements to later ones."""
    WarmDatabase.terminate_all()
    yield
    WarmDatabase.terminate_all()


async def on_every_connection(service: RunningService, sql: str) -> None:
    db = service.app.deps.db
    async with asyncio.TaskGroup() as group:
        everyone = asyncio.Barrier(max(1, db.size))

        async def run() -> None:
            async with db.connection() as connection:
                await everyone.wait()
                await connection.execute(sql)

        for _ in range(everyone.parties):
            group.create_task(run())


async def ready(service: RunningService) -> tuple[int, str]:
    async with service.http.get(f"{service.url}/readyz") as response:
        return response.status, (await response.json(content_type=None)).get("detail", "")


@pytest.mark.parametrize("sql", ["deallocate all", "discard all"])
async def test_lost_statements_cause_503_and_unready_until_recovery(
    service: RunningService, ada: ApiClient, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    monkeypatch.setattr("service.db.pool.LOST_SECONDS", 1.0)
    (await ada.get("/me")).expect(200)
    await on_every_connection(service, sql)
    lost = (await ada.get("/me")).expect(503, "unavailable")
    assert lost.headers["Retry-After"]
    status, reason = await ready(service)
    assert status == 503
    assert "Prepared statements were lost" in reason
    (await ada.get("/me")).expect(200)  # succeeds on a new connection
    async with asyncio.timeout(10):
        while (await ready(service))[0] != 200:  # noqa: ASYNC110 - polls the service over HTTP
            await asyncio.sleep(0.05)


async def test_a_write_with_lost_statements_is_applied_at_most_once(service: RunningService, ada: ApiClient) -> None:
    def body(number: int) -> dict[str, str]:
        return {"title": f"Project {number}", "tagline": "One of them"}

    (await ada.post("/projects", body(0))).expect(201)
    done = []
    for number in range(1, 6):
        await on_every_connection(service, "discard all")
        done += [await ada.post("/projects", body(number)) for _ in range(2)]
    assert {reply.status for reply in done} == {201, 503}
    count = await service.context.db.fetchval("select count(*) from project")
    assert count == 1 + len([reply for reply in done if reply.status == 201])
