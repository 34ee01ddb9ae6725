"""Job process that kills itself during its first job: `python killed_worker.py before|after`."""

import asyncio
import os
import signal
import sys
from typing import Any

from service.app import create_job_context
from service.core.config import Config
from service.core.metrics import Metrics
from service.jobs.context import JobContext
from service.mail.message import Message
from service.processes.job import Worker


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def send(context: JobContext, payload: dict[str, Any]) -> None:
    if sys.argv[1] == "before":
        die()
    await context.mailer.send(Message(payload["to"], "Hello", "Hello.\n"), event_id=context.event_id)
    if sys.argv[1] == "after":
        die()


async def main() -> None:
    context = create_job_context(Config.from_env())
    await context.db.start()
    await Worker(context, {"mail": send}, {}, metrics=Metrics(), claim_seconds=1.0).run()


if __name__ == "__main__":
    asyncio.run(main())
