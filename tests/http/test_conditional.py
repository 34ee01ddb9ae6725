"""Test If-None-Match and quotas: only a 304 is exempt from the route's quota, and a second quota limits 304s."""

import asyncio
import math
import re
import time
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from service.cache.limits import READ, Limit
from service.http.binding import _conditional
from service.http.request import RequestInfo
from tests.api import ApiClient, Reply, RunningService, config_for, running_service

OLD = {"If-None-Match": '"old"'}


def remaining(reply: Reply) -> int:
    found = re.search(r"r=(\d+)", reply.headers["RateLimit"])
    assert found is not None
    return int(found[1])


@pytest.mark.parametrize(
    ("path", "status"),
    [("/projects/ada/nothing", 404), ("/projects?limit=0", 422), ("/projects", 200), ("/projects/nobody/x", 404)],
)
async def test_every_status_except_304_uses_quota(
    service: RunningService, ada: ApiClient, path: str, status: int
) -> None:
    visitor = service.client(address="192.0.2.99")
    first = last = await visitor.get("/tags")
    began = time.monotonic()
    for _ in range(20):
        last = (await visitor.get(path, headers=OLD)).expect(status)
    regained = math.ceil((time.monotonic() - began) * READ.quota / READ.window) + 1
    used = remaining(first) - remaining(last)
    assert 20 - regained <= used <= 20


@pytest.fixture
async def strict(
    database_url: str, redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[RunningService]:
    """A service that allows five 304s a day."""
    monkeypatch.setattr("service.http.guard.revalidation", lambda limit: Limit(f"{limit.name}_304", 5, 86_400))
    async with running_service(config_for(database_url, redis_url, tmp_path / "mail")) as service:
        yield service


@pytest.mark.parametrize("path", ["/projects", "/projects/ada/lamp", "/tags"])
async def test_a_second_quota_limits_304s(strict: RunningService, path: str) -> None:
    ada = await strict.maker("ada")
    await ada.published("Lamp")
    visitor, other = strict.client(address="192.0.2.99"), strict.client(address="192.0.2.100")
    known = {"If-None-Match": (await visitor.get(path)).expect(200).headers["ETag"]}
    for _ in range(5):
        reply = (await visitor.get(path, headers=known)).expect(304)
        assert reply.headers["RateLimit-Policy"].startswith('"read";')
    refused = (await visitor.get(path, headers=known)).expect(429, "rate_limited")
    assert refused.headers["RateLimit-Policy"] == '"read_304";q=5;w=86400'
    assert refused.headers["RateLimit"].startswith('"read_304";r=0;')
    assert int(refused.headers["Retry-After"]) > 60
    # Without the header, the route's quota applies, which 304s do not use. Other callers have their own quotas.
    assert remaining((await visitor.get(path)).expect(200)) >= READ.quota - 3
    (await other.get(path, headers=known)).expect(304)
    (await ada.get(path, headers=OLD)).expect(200)


async def test_the_quota_of_304s_is_exact_for_concurrent_requests(strict: RunningService) -> None:
    visitor = strict.client(address="192.0.2.99")
    known = {"If-None-Match": (await visitor.get("/tags")).expect(200).headers["ETag"]}
    replies = await asyncio.gather(*(visitor.get("/tags", headers=known) for _ in range(40)))
    assert sorted(reply.status for reply in replies) == [304] * 5 + [429] * 35


async def test_a_304_takes_one_admission_call(service: RunningService) -> None:
    visitor = service.client(address="192.0.2.99")
    known = {"If-None-Match": (await visitor.get("/tags")).expect(200).headers["ETag"]}
    before = service.app.deps.admission.asked
    (await visitor.get("/tags", headers=known)).expect(304)
    assert service.app.deps.admission.asked - before == 1


async def test_a_disconnected_client_uses_quota() -> None:
    costs: list[int] = []
    begun, charged = asyncio.Event(), asyncio.Event()

    async def admit(info: RequestInfo, cost: int) -> None:
        costs.append(cost)
        if cost:
            charged.set()

    async def call(info: RequestInfo) -> Any:
        begun.set()
        await asyncio.Event().wait()

    info = cast("RequestInfo", SimpleNamespace(raw=SimpleNamespace(headers=OLD)))
    request = asyncio.ensure_future(_conditional(admit, call)(info))
    await begun.wait()
    request.cancel()
    await charged.wait()
    assert costs == [0, 1]
