"""Test idempotency keys: a repeated POST creates one project."""

import asyncio
from collections.abc import Callable
from typing import Any

import asyncpg
import pytest

from tests.api import ApiClient, RunningService


async def _count(service: RunningService) -> int:
    return int(await service.context.db.fetchval("select count(*) from project"))


async def test_a_repeat_gets_the_first_response(service: RunningService, ada: ApiClient) -> None:
    first = (await ada.create_project(key="k-1")).expect(201)
    again = (await ada.create_project(key="k-1")).expect(201)
    assert again.body == first.body
    for name in ("Location", "ETag", "Content-Type"):
        assert again.headers[name] == first.headers[name]
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.headers["X-Request-Id"] != first.headers["X-Request-Id"]
    assert await _count(service) == 1
    # A new request needs a new key.
    (await ada.create_project(key="k-2")).expect(201)
    (await ada.create_project()).expect(201)
    assert await _count(service) == 3


async def test_another_body_with_the_same_key_is_rejected(service: RunningService, ada: ApiClient) -> None:
    (await ada.create_project(key="k")).expect(201)
    (await ada.create_project("Other", key="k")).expect(422)
    assert await _count(service) == 1


async def test_keys_belong_to_one_maker(service: RunningService, ada: ApiClient, bob: ApiClient) -> None:
    mine = (await ada.create_project(key="k")).expect(201).json
    theirs = (await bob.create_project(key="k")).expect(201).json
    assert (mine["handle"], theirs["handle"]) == ("ada", "bob")
    assert await _count(service) == 2


async def test_a_key_is_valid_for_one_path(service: RunningService, ada: ApiClient) -> None:
    """The same key and body for two projects are two requests."""
    key = {"Idempotency-Key": "k"}
    made = []
    for slug in ("one", "two"):
        (await ada.create_project(slug=slug)).expect(201)
        path = f"/projects/ada/{slug}/workflows"
        made.append((await ada.post(path, {"title": "Lesson"}, headers=key)).expect(201).json["workflow_id"])
        again = (await ada.post(path, {"title": "Lesson"}, headers=key)).expect(201)
        assert again.json["workflow_id"] == made[-1]
    assert len(set(made)) == 2


async def test_a_failed_request_can_be_repeated(service: RunningService, ada: ApiClient) -> None:
    (await ada.create_project("", key="k")).expect(422)
    (await ada.create_project(slug="taken")).expect(201)
    (await ada.create_project("Second", slug="taken", key="k")).expect(409, "slug_taken")
    (await ada.create_project("Third", slug="free", key="k")).expect(201)
    assert await _count(service) == 2


async def test_twenty_concurrent_repeats_create_one_project(service: RunningService, ada: ApiClient) -> None:
    replies = await asyncio.gather(*(ada.create_project(key="k") for _ in range(20)))
    assert {reply.status for reply in replies} <= {201, 409}
    assert {reply.code for reply in replies if reply.status == 409} <= {"in_flight"}
    assert {reply.headers.get("Retry-After") for reply in replies if reply.status == 409} <= {"1"}
    assert len({reply.body for reply in replies if reply.status == 201}) == 1
    assert await _count(service) == 1
    assert (await ada.create_project(key="k")).expect(201).body in {reply.body for reply in replies}


@pytest.mark.parametrize("key", ["", "x" * 101, "with space", "é"])
async def test_a_malformed_key_is_rejected(ada: ApiClient, key: str) -> None:
    reply = await ada.post("/projects", {"title": "x"}, headers={"Idempotency-Key": key})
    reply.expect(400, "invalid_idempotency_key")


async def _kill_when(service: RunningService, statement: Callable[[asyncpg.Record], bool]) -> None:
    """End the backend of the request that waits, as a crash would."""
    async with asyncio.timeout(10):
        while True:
            rows = await service.context.db.fetch(
                "select pid, query from pg_stat_activity where application_name = 'aipoweredmakers'"
                " and datname = current_database() and wait_event_type = 'Lock'"
            )
            for row in rows:
                if statement(row):
                    await service.context.db.execute("select pg_terminate_backend($1)", row["pid"])
                    return
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("held", "statement"),
    [
        ("lock table project in share mode", "insert into project"),
        ("lock table idempotency_key in share mode", "insert into idempotency_key"),
    ],
)
async def test_a_killed_request_leaves_no_project(
    service: RunningService, ada: ApiClient, held: str, statement: str
) -> None:
    """The connection dies before the project is written, or before the response is stored."""
    db: Any = service.context.db
    async with db.transaction() as tx:
        await tx.execute(held)
        request = asyncio.create_task(ada.create_project(key="k"))
        await _kill_when(service, lambda row: statement in row["query"])
        (await request).expect(503)
    assert await _count(service) == 0
    assert await db.fetchval("select count(*) from idempotency_key") == 0
    (await ada.create_project(key="k")).expect(201)
    assert await _count(service) == 1
