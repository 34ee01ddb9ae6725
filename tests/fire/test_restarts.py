"""Test restarts and shutdowns of the real service with writes that clients never repeat."""

import asyncio
import signal
from collections.abc import Sequence
from contextlib import AsyncExitStack

from tests.fire.fixtures import ROUNDS, Deployment, Maker
from tests.fire.load import Load, Writes, figures, report

ROLLS = 4 * ROUNDS


def loads(port: int, ledger: str, makers: Sequence[Maker], *, until_refused: bool = False) -> list[Load]:
    """Return a load beyond the machine's capacity: reused and closed connections, with and without Idempotency-Key."""
    return [
        Load(
            port,
            Writes(f"{ledger}-{'key' if keys else 'plain'}-{'close' if close else 'keep'}", makers, keys, close),
            connections,
            until_refused=until_refused,
        )
        for keys, close, connections in ((False, False, 10), (True, False, 6), (False, True, 4), (True, True, 4))
    ]


def check(deployment: Deployment, ledger: str, running: Sequence[Load]) -> None:
    """Assert that no request failed and that the database contains exactly the acknowledged writes, once each."""
    outcomes = [outcome for load in running for outcome in load.outcomes]
    figures(ledger, outcomes)
    for load in running:
        assert load.failures == {}
        assert set(load.statuses()) == {201}
    acknowledged = [outcome.name for outcome in outcomes if outcome.status == 201]
    assert sorted(deployment.titles(f"{ledger}-%")) == sorted(acknowledged)
    assert len(acknowledged) > 100


async def test_rolling_restarts_under_load_fail_no_request_and_duplicate_none(deployment: Deployment) -> None:
    makers = deployment.makers(400 * ROUNDS)  # enough makers to stay below the write limit
    with deployment.serving() as service:
        before = set(service.workers())
        async with AsyncExitStack() as exits:
            running = [await exits.enter_async_context(load) for load in loads(service.port, "roll", makers)]
            for roll in range(1, ROLLS + 1):
                service.send(signal.SIGHUP)
                await service.until_event("reload_finished", roll)
        assert not before & set(service.workers())
        report(f"{ROLLS} rolls of two workers")
        check(deployment, "roll", running)


async def test_sigterm_under_load_completes_accepted_requests(deployment: Deployment) -> None:
    makers = deployment.makers(300)
    for attempt in range(ROUNDS):
        with deployment.serving() as service:
            async with AsyncExitStack() as exits:
                running = [
                    await exits.enter_async_context(load)
                    for load in loads(service.port, f"term{attempt}", makers, until_refused=True)
                ]
                await asyncio.sleep(1.0)
                service.send(signal.SIGTERM)
                for load in running:
                    await load.finished()
            assert service.process.wait(10) == 0
            assert sum(load.refused for load in running) == 24
            check(deployment, f"term{attempt}", running)
