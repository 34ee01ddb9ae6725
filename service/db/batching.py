"""Joining: while one round trip is in flight, what arrives meanwhile goes together in the next.

There is no timer and no added wait: an idle `Joined` starts at the end of the event-loop turn in which it is
asked, so that requests parsed in that turn already travel together.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable


class Batcher[I, O]:
    """Runs `run(items)` for many callers at once; each caller gets the answer to its own item.

    `run` takes up to `max_batch` items and returns exactly as many answers, in the items' order. At most
    `max_in_flight` batches run at a time; what waits is bounded by the callers, of whom each waits for one answer.

    Items are served in the order they came. A caller that is cancelled gives up its answer and nothing else. When a
    batch of several items fails with an error that `is_poison` names as one item's fault, every item is run alone, so
    that only the guilty caller sees it; any other error goes to all callers of that batch.
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
        """Queues `item`; the future gives its answer, or raises what `run` raised."""
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
                if not entry[1].done():  # a caller that was cancelled while waiting
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
            # Not at once: what this turn of the loop still brings goes along, which halves the round trips of a busy
            # process and costs an idle one nothing.
            self._scheduled = True
            task.get_loop().call_soon(self._start)

    async def _flight(self, batch: list[tuple[I, asyncio.Future[O]]]) -> None:
        try:
            answers = await self._run([item for item, _ in batch])
            if len(answers) != len(batch):
                raise RuntimeError(f"a joined call of {len(batch)} items came back with {len(answers)} answers")
        except asyncio.CancelledError:
            for _, future in batch:
                future.cancel()
            raise
        except Exception as error:  # noqa: BLE001 - it is handed to the callers, whatever it is
            if len(batch) > 1 and self._is_poison(error):
                for entry in batch:
                    if not entry[1].done():
                        await self._flight([entry])
                return
            for _, future in batch:
                if not future.done():
                    future.set_exception(error)
            return
        for (_, future), answer in zip(batch, answers, strict=True):
            if not future.done():
                future.set_result(answer)
