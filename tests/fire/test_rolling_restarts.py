"""Test rolling restarts of a minimal application at saturation with clients that count every failed request."""

import asyncio
import signal

from tests.fire.fixtures import ROUNDS
from tests.processes.running import running
from tests.processes.test_serve import load


async def test_rolling_restarts_under_load_fail_no_request() -> None:
    rolls = 4 * ROUNDS  # `make fire`: 20
    async with running() as service:
        before = await service.pids(2)
        until = asyncio.Event()
        loading = asyncio.create_task(load(service.port, until))
        for roll in range(1, rolls + 1):
            service.send(signal.SIGHUP)
            await service.event("reload_finished", roll)
        until.set()
        results = await loading
        assert not before & await service.pids(2)
    for result in results:
        assert (result.failed, result.failures) == (0, {})
        assert set(result.statuses) == {200}
        assert result.ok > 1000
    assert results[0].closes > rolls  # reused connections were closed with `Connection: close`
