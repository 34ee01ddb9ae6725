"""One client on one connection that stays open, and how long its answers took."""

import http.client
import time
from types import TracebackType
from typing import Any, Final, Self

import orjson
from attrs import frozen

from bench.meter import CpuMeter
from bench.samples import PASSWORD

_PATIENCE: Final = 70.0
"""Seconds to wait at most for a limit to pass."""


class AnswerError(Exception):
    """A request was not answered as it should be; the message says how."""


@frozen
class Answer:
    """`milliseconds` from the first byte sent to the last one read; with a meter, those of CPU that it cost."""

    milliseconds: float
    size: int
    json: Any


class Client:
    """Reads under /api/v1, each time from another address; with a token as one maker."""

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
        """To be called after a few requests: a meter has to know the connections that they opened."""
        if self._meter is not None:
            self._meter.look()

    def log_in(self, email: str) -> None:
        """As a synthetic maker; the token is good for five minutes."""
        body = orjson.dumps({"email": email, "password": PASSWORD})
        answer = self._send("POST", "/auth/login", body, {"Content-Type": "application/json"})
        self._token = answer.json["access_token"]

    def get(self, path: str, *, as_maker: bool = False) -> Answer:
        """One answer, 200. Waits when there were too many. Raises AnswerError."""
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
                # Nothing was asked for so long that the service hung up; every request here can be sent again.
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
                raise AnswerError(f"{method} {path} was answered with {response.status}: {said}")
            time.sleep(wait)

    def _now(self) -> float:
        return time.perf_counter() * 1000 if self._meter is None else self._meter.milliseconds()
