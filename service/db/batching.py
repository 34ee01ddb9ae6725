"""Batching: calls that arrive during one round trip go out together in the next.

There is no timer and no added delay. An idle `Batcher` starts at the end of the event-loop turn of its first call, so
requests parsed in that turn already share a batch.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable


class Batcher[I, O]:
    """Batcher that runs `run(items)` for many callers at once; each caller gets the result of its own item.

    `run` takes up to `max_batch` items and returns one result per item, in the items' order. At most `max_in_flight`
    batches run at a time. The callers bound the queue, because each of them waits for one result.

    Items are served in order of arrival. A cancelled caller loses its own result and affects no other caller. If
    `is_poison` attributes the error of a batch to one item, every item runs alone, so only that item's caller gets the
    error. Any other error goes to all callers of the batch.
    """

    __slots__ = (
        "_in_flight",
        "_is_poison",
        "_loop",
        "_max_batch",
        "_max_in_flight",
        "_queue",
        "_run",
        "_scheduled",
        "_tasks",
    )

    def __init__(
        self,
        run: Callable[[list[I]], Awaitable[list[O]]],
        max_batch: int,
        max_in_flight: int = 1,
        *,
        is_poison: Callable[[Exception], bool] = lambda error: False,
    ) -> None:
        self._run = run
        self._max_batch = max_batch
        self._max_in_flight = max_in_flight
        self._is_poison = is_poison
        self._queue: deque[tuple[I, asyncio.Future[O]]] = deque()
        self._in_flight = 0
        self._scheduled = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def __call__(self, item: I) -> asyncio.Future[O]:
        """Enqueue `item` and return a future of its result, or of the error that `run` raises."""
        loop = self._loop
        if loop is None:
            loop = self._loop = asyncio.get_running_loop()
        future: asyncio.Future[O] = loop.create_future()
        self._queue.append((item, future))
        if not self._scheduled and self._in_flight < self._max_in_flight:
            self._scheduled = True
            loop.call_soon(self._start)
        return future

    def _start(self) -> None:
        self._scheduled = False
        loop = self._loop
        assert loop is not None
        while self._queue and self._in_flight < self._max_in_flight:
            batch: list[tuple[I, asyncio.Future[O]]] = []
            while self._queue and len(batch) < self._max_batch:
                entry = self._queue.popleft()
                if not entry[1].done():  # skip callers that were cancelled while waiting
                    batch.append(entry)
            if batch:
                self._in_flight += 1
                task = loop.create_task(self._flight(batch))
                self._tasks.add(task)
                task.add_done_callback(self._landed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._in_flight -= 1
        if self._queue and not self._scheduled:
            # Start at the end of this turn, so that calls of the same turn join the batch. This halves the round trips
            # of a busy process and costs an idle one nothing.
            self._scheduled = True
            task.get_loop().call_soon(self._start)

    async def _flight(self, batch: list[tuple[I, asyncio.Future[O]]]) -> None:
        try:
            results = await self._run([item for item, _ in batch])
            if len(results) != len(batch):
                raise RuntimeError(f"a batched call of {len(batch)} items returned {len(results)} results")
        except asyncio.CancelledError:
            for _, future in batch:
                future.cancel()
            raise
        except Exception as error:  # noqa: BLE001 - every error is passed to the callers
            if len(batch) > 1 and self._is_poison(error):
                for entry in batch:
                    if not entry[1].done():
                        await self._flight([entry])
                return
            for _, future in batch:
                if not future.done():
                    future.set_exception(error)
            return
        for (_, future), result in zip(batch, results, strict=True):
            if not future.done():
                future.set_result(result)
