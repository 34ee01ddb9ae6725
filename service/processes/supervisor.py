"""Supervisor of the API: a parent that holds the listening socket, and workers that serve requests on it.

The parent binds the socket and never accepts; the first ready worker listens on it. Workers are fresh interpreters that
inherit the socket, so a rolling restart (SIGHUP) loads new code while the socket's queue belongs to no single worker.
With SO_REUSEPORT each worker would have its own queue, and lose it at its end.

Parent and worker communicate over a socket pair, one JSON object per line from the worker, and one command per line
from the parent. The end of the pair means that the other side is dead; a worker then stops by itself.

- Worker to parent: `ready`; `beat` once a second with its metrics, also as a sign of life; `leaving` when it received
  SIGTERM and needs a successor.
- Parent to worker: `unready` (readyz returns 503), `drain` (another worker has taken over), `stop` (the service ends).
"""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from typing import Any, Final

import orjson
import structlog

from service.core import log as logs
from service.core.config import Config
from service.core.metrics import Totals
from service.processes.listener import StartFailed, open_listener, refuse_new

APP: Final = "service.app:create_app"
BOOT_TIMEOUT: Final = 60.0
"""Maximum seconds from a worker's start to its `ready`."""
SILENCE: Final = 30.0
"""Seconds without a beat after which a worker counts as hung and is killed."""
STEADY: Final = 30.0
"""Seconds after which the end of a worker no longer counts as a failure to start."""
BACKOFF: Final = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds before the next start, by the number of consecutive failures."""
OVERTIME: Final = 10.0
"""Seconds that a draining worker gets in addition to drain_timeout before it is killed."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


def serve(config: Config, *, app: str = APP, environ: Mapping[str, str] = os.environ) -> int:
    """Run the API until SIGTERM or SIGINT and return the exit status: 0 after a drain, 1 if it could not start.

    `app` is the factory that each worker calls, `module:function` from Config to App. Workers read their own Config
    from `environ`.
    """
    logs.configure(config)
    try:
        return asyncio.run(_Parent(config, app, environ).run())
    except StartFailed as error:
        log.error("start_failed", reason=str(error))
        return 1


class _Worker:
    """State of one worker in the parent."""

    def __init__(self, process: asyncio.subprocess.Process, writer: asyncio.StreamWriter, now: float) -> None:
        self.process = process
        self.writer = writer
        self.started = now
        self.last_beat = now
        self.ready: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self.ended = asyncio.Event()

    @property
    def pid(self) -> int:
        return self.process.pid

    def tell(self, command: str) -> None:
        if not self.writer.is_closing():
            self.writer.write(command.encode() + b"\n")

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            self.process.kill()


class _Parent:
    def __init__(self, config: Config, app: str, environ: Mapping[str, str]) -> None:
        self._config = config
        self._app = app
        self._environ = environ
        self._totals = Totals()
        self._alive: set[_Worker] = set()
        self._serving: list[_Worker] = []
        """Workers in service: config.workers of them, except during the replacement of a crashed worker."""
        self._failures = 0
        self._stopping = False
        self._tasks: set[asyncio.Task[object]] = set()
        self._changes: set[asyncio.Task[object]] = set()
        """Tasks that start workers; a drain cancels them."""

    async def run(self) -> int:
        loop = asyncio.get_running_loop()
        stop, renew = asyncio.Event(), asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._asked_to_stop, stop)
        loop.add_signal_handler(signal.SIGHUP, renew.set)
        self._listener = open_listener(self._config.host, self._config.port)
        try:
            metrics_port = self._totals.serve(self._config.metrics_host, self._config.metrics_port)
        except OSError as error:
            raise StartFailed(
                f"Cannot listen on port {self._config.metrics_port} for metrics: {error.strerror}. Change METRICS_PORT."
            ) from error
        try:
            stopped = asyncio.create_task(stop.wait())
            boot = asyncio.create_task(self._boot())
            await asyncio.wait((boot, stopped), return_when=asyncio.FIRST_COMPLETED)
            if boot.done():
                boot.result()
                host, port = self._listener.getsockname()[:2]
                log.info("service_started", host=host, port=port, workers=len(self._serving), metrics_port=metrics_port)
                self._change(self._renew(renew))
                self._spawn_task(self._watch_beats())
                await stopped
                await self._drain()
            else:
                boot.cancel()
            return 0
        finally:
            self._stopping = True
            for task in list(self._tasks):
                task.cancel()
            for worker in self._alive:
                worker.kill()
            for worker in list(self._alive):
                await worker.process.wait()

    def _asked_to_stop(self, stop: asyncio.Event) -> None:
        if self._stopping:  # a second signal stops at once
            for worker in self._alive:
                worker.kill()
        stop.set()

    def _change(self, work: Coroutine[Any, Any, object]) -> None:
        task = self._spawn_task(work)
        self._changes.add(task)
        task.add_done_callback(self._changes.discard)

    def _spawn_task(self, work: Coroutine[Any, Any, object]) -> asyncio.Task[object]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._task_ended)
        return task

    def _task_ended(self, task: asyncio.Task[object]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("supervision_failed", exc_info=error)

    async def _boot(self) -> None:
        started = await asyncio.gather(*(self._start() for _ in range(self._config.workers)))
        ready = [worker for worker in started if worker is not None]
        if len(ready) < self._config.workers:
            raise StartFailed("A worker did not start. See its last log lines.")
        # A worker that has ended since is restored like any other.
        self._serving = [worker for worker in ready if not worker.ended.is_set()]
        for _ in range(self._config.workers - len(self._serving)):
            self._change(self._restore())

    async def _start(self) -> _Worker | None:
        """Start a worker and return it when it is ready, or None if it ended, took too long or failed to start."""
        try:
            worker, reader = await self._spawn()
        except OSError as error:  # the machine lacks processes, memory or descriptors
            log.error("worker_start_failed", reason=error.strerror or str(error))
            return None
        self._alive.add(worker)
        self._spawn_task(self._listen_to(worker, reader))
        try:
            async with asyncio.timeout(BOOT_TIMEOUT):
                if await asyncio.shield(worker.ready):
                    return worker
        except TimeoutError:
            log.error("worker_start_timeout", pid=worker.pid, seconds=BOOT_TIMEOUT)
        worker.kill()
        return None

    async def _spawn(self) -> tuple[_Worker, asyncio.StreamReader]:
        ours, theirs = socket.socketpair()
        listener = self._listener.fileno()
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "service.processes.api", "--app", self._app,
                "--listener", str(listener), "--channel", str(theirs.fileno()),
                stdin=asyncio.subprocess.DEVNULL,
                pass_fds=(listener, theirs.fileno()),
                env={"MALLOC_ARENA_MAX": "1", **self._environ},
                process_group=0,  # Ctrl-C reaches only the parent, which commands the workers
            )  # fmt: skip
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        reader, writer = await asyncio.open_unix_connection(sock=ours, limit=16 << 20)
        return _Worker(process, writer, asyncio.get_running_loop().time()), reader

    async def _listen_to(self, worker: _Worker, reader: asyncio.StreamReader) -> None:
        """Read the messages of one worker until it ends."""
        while True:
            try:
                line = await reader.readline()
                if not line:
                    break
                self._hear(worker, line)
            except ConnectionError:
                break
            except Exception:
                # Invalid input: a partial line of a killed worker, or metrics of newer code. Continue, because only
                # this task notices the worker's end and replaces it.
                log.exception("worker_message_invalid", pid=worker.pid)
        worker.writer.close()
        code = await worker.process.wait()
        self._alive.discard(worker)
        self._totals.forget(worker.pid)
        worker.ended.set()
        if not worker.ready.done():
            worker.ready.set_result(False)
        if worker in self._serving:
            self._serving.remove(worker)
            if not self._stopping:
                lived = asyncio.get_running_loop().time() - worker.started
                self._failures = 0 if lived > STEADY else self._failures + 1
                log.error("worker_died", pid=worker.pid, exit_status=code, seconds=round(lived, 1))
                self._change(self._restore())

    def _hear(self, worker: _Worker, line: bytes) -> None:
        worker.last_beat = asyncio.get_running_loop().time()
        match orjson.loads(line):
            case {"beat": counted}:
                self._totals.add(worker.pid, counted)
            case {"ready": _} if not worker.ready.done():
                worker.ready.set_result(True)
            case {"leaving": _} if worker in self._serving and not self._stopping:
                log.info("worker_replacement_requested", pid=worker.pid)
                self._change(self._replace(worker))

    async def _restore(self) -> None:
        """Replace a dead worker. Retry until a new worker is ready."""
        while True:
            await asyncio.sleep(BACKOFF[min(max(self._failures - 1, 0), len(BACKOFF) - 1)])
            worker = await self._start()
            if worker is not None:
                self._serving.append(worker)
                log.info("worker_replaced", pid=worker.pid)
                return
            self._failures += 1

    async def _renew(self, asked: asyncio.Event) -> None:
        """Replace all workers one by one on request. Requests during a round start one more round."""
        while True:
            await asked.wait()
            asked.clear()
            log.info("reload_started", workers=len(self._serving))
            for worker in list(self._serving):
                if not await self._replace(worker):
                    log.error("reload_failed", reason="a new worker did not start; the old workers continue")
                    break
            else:
                log.info("reload_finished", workers=len(self._serving))

    async def _replace(self, worker: _Worker) -> bool:
        """Start a successor, then drain the worker, so that the number of workers never decreases."""
        successor = await self._start()
        if successor is None:
            return False
        self._serving.append(successor)
        if worker in self._serving:
            self._serving.remove(worker)
            leaving = worker
        else:  # the worker died or was replaced meanwhile, and has a successor
            self._serving.remove(successor)
            leaving = successor
        leaving.tell("drain")
        await self._see_off(leaving)
        return True

    async def _see_off(self, worker: _Worker) -> None:
        try:
            async with asyncio.timeout(self._config.drain_timeout + OVERTIME):
                await worker.ended.wait()
        except TimeoutError:
            log.error("worker_drain_timeout", pid=worker.pid)
            worker.kill()
            await worker.ended.wait()

    async def _watch_beats(self) -> None:
        loop = asyncio.get_running_loop()
        checked = loop.time()
        while True:
            await asyncio.sleep(1.0)
            now = loop.time()
            if now - checked < 5.0:  # otherwise this process was suspended, and the beats are unread
                for worker in self._alive:
                    if worker.ready.done() and now - worker.last_beat > SILENCE:
                        log.error("worker_unresponsive", pid=worker.pid, seconds=SILENCE)
                        worker.kill()
            checked = now

    async def _drain(self) -> None:
        """Stop the service without losing an accepted request."""
        self._stopping = True
        for change in self._changes:
            change.cancel()
        log.info("service_draining", wait=self._config.drain_wait, timeout=self._config.drain_timeout)
        for worker in self._alive:
            worker.tell("unready")
        waiting = asyncio.create_task(asyncio.sleep(self._config.drain_wait))
        everyone = asyncio.gather(*(worker.ended.wait() for worker in self._alive))
        await asyncio.wait((waiting, everyone), return_when=asyncio.FIRST_COMPLETED)
        refuse_new(self._listener)
        for worker in list(self._alive):
            if worker.ready.done():
                worker.tell("stop")
            else:
                worker.kill()
        self._listener.close()
        await asyncio.gather(*(self._see_off(worker) for worker in list(self._alive)))
        log.info("service_stopped")
