"""Rolls and ends of the real service, with writes that are never sent twice."""

import asyncio
import signal
from collections.abc import Sequence
from contextlib import AsyncExitStack

from tests.fire.ground import ROUNDS, Ground, Maker
from tests.fire.load import Load, Writes, figures, report

ROLLS = 4 * ROUNDS


def loads(port: int, ledger: str, makers: Sequence[Maker], *, until_refused: bool = False) -> list[Load]:
    """More than the machine can answer: kept and closed connections, with and without Idempotency-Key."""
    return [
        Load(
            port,
            Writes(f"{ledger}-{'key' if keys else 'plain'}-{'close' if close else 'keep'}", makers, keys, close),
            connections,
            until_refused=until_refused,
        )
        for keys, close, connections in ((False, False, 10), (True, False, 6), (False, True, 4), (True, True, 4))
    ]


def check(ground: Ground, ledger: str, running: Sequence[Load]) -> None:
    """Nothing failed, and the database holds what was acknowledged: all of it, once, and nothing else."""
    outcomes = [outcome for load in running for outcome in load.outcomes]
    figures(ledger, outcomes)
    for load in running:
        assert load.failures == {}
        assert set(load.statuses()) == {201}
    acknowledged = [outcome.name for outcome in outcomes if outcome.status == 201]
    assert sorted(ground.titles(f"{ledger}-%")) == sorted(acknowledged)
    assert len(acknowledged) > 100


async def test_rolls_at_saturation_fail_nothing_and_write_everything_once(ground: Ground) -> None:
    makers = ground.makers(400 * ROUNDS)  # nobody meets the write limit
    with ground.serving() as service:
        before = set(service.workers())
        async with AsyncExitStack() as stack:
            running = [await stack.enter_async_context(load) for load in loads(service.port, "roll", makers)]
            for roll in range(1, ROLLS + 1):
                service.send(signal.SIGHUP)
                await service.until_event("renewed", roll)
        assert not before & set(service.workers())
        report(f"{ROLLS} rolls of two workers")
        check(ground, "roll", running)


async def test_sigterm_at_saturation_fails_nothing_that_was_accepted(ground: Ground) -> None:
    makers = ground.makers(300)
    for attempt in range(ROUNDS):
        with ground.serving() as service:
            async with AsyncExitStack() as stack:
                running = [
                    await stack.enter_async_context(load)
                    for load in loads(service.port, f"term{attempt}", makers, until_refused=True)
                ]
                await asyncio.sleep(1.0)
                service.send(signal.SIGTERM)
                for load in running:
                    await load.finished()
            assert service.process.wait(10) == 0
            assert sum(load.refused for load in running) == 24
            check(ground, f"term{attempt}", running)
