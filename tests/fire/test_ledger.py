"""A ledger of acknowledged writes under kills of workers, of the database and of the whole service."""

import asyncio
import os
import random
import signal
from collections import Counter

from service.dev.local.layout import free_port
from tests.fire.ground import ROUNDS, Ground, Service, ended
from tests.fire.load import Load, Writes, figures, report

LIVES = 2 * ROUNDS
KILLS = 2
"""Of workers, in one life of the service; each costs its successor a longer pause."""


async def kill_worker(service: Service, restored: int) -> None:
    os.kill(service.workers()[0], signal.SIGKILL)  # the oldest, to which most clients are connected
    await service.until_event("worker_restored", restored)


async def test_no_acknowledged_write_is_lost_and_none_happens_twice(ground: Ground) -> None:
    makers = ground.makers(300 * ROUNDS)
    port = free_port()
    workers = databases = parents = 0
    with ground.serving(PORT=str(port)) as first:
        service = first
        try:
            # The keyed client repeats until it knows; the plain one never does.
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
                    await ground.aside(ground.kill_postgres)
                    databases += 1
                    await asyncio.sleep(random.uniform(0.0, 0.5))
                    await ground.aside(ground.start_postgres)
                    await asyncio.sleep(random.uniform(0.3, 0.6))
                    orphans = await ground.aside(service.kill)
                    parents += 1
                    for pid in orphans:
                        if life % 2:
                            os.kill(pid, signal.SIGKILL)
                        assert await ground.aside(ended, pid, signal.SIGKILL, patience=15.0), "a worker stayed"
                    service = await ground.aside(Service.start, ground, "serve", PORT=str(port))
                    await ground.aside(service.wait_serving)
                await asyncio.sleep(1.0)
        finally:
            if service is not first:
                service.end()
    figures("ledger with keys", keyed.outcomes)
    figures("ledger without", plain.outcomes)
    report(f"killed: {workers} workers, {databases} databases, {parents} services; dropped {keyed.failures}")
    titles = Counter(ground.titles("ledger-%"))
    acknowledged = keyed.names(201) + plain.names(201)
    assert sum(keyed.failures.values()) > 0  # it did hurt
    assert [title for title in acknowledged if title not in titles] == []
    assert [title for title, count in titles.items() if count > 1] == []
    # Who repeats with a key gets there in the end, each time with the project it made.
    keys = {outcome.name for outcome in keyed.outcomes}
    assert keys == {title for title in titles if title.startswith("ledger-key")} == set(keyed.names(201))
    assert set(keyed.statuses()) <= {0, 201, 409, 503}
    assert set(plain.statuses()) <= {0, 201, 503}
