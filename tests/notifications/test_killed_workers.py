"""Test that killing the job process at any point loses no notification and duplicates none."""

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from service.features.accounts.notifications import digests
from tests.api import ApiClient, RunningService
from tests.notifications.actions import (
    add_makers,
    assert_counters,
    mention,
    notifications_of,
    set_preferences,
    star,
    unread,
)
from tests.notifications.killed_worker import WHERE
from tests.worker.running import PATIENCE, until

CHECKOUT = Path(__file__).parents[2]


@asynccontextmanager
async def killed_worker(service: RunningService, *where: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Yield a running process of killed_worker.py."""
    config = service.context.config
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(CHECKOUT),
        "DATABASE_URL": config.database_url,
        "REDIS_URL": config.redis_url,
        "MAIL_URL": config.mail_url,
        "SECRET_KEYS": f"test:{'0123456789abcdef' * 3}",
        "WEB_URL": config.web_url,
        "PUBLIC_URL": config.public_url,
        "METRICS_PORT": "0",
    }
    started = await asyncio.create_subprocess_exec(
        sys.executable,
        str(Path(__file__).with_name("killed_worker.py")),
        *where,
        cwd=CHECKOUT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        assert started.stdout is not None
        assert await asyncio.wait_for(started.stdout.readline(), PATIENCE) == b"started\n"
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.wait()


async def no_pending_jobs(service: RunningService) -> bool:
    return not await service.context.db.fetchval("select count(*) from outbox_job where kind like 'notifications.%'")


@pytest.mark.parametrize("where", WHERE)
async def test_a_worker_killed_at_each_point(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str, where: str
) -> None:
    db = service.context.db
    await set_preferences(ada, digest="daily")
    await service.deliver()
    mailed = where == "when it is mailed"
    if mailed:
        await mention(db, "cleo", ["ada", "cleo"], coach)
        await service.deliver()
        await db.execute("update notification_preference set digest_at = $1", service.clock() - timedelta(seconds=1))
        await digests.order_digests(service.context, {})
    else:
        await mention(db, "cleo", ["ada", "cleo"], coach)
    async with killed_worker(service, where) as process:
        assert await asyncio.wait_for(process.wait(), PATIENCE) == -signal.SIGKILL
    async with killed_worker(service):
        await until(lambda: no_pending_jobs(service))
    (received,) = await notifications_of(ada)
    assert (received["event_count"], received["actor_count"], await unread(ada)) == (1, 1, 1)
    assert len([mail for mail in await service.mails_to(ada.email) if "New notifications" in mail["Subject"]]) == mailed
    await assert_counters(service)


async def test_workers_killed_repeatedly_under_load(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    """Two workers at a time are killed at random moments. A ledger records all committed events."""
    db = service.context.db
    await service.deliver()
    fans = await add_makers(db, 20)
    ledger: Counter[tuple[str, str]] = Counter()
    stars: dict[str, set[str]] = {"ada": set(), "bob": set()}
    prng = random.Random(20260401)
    over = asyncio.Event()

    async def cause_many_events() -> None:
        for n in range(240):
            fan = prng.choice(fans)
            if n % 3:
                mentioned = [("ada",), ("bob",), ("ada", "bob", "cleo")][n % 7 % 3]
                await mention(db, fan, mentioned, coach)
                ledger.update((handle, "mention") for handle in mentioned)
            else:
                path, owner = prng.choice([(coach, "ada"), (tutor, "bob")])
                await star(db, fan, path)
                stars[owner].add(fan)
            await asyncio.sleep(prng.uniform(0.0, 0.03))
        over.set()

    async def kill_workers() -> int:
        deaths = 0
        while not over.is_set():
            async with killed_worker(service) as process:
                await asyncio.sleep(prng.uniform(0.0, 0.4))
                process.kill()
                await process.wait()
                deaths += 1
        return deaths

    _, *deaths = await asyncio.gather(cause_many_events(), kill_workers(), kill_workers())
    assert sum(filter(None, deaths)) >= 3
    async with killed_worker(service):
        await until(lambda: no_pending_jobs(service))

    rows = await db.fetch(
        "select m.handle, n.kind, sum(n.events) as events, count(*) as lines from notification n"
        " join maker m on m.maker_id = n.maker_id group by 1, 2"
    )
    heard_of = {(row["handle"], row["kind"]): (row["events"], row["lines"]) for row in rows}
    assert heard_of == {
        **{key: (count, 1) for key, count in ledger.items()},
        ("ada", "star"): (len(stars["ada"]), 1),
        ("bob", "star"): (len(stars["bob"]), 1),
    }
    for client, owner in ((ada, "ada"), (bob, "bob")):
        (line,) = [each for each in await notifications_of(client) if each["kind"] == "star"]
        assert line["actor_count"] == len(stars[owner])
    assert await db.fetchval("select count(*) from outbox_job where failed_at is not null") == 0
    await assert_counters(service)
