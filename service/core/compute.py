"""Bounded queue for CPU-heavy work, run in one thread per process with fair turns for clients."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, NamedTuple

MAX_QUEUED: Final = 32
"""Maximum number of queued functions in one process, for all clients."""
MAX_QUEUED_BY_CLIENT: Final = 4


class QueueFull(Exception):
    """Error for a full queue, or a full share of one client."""


class _Work(NamedTuple):
    done: asyncio.Future[Any]
    run: Callable[[], Any]


class Compute:
    """Single-threaded executor that keeps the event loop free for other requests.

    Clients take turns: one function of each client runs before the second function of any client. A function whose
    caller is cancelled leaves the queue. A running function finishes, because a thread cannot be stopped.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "compute")
        self._queues: OrderedDict[str, deque[_Work]] = OrderedDict()
        self._worker: asyncio.Task[None] | None = None
        self.queued = 0

    async def run[T](self, client: str, function: Callable[[], T]) -> T:
        """Return the result of `function`. `client` is a maker's id or an address. Raises QueueFull."""
        queue = self._queues.get(client)
        if self.queued >= MAX_QUEUED or (queue is not None and len(queue) >= MAX_QUEUED_BY_CLIENT):
            raise QueueFull
        loop = asyncio.get_running_loop()
        work = _Work(loop.create_future(), function)
        if queue is None:
            queue = self._queues[client] = deque()
        queue.append(work)
        self.queued += 1
        if self._worker is None:
            self._worker = loop.create_task(self._work())
        try:
            result: T = await work.done
        except asyncio.CancelledError:
            self._drop(client, work)
            raise
        return result

    def close(self) -> None:
        """Wait for the running function and drop the queued ones."""
        if self._worker is not None:
            self._worker.cancel()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _drop(self, client: str, work: _Work) -> None:
        queue = self._queues.get(client)
        if queue is not None and work in queue:
            queue.remove(work)
            self.queued -= 1
            if not queue:
                del self._queues[client]

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._queues:
                client, queue = self._queues.popitem(last=False)
                work = queue.popleft()
                self.queued -= 1
                if queue:
                    self._queues[client] = queue
                try:
                    result = await loop.run_in_executor(self._thread, work.run)
                except Exception as error:  # noqa: BLE001 - passed to the caller
                    if not work.done.done():
                        work.done.set_exception(error)
                else:
                    if not work.done.done():
                        work.done.set_result(result)
        finally:
            self._worker = None
