"""Worker process of the API: a fresh interpreter that the supervisor starts with the inherited socket."""

import argparse
import asyncio
import gc
import importlib
import resource
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import orjson
import structlog
import uvloop

from service.core import log as logs
from service.core.config import Config
from service.http.request import Addresses
from service.http.transport.connection_limit import ConnectionLimit
from service.http.transport.server import HttpServer
from service.processes.listener import BACKLOG, refuse_new

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)

SPARE: Final = 256
"""File descriptors that a worker needs in addition to those of its clients."""

_STATM: Final = Path("/proc/self/statm")


async def _work(config: Config, factory: str, listener: socket.socket, channel: socket.socket) -> int:
    loop = asyncio.get_running_loop()
    module, _, name = factory.partition(":")
    app = getattr(importlib.import_module(module), name)(config)
    await app.start()
    limit = ConnectionLimit(config.max_connections_per_address, Addresses(config.trusted_proxies))
    server = HttpServer(app.handle, limit)
    metrics = app.deps.metrics
    metrics.connections_refused.follow(lambda: limit.refused)
    reader, writer = await asyncio.open_unix_connection(sock=channel)

    def say(what: str, value: object = None) -> None:
        if not writer.is_closing():
            writer.write(orjson.dumps({what: value}) + b"\n")

    async def beat() -> None:
        while True:
            due = loop.time() + 1.0
            await asyncio.sleep(1.0)
            metrics.loop_lag.observe(loop.time() - due)
            say("beat", metrics.flush())

    # Objects created at start are permanent: exclude them from garbage collection.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    metrics.gauge("worker_resident_memory_bytes", "Resident memory of all workers.").labels().watch(_resident)
    metrics.gauge("workers", "Workers that serve or drain.").labels().set(1)
    listener.listen(BACKLOG)  # the first ready worker opens the queue; for the others this is a no-op
    server.listen(listener)
    loop.add_signal_handler(signal.SIGTERM, say, "leaving")
    say("ready")
    beats = asyncio.create_task(beat())
    while True:
        command = (await reader.readline()).strip()
        if command == b"unready":
            app.draining = True
        elif command == b"drain":
            server.stop_accepting()
            break
        else:  # `stop`, or the parent has died
            app.draining = server.draining = True
            if command != b"stop":
                log.warning("supervisor_died")
                refuse_new(listener)
            await server.accept_the_last()
            break
    await asyncio.gather(server.drain(config.drain_timeout), app.streams.drain(config.drain_timeout))
    beats.cancel()
    await app.stop()
    say("beat", metrics.flush())
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
    return 0


def _resident() -> float:
    try:
        return float(int(_STATM.read_bytes().split()[1]) * resource.getpagesize())
    except OSError:
        return 0.0


_THRESHOLDS: Final = gc.get_threshold()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one worker. The parent passes the arguments."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Collect rarely during start, because all objects stay. With the collector disabled, memory fragments and each
    # request costs 3 % more (bench-compare).
    gc.set_threshold(50_000)
    parser = argparse.ArgumentParser(
        prog="python -m service.processes.api", description="One worker of `python -m service serve`."
    )
    parser.add_argument("--app", required=True)
    parser.add_argument("--listener", type=int, required=True)
    parser.add_argument("--channel", type=int, required=True)
    options = parser.parse_args(arguments)
    config = Config.from_env()
    logs.configure(config)
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if hard != resource.RLIM_INFINITY and hard < config.max_streams + config.max_in_flight + SPARE:
        log.warning("file_limit_too_low", limit=hard, max_streams=config.max_streams)
    listener, channel = socket.socket(fileno=options.listener), socket.socket(fileno=options.channel)
    try:
        return uvloop.run(_work(config, options.app, listener, channel))
    except Exception:
        log.exception("worker_failed")
        return 1


if __name__ == "__main__":
    sys.exit(main())
