"""Test acknowledged writes while workers, the database and the whole service are killed."""

import asyncio
import os
import random
import signal
from collections import Counter

from service.dev.local.layout import free_port
from tests.fire.fixtures import ROUNDS, Deployment, Service, ended
from tests.fire.load import Load, Writes, figures, report

LIVES = 2 * ROUNDS
KILLS = 2
"""Number of killed workers per service run. Each kill makes the replacement wait longer."""


async def kill_worker(service: Service, restored: int) -> None:
    os.kill(service.workers()[0], signal.SIGKILL)  # the oldest worker, which has most connections
    await service.until_event("worker_replaced", restored)


async def test_no_acknowledged_write_is_lost_or_duplicated(deployment: Deployment) -> None:
    makers = deployment.makers(300 * ROUNDS)
    port = free_port()
    workers = databases = parents = 0
    with deployment.serving(PORT=str(port)) as first:
        service = first
        try:
            # The keyed client repeats until it has a result; the other client never repeats.
            async with (
                Load(port, Writes("ledger-key", makers, keys=True), 10, retry=True, pause=0.002) as keyed,
                Load(port, Writes("ledger-plain", makers), 6, pause=0.002) as plain,
            ):
                for life in range(LIVES):
                    for kill in range(1, KILLS + 1):
                        await asyncio.sleep(random.uniform(0.1, 0.5))
                        await kill_worker(service, kill)
                        workers += 1
                    await asyncio.sleep(0.3)
                    await deployment.in_thread(deployment.kill_postgres)
                    databases += 1
                    await asyncio.sleep(random.uniform(0.0, 0.5))
                    await deployment.in_thread(deployment.start_postgres)
                    await asyncio.sleep(random.uniform(0.3, 0.6))
                    orphans = await deployment.in_thread(service.kill)
                    parents += 1
                    for pid in orphans:
                        if life % 2:
                            os.kill(pid, signal.SIGKILL)
                        assert await deployment.in_thread(ended, pid, signal.SIGKILL, patience=15.0), (
                            "a worker is still running"
                        )
                    service = await deployment.in_thread(Service.start, deployment, "serve", PORT=str(port))
                    await deployment.in_thread(service.wait_serving)
                await asyncio.sleep(1.0)
        finally:
            if service is not first:
                service.end()
    figures("ledger with keys", keyed.outcomes)
    figures("ledger without", plain.outcomes)
    report(f"killed: {workers} workers, {databases} databases, {parents} services; dropped {keyed.failures}")
    titles = Counter(deployment.titles("ledger-%"))
    acknowledged = keyed.names(201) + plain.names(201)
    assert sum(keyed.failures.values()) > 0  # the kills caused failures
    assert [title for title in acknowledged if title not in titles] == []
    assert [title for title, count in titles.items() if count > 1] == []
    # A client that repeats with a key succeeds, and each repeat returns the same project.
    keys = {outcome.name for outcome in keyed.outcomes}
    assert keys == {title for title in titles if title.startswith("ledger-key")} == set(keyed.names(201))
    assert set(keyed.statuses()) <= {0, 201, 409, 503}
    assert set(plain.statuses()) <= {0, 201, 503}
