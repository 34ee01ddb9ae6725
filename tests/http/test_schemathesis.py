"""Schemathesis over the live service, as its document has it: as an admin, who may do everything, and as nobody.

Bounded for the suite; SCHEMATHESIS_EXAMPLES=500 runs longer.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import redis.asyncio

from service.app import tables
from service.http.routing import ADMIN, MAKER, Auth
from tests.api import RunningService

ROOT = Path(__file__).parents[2]
EXAMPLES = os.environ.get("SCHEMATHESIS_EXAMPLES", "15")


@asynccontextmanager
async def without_limits(redis_url: str) -> AsyncIterator[None]:
    """Empties Redis all the time: quotas start anew, and sessions come back from PostgreSQL."""

    async def sweep() -> None:
        async with redis.asyncio.Redis.from_url(redis_url) as client:
            while True:
                await client.flushdb()
                await asyncio.sleep(0.05)

    task = asyncio.create_task(sweep())
    try:
        yield
    finally:
        task.cancel()


async def fuzz(service: RunningService, redis_url: str, *options: str, **environment: str) -> dict[str, set[int]]:
    """Runs Schemathesis in a process of its own; the statuses it got by operation. Fails when it finds something."""
    answers = service.mail_directory.parent / "answers"
    command = ["--config-file", "tests/http/fuzz.toml", "run", f"{service.url}/openapi.json", "--url", service.url]
    command += ["--max-examples", EXAMPLES, "--continue-on-failure", "--warnings", "off", *options]
    async with without_limits(redis_url):
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "schemathesis.cli",
            *command,
            cwd=ROOT,
            env={
                **os.environ,
                "FUZZ_URL": service.url,
                "FUZZ_ANSWERS": str(answers),
                "PYTHONPATH": str(ROOT),
                **environment,
            },
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()
    print(output.decode())
    found: dict[str, set[int]] = {}
    for line in answers.read_text().splitlines():
        operation, _, status = line.rpartition(" ")
        found.setdefault(operation, set()).add(int(status))
    return found


def operations() -> dict[str, Auth]:
    """Every documented operation, and who may call it."""
    return {f"{route.method} {prefix}{route.path}": route.auth for prefix, table in tables() for route in table}


@pytest.mark.timeout(3600)
async def test_nothing_an_admin_sends_surprises_it(service: RunningService, redis_url: str) -> None:
    admin = await service.admin("ada")
    for title in ("First", "Second", "Third"):
        (await admin.post("/projects", {"title": title, "tagline": "What it is."})).expect(201)
    for path in ("first/publish", "second/publish", "second/archive"):
        (await admin.post(f"/projects/ada/{path}")).expect(200)
    found = await fuzz(
        service, redis_url, FUZZ_EMAIL=admin.email, FUZZ_PASSWORD=admin.password, FUZZ_HANDLE=admin.handle
    )
    # It did get in: with every call refused at the door nothing would be tested.
    answered = {operation for operation, statuses in found.items() if statuses & {200, 201, 202, 204}}
    reads = {operation for operation in operations() if operation.startswith("GET /api")}
    assert reads | {"POST /api/v1/projects", "POST /api/v1/auth/logout"} <= answered


@pytest.mark.timeout(3600)
async def test_nothing_anybody_sends_surprises_it(service: RunningService, redis_url: str) -> None:
    found = await fuzz(service, redis_url, "--phases", "coverage,fuzzing")
    for operation, auth in operations().items():
        if auth in (MAKER, ADMIN):
            assert found[operation] <= {401, 404, 414}, operation
