"""Job process with all registered jobs and short claims, run as `python killed_worker.py [where]`.

With `where`, one of WHERE, it kills itself the first time it reaches that point. Otherwise, the test kills it.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import Any, Final

from service.app import create_job_context, job_handlers
from service.core.config import Config
from service.core.metrics import Metrics
from service.db.pool import Tx
from service.features.accounts.notifications import delivery, digests
from service.processes.job import Worker

CLAIM_SECONDS: Final = 1.0


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _at(module: Any, name: str, *, after: bool) -> Callable[[], None]:
    """Patch a function to kill the process before or after its call."""

    def arrange() -> None:
        call: Callable[..., Awaitable[Any]] = getattr(module, name)

        async def instead(*arguments: Any, **named: Any) -> Any:
            if not after:
                die()
            await call(*arguments, **named)
            die()

        setattr(module, name, instead)

    return arrange


def _commit() -> None:
    """Patch transactions to kill the process before the commit."""

    async def instead(tx: Tx, *_: Any) -> Any:
        tx.connection.terminate()
        die()

    vars(delivery).update(delete_surplus=instead, KEPT=-1)


WHERE: Final[dict[str, Callable[[], None]]] = {
    "before it is taken": _at(delivery, "finish_job", after=False),
    "when it is taken": _at(delivery, "finish_job", after=True),
    "with locks": _at(delivery, "lock_boxes", after=True),
    "when it is written": _at(delivery, "tell_groups", after=True),
    "when it is to be committed": _commit,
    "when it is committed": _at(delivery, "list_told", after=False),
    "when it is published": _at(delivery, "publish", after=True),
    "when it is mailed": _at(digests, "update_mailed", after=False),
}


async def main() -> None:
    if len(sys.argv) > 1:
        WHERE[sys.argv[1]]()
    context = create_job_context(Config.from_env())
    await context.db.start()
    await context.redis.start()
    jobs, periodic = job_handlers()
    print("started", flush=True)
    await Worker(context, jobs, periodic, metrics=Metrics(), claim_seconds=CLAIM_SECONDS).run()


if __name__ == "__main__":
    asyncio.run(main())
