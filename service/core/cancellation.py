"""Cancellation of requests whose client has disconnected.

`abandon` cancels a task, but never inside a `protected` section: there the cancellation takes effect at the section's
end. Sections protect work that must not stop halfway: a statement on a database connection, and a whole transaction
from BEGIN to its after-commit actions. See docs/decisions/0037-connections.md.
"""

import asyncio
from collections.abc import Awaitable
from types import TracebackType
from typing import Any, Final

_protected: Final[set[asyncio.Future[Any]]] = set()
_abandoned: Final[dict[asyncio.Future[Any], bool]] = {}
"""Abandoned tasks that still run, and whether the cancellation has reached each."""


def abandon(task: asyncio.Future[Any]) -> None:
    """Cancel a task whose result is not needed, at once or at the end of its `protected` section."""
    if task.done():
        return
    if task not in _abandoned:
        _abandoned[task] = False
        task.add_done_callback(_forget)
    if task not in _protected and not _abandoned[task]:
        _abandoned[task] = True
        task.cancel()


def is_abandoned() -> bool:
    """Return whether the current task was abandoned."""
    return bool(_abandoned) and asyncio.current_task() in _abandoned


def check_abandoned() -> None:
    """Raise CancelledError if the current task was abandoned.

    Call it before work that can still be skipped.
    """
    if _abandoned and (task := asyncio.current_task()) in _abandoned:
        assert task is not None
        _abandoned[task] = True
        raise asyncio.CancelledError


class protected:  # noqa: N801 - reads as a statement: `with protected():`
    """Section that `abandon` does not interrupt. Only the outermost section of a task counts."""

    __slots__ = ("_task",)

    def __enter__(self) -> None:
        task = asyncio.current_task()
        if task is None or task in _protected:
            self._task: asyncio.Task[Any] | None = None
            return
        _protected.add(task)
        self._task = task

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        task = self._task
        if task is not None:
            _protected.discard(task)
            if _abandoned and task in _abandoned:
                # Cancel later: the task must be suspended when it is cancelled, so that the next statement is never
                # half sent.
                task.get_loop().call_soon(abandon, task)


async def together[T](*works: Awaitable[T]) -> list[T]:
    """Run awaitables concurrently and return their results in order. Raise the first error.

    Unlike `asyncio.gather`, it abandons the other tasks when the caller is cancelled or one task fails, and waits for
    them. A cancelled statement would cost its connection.
    """
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        if not pending:
            return [task.result() for task in tasks]
        raise next(error for task in done if (error := task.exception()) is not None)
    finally:
        for task in tasks:
            abandon(task)
        await asyncio.gather(*tasks, return_exceptions=True)


def _forget(task: asyncio.Future[Any]) -> None:
    _abandoned.pop(task, None)
