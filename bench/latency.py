"""Latency at a constant rate, open loop: `python -m bench.latency PORT FILE --rate 1000 --seconds 5` is one process.

Each request is sent at its scheduled moment, whatever happened to earlier ones, and timed from that moment. A server
that stalls for a second therefore shows as a second of late responses, as for its users. Closed-loop generators omit
those (G. Tene, "How NOT to Measure Latency", 2015: coordinated omission).

The clock is a kernel timer (timerfd_create(2)), because timers of event loops have a resolution of milliseconds. The
generator's own delay is reported, because it is part of the measured time.
"""

import argparse
import asyncio
import ctypes
import os
import re
import struct
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import orjson
import uvloop
from attrs import frozen
from hdrh.histogram import HdrHistogram  # type: ignore[import-untyped]

from bench.request import SERIAL, read
from service.dev.local.layout import CHECKOUT

PERCENTILES: Final = (50.0, 90.0, 99.0, 99.9)

_LONGEST: Final = 60_000_000
"""Microseconds; longer times count as this value."""
_PATIENCE: Final = 10.0
"""Seconds to wait for the last responses."""
_ABSOLUTE: Final = 1
"""TFD_TIMER_ABSTIME"""
_END: Final = b"\r\n\r\n"
_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_BODYLESS: Final = frozenset({b"204", b"304"})


class LatencyError(Exception):
    """The generator failed or could not connect."""


@frozen
class Latencies:
    """Milliseconds by percentile.

    `late`: delay until a request was handed to the kernel or to the queue for a connection. `rate` is the requested
    rate per second. `refused` responses were 4xx or 5xx; `broken` requests had none.
    """

    rate: float
    requests: int
    refused: int
    broken: int
    percentiles: Mapping[str, float]
    longest: float
    late: Mapping[str, float]

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> "Latencies":
        return cls(**said)


class _Connection(asyncio.Protocol):
    """A connection with one request at a time."""

    __slots__ = ("_buffer", "_crowd", "_due", "_wanted", "transport")

    def __init__(self, crowd: "_Crowd") -> None:
        self._crowd = crowd
        self._buffer = b""
        self._wanted = 0
        self._due = 0
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment]

    def send(self, data: bytes, due: int) -> None:
        assert self.transport is not None
        self._due = due
        self.transport.write(data)

    def data_received(self, data: bytes) -> None:
        data = self._buffer + data if self._buffer else data
        if not self._wanted:
            head = data.find(_END)
            if head < 0:
                self._buffer = data
                return
            length = _LENGTH.search(data, 0, head)
            self._wanted = head + 4 + (int(length[1]) if length and data[9:12] not in _BODYLESS else 0)
        if len(data) < self._wanted:
            self._buffer = data
            return
        self._buffer, self._wanted = b"", 0
        self._crowd.answered(self, self._due, refused=data[9:10] in (b"4", b"5"))

    def connection_lost(self, exc: Exception | None) -> None:
        self._crowd.lost(self, under_way=bool(self._due))

    def rest(self) -> None:
        self._due = 0


class _Crowd:
    """All connections, the queue for them, and the counts. Moments are nanoseconds of the monotonic clock."""

    def __init__(self, messages: Sequence[Callable[[], bytes]]) -> None:
        self._messages = messages
        self._at = 0
        self._free: list[_Connection] = []
        self._line: deque[int] = deque()
        self._under_way = 0
        self.taken = HdrHistogram(1, _LONGEST, 3)
        self.late = HdrHistogram(1, _LONGEST, 3)
        self.refused = self.broken = 0

    def add(self, connection: _Connection) -> None:
        self._free.append(connection)

    @property
    def idle(self) -> bool:
        return not self._under_way and not self._line

    def send(self, due: int) -> None:
        _record(self.late, time.monotonic_ns() - due)
        if self._free:
            self._hand(self._free.pop(), due)
        else:
            self._line.append(due)

    def _hand(self, connection: _Connection, due: int) -> None:
        self._at = self._at % len(self._messages) + 1
        self._under_way += 1
        connection.send(self._messages[self._at - 1](), due)

    def answered(self, connection: _Connection, due: int, *, refused: bool) -> None:
        _record(self.taken, time.monotonic_ns() - due)
        self.refused += refused
        self._under_way -= 1
        connection.rest()
        if self._line:
            self._hand(connection, self._line.popleft())
        else:
            self._free.append(connection)

    def lost(self, connection: _Connection, *, under_way: bool) -> None:
        if under_way:
            self.broken += 1
            self._under_way -= 1
        elif connection in self._free:
            self._free.remove(connection)

    def give_up(self) -> None:
        """Count requests without a response as broken."""
        self.broken += self._under_way + len(self._line)


def _record(histogram: Any, nanoseconds: int) -> None:
    histogram.record_value(min(max(1, nanoseconds // 1000), _LONGEST))


async def generate(port: int, messages: Sequence[bytes], rate: float, seconds: float, connections: int) -> Latencies:
    """Send `rate` × `seconds` requests in turn. Raise OSError, and LatencyError without any response."""
    loop = asyncio.get_running_loop()
    crowd = _Crowd(_prepared(messages))
    opened = []
    for _ in range(connections):
        transport, connection = await loop.create_connection(lambda: _Connection(crowd), "127.0.0.1", port)
        crowd.add(connection)
        opened.append(transport)
    total = max(1, round(rate * seconds))
    interval = round(1e9 / rate)
    sent = 0
    done = asyncio.Event()
    first = time.monotonic_ns() + 50_000_000
    timer = _timer(first, interval)

    def tick() -> None:
        nonlocal sent
        try:
            os.read(timer, 8)
        except BlockingIOError:
            return
        # Follow the clock, not the timer's count: send every due request with its own moment.
        while sent < total and first + sent * interval <= time.monotonic_ns():
            crowd.send(first + sent * interval)
            sent += 1
        if sent == total:
            done.set()

    loop.add_reader(timer, tick)
    try:
        await done.wait()
        deadline = loop.time() + _PATIENCE
        while not crowd.idle and loop.time() < deadline:  # noqa: ASYNC110 - the measurement is over
            await asyncio.sleep(0.01)
    finally:
        loop.remove_reader(timer)
        os.close(timer)
        for transport in opened:
            transport.abort()
    crowd.give_up()
    if not crowd.taken.get_total_count():
        raise LatencyError(f"no response to any of {total} requests")
    return Latencies(
        rate,
        total,
        crowd.refused,
        crowd.broken,
        _percentiles(crowd.taken),
        crowd.taken.get_max_value() / 1000,
        _percentiles(crowd.late),
    )


def _timer(first: int, interval: int) -> int:
    """Return the descriptor of a timer that is readable from `first` on, every `interval` nanoseconds. Raise OSError.

    Python has these calls since 3.13 only.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    # the TFD_* flags have the same bits
    timer = int(libc.timerfd_create(time.CLOCK_MONOTONIC, os.O_NONBLOCK | os.O_CLOEXEC))
    # struct itimerspec: interval and first, each as seconds and nanoseconds
    times = struct.pack("llll", *divmod(interval, 10**9), *divmod(first, 10**9))
    if timer < 0 or libc.timerfd_settime(timer, _ABSOLUTE, times, None) < 0:
        raise OSError(ctypes.get_errno(), "cannot create a timer")
    return timer


def _percentiles(histogram: Any) -> dict[str, float]:
    return {f"{percent:g}": histogram.get_value_at_percentile(percent) / 1000 for percent in PERCENTILES}


def _prepared(messages: Sequence[bytes]) -> list[Callable[[], bytes]]:
    """Return functions that build the messages; a message with a serial number gets a new one each time."""
    serial = time.time_ns() // 1000 + 1_000_000_000  # above the numbers of load.lua
    place = SERIAL.encode()

    def numbered(message: bytes) -> Callable[[], bytes]:
        def make() -> bytes:
            nonlocal serial
            serial += 1
            return message.replace(place, b"%016d" % serial)

        return make

    return [numbered(message) if place in message else lambda message=message: message for message in messages]  # type: ignore[misc]


def measure(port: int, requests: Path, rate: float, seconds: float, connections: int) -> Latencies:
    """Measure in a separate process. Raise LatencyError."""
    command = [sys.executable, "-m", "bench.latency", str(port), str(requests)]
    command += ["--rate", str(rate), "--seconds", str(seconds), "--connections", str(connections)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKOUT)
    if done.returncode != 0:
        raise LatencyError(f"the open-loop generator failed with {done.returncode}:\n{done.stderr}")
    return Latencies.from_json(orjson.loads(done.stdout))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("requests", type=Path)
    parser.add_argument("--rate", type=float, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--connections", type=int, default=64)
    options = parser.parse_args()
    host = f"127.0.0.1:{options.port}"
    encoded = [request.encode(host) for request in read(options.requests)]
    found = uvloop.run(generate(options.port, encoded, options.rate, options.seconds, options.connections))
    sys.stdout.buffer.write(orjson.dumps(attrs.asdict(found)))
