"""A worker with all that is registered, whose claims are short: `python dying.py [where]`.

With `where`, one of WHERE, it kills itself the first time it gets there. Else somebody else does.
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
from service.features.accounts.notifications import delivery as telling
from service.features.accounts.notifications import digests
from service.processes.job import Worker

CLAIM_SECONDS: Final = 1.0


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _at(module: Any, name: str, *, after: bool) -> Callable[[], None]:
    """Dies before or after a call."""

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
    """Dies with all that was written waiting to be committed."""

    async def instead(tx: Tx, *_: Any) -> Any:
        tx.connection.terminate()
        die()

    vars(telling).update(delete_surplus=instead, KEPT=-1)


WHERE: Final[dict[str, Callable[[], None]]] = {
    "before it is taken": _at(telling, "finish_job", after=False),
    "when it is taken": _at(telling, "finish_job", after=True),
    "with locks": _at(telling, "lock_boxes", after=True),
    "when it is written": _at(telling, "tell_groups", after=True),
    "when it is to be committed": _commit,
    "when it is committed": _at(telling, "list_told", after=False),
    "when it is published": _at(telling, "publish", after=True),
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
