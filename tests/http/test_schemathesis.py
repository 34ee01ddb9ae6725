"""Run Schemathesis against the live service and its document, as an admin and as an anonymous client.

The suite limits the number of examples; SCHEMATHESIS_EXAMPLES=500 runs longer.
"""

import asyncio
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import redis.asyncio

from service.app import tables
from service.http.routing import ADMIN, MAKER, Auth
from tests.api import PASSWORD, RunningService

ROOT = Path(__file__).parents[2]
OUT_OF_REACH = {
    "GET /openapi.json": "Schemathesis reads it itself and skips it",
    "POST /api/v1/auth/email/verify": "needs a mailed token",
    "POST /api/v1/auth/email/link": "needs a mailed token",
    "POST /api/v1/auth/password/reset": "needs a mailed token",
    "DELETE /api/v1/me": "needs the password, which the hooks do not provide",
    "PUT /api/v1/me/password": "the same",
    "PUT /api/v1/me/email": "the same",
    "GET /api/v1/sitemap/{name}": "needs a file that a job builds",
    "GET /api/v1/notifications/stream": "never ends, and is excluded",
}
"""Operations that never succeed: operation → reason."""

EXAMPLES = os.environ.get("SCHEMATHESIS_EXAMPLES", "12")


@asynccontextmanager
async def without_limits(redis_url: str) -> AsyncIterator[None]:
    """Flush Redis repeatedly, so that quotas restart and sessions are loaded from PostgreSQL."""

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


async def fuzz(service: RunningService, redis_url: str, caller: str, *options: str) -> dict[str, Counter[int]]:
    """Run Schemathesis in a separate process and return how often each operation had each status.

    Fail when it finds an error. The three makers are described in fuzz_fixtures.py.
    """
    await service.admin("ada")
    await service.maker("grace")
    await service.maker("victim")
    responses = service.mail_directory.parent / "responses"
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
                "FUZZ_RESPONSES": str(responses),
                "FUZZ_AS": caller,
                "FUZZ_PASSWORD": PASSWORD,
                "PYTHONPATH": str(ROOT),
            },
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()
    print(output.decode())
    found: dict[str, Counter[int]] = {}
    for line in responses.read_text().splitlines():
        operation, _, status = line.rpartition(" ")
        found.setdefault(operation, Counter())[int(status)] += 1
    for operation in operations():
        print(operation, dict(sorted(found.get(operation, {}).items())))
    return found


def succeeded(found: dict[str, Counter[int]]) -> set[str]:
    """Return the operations that succeeded. Without them, a test of rejections only would pass."""
    return {operation for operation, statuses in found.items() if any(status < 300 for status in statuses)}


def operations() -> dict[str, Auth]:
    """Return every documented operation with its authentication."""
    return {f"{route.method} {prefix}{route.path}": route.auth for prefix, table in tables() for route in table}


@pytest.mark.timeout(3600)
async def test_fuzzing_as_an_admin_finds_no_error(service: RunningService, redis_url: str) -> None:
    found = await fuzz(service, redis_url, "ada", "--exclude-path", "/api/v1/notifications/stream")
    assert set(operations()) - succeeded(found) <= OUT_OF_REACH.keys()


@pytest.mark.timeout(3600)
async def test_fuzzing_as_an_anonymous_client_finds_no_error(service: RunningService, redis_url: str) -> None:
    found = await fuzz(service, redis_url, "nobody", "--phases", "fuzzing")
    closed = {operation for operation, auth in operations().items() if auth in (MAKER, ADMIN)}
    for operation in closed:
        assert found[operation].keys() <= {401, 404, 414}, operation
    assert set(operations()) - succeeded(found) - closed <= OUT_OF_REACH.keys()
