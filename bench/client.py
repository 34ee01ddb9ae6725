"""One client on one persistent connection that measures the time of each response."""

import http.client
import time
from types import TracebackType
from typing import Any, Final, Self

import orjson
from attrs import frozen

from bench.meter import CpuMeter
from bench.samples import PASSWORD

_PATIENCE: Final = 70.0
"""Longest wait in seconds for a rate limit to pass."""


class AnswerError(Exception):
    """An unexpected response; the message describes it."""


@frozen
class Answer:
    """A response.

    `milliseconds` count from the first byte sent to the last one read; with a meter, they are CPU time.
    """

    milliseconds: float
    size: int
    json: Any


class Client:
    """Client for GET requests under /api/v1. Each has another address, or the token of one maker."""

    def __init__(self, port: int, meter: CpuMeter | None = None) -> None:
        self._meter = meter
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._token = ""
        self._asked = 0
        self._is_open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()
        if self._meter is not None:
            self._meter.close()

    def warm(self) -> None:
        """Let the meter find the connections. Call this after a few requests."""
        if self._meter is not None:
            self._meter.look()

    def log_in(self, email: str) -> None:
        """Log in as a synthetic maker. The token is valid for five minutes."""
        body = orjson.dumps({"email": email, "password": PASSWORD})
        answer = self._send("POST", "/auth/login", body, {"Content-Type": "application/json"})
        self._token = answer.json["access_token"]

    def get(self, path: str, *, as_maker: bool = False) -> Answer:
        """Return a response with status 200, waiting for rate limits. Raise AnswerError."""
        return self._send("GET", path, None, {"Authorization": f"Bearer {self._token}"} if as_maker else {})

    def _send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        self._asked += 1
        number = self._asked
        address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        while True:
            try:
                started = self._now()
                self._connection.request(method, f"/api/v1{path}", body, {**headers, "X-Forwarded-For": address})
                response = self._connection.getresponse()
                read = response.read()
                took = self._now() - started
            except (http.client.RemoteDisconnected, ConnectionError):
                # The service closed the idle connection. Every request here can be repeated.
                self._connection.close()
                if not self._is_open:
                    raise
                self._is_open = False
                continue
            self._is_open = True
            if response.status == 200:
                return Answer(took, len(read), orjson.loads(read))
            if response.status != 429 or (wait := float(response.headers["Retry-After"])) > _PATIENCE:
                said = read[:300].decode(errors="replace")
                raise AnswerError(f"{method} {path} returned {response.status}: {said}")
            time.sleep(wait)

    def _now(self) -> float:
        return time.perf_counter() * 1000 if self._meter is None else self._meter.milliseconds()
