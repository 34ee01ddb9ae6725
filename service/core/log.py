"""Structured logging to stderr: one JSON object per line, or readable lines in a terminal, without secrets."""

import asyncio
import atexit
import logging
import re
import sys
import time
import traceback
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import orjson
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from service.core.config import Config

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)
"""Id of the current request, added to every log line of that request."""

REDACTED: Final = "[redacted]"

UNMATCHED: Final = "unmatched"
"""Route name of a request that matches no route."""

_SECRET_KEY = re.compile(
    r"passw|passphrase|secret|token|authorization|cookie|credential|api[-_]?key|private[-_]?key|signature",
    re.IGNORECASE,
)
_SECRET_VALUES: Final = (
    # JWTs, and values sent as a bearer or basic credential.
    (re.compile(r"\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*"), REDACTED),
    (re.compile(r"\b(Bearer|Basic)\s+[\w.~+/=-]{8,}", re.IGNORECASE), rf"\1 {REDACTED}"),
    # Passwords in URLs: scheme://user:password@host. The last @ counts, because a password may contain one.
    (re.compile(r"(\b[a-z][a-z0-9+.-]*://[^\s:/@]*):[^\s/]*@", re.IGNORECASE), rf"\1:{REDACTED}@"),
    # password=… and similar pairs in query strings and key-value DSNs.
    (re.compile(r"\b([\w-]*(?:password|secret|token|api[-_]?key))=[^\s&;,'\"]+", re.IGNORECASE), rf"\1={REDACTED}"),
)
# PostgreSQL and its drivers quote whole rows and parameter values in error messages.
_QUOTED_VALUES: Final = re.compile(r"(\n(?:DETAIL|CONTEXT):|invalid input for query argument \$\d+:).*", re.DOTALL)
# One-time tokens in mistyped paths, which match no route. No other path segment is this long.
_TOKEN_LIKE: Final = re.compile(r"[\w-]{40,}")
_MAX_DEPTH: Final = 8
_PLAIN: Final = (bool, int, float, datetime, date, timedelta, UUID, Decimal, type(None))


def redact(value: object, depth: int = 0) -> object:
    """Return `value` without secrets, found by their key or their format. Convert unknown types to text."""
    if isinstance(value, str):
        for pattern, replacement in _SECRET_VALUES:
            value = pattern.sub(replacement, value)
        # JSON cannot represent lone surrogates, so they are escaped.
        return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, _PLAIN):
        return value
    if depth < _MAX_DEPTH:
        if isinstance(value, Mapping):
            return {
                str(key): REDACTED if _SECRET_KEY.search(str(key)) and item is not None else redact(item, depth + 1)
                for key, item in value.items()
            }
        if isinstance(value, list | tuple | set | frozenset):
            return [redact(item, depth + 1) for item in value]
    if isinstance(value, bytes | bytearray):
        return redact(bytes(value).decode("utf-8", "backslashreplace"))
    return redact(repr(value))


def _redact_event(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    return {
        key: REDACTED if _SECRET_KEY.search(key) and value is not None else redact(value)
        for key, value in event.items()
    }


def _add_request_id(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    current = request_id.get()
    if current is not None and "request_id" not in event:
        event["request_id"] = current
    return event


def _structure_exception(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Replace exc_info by type, message and frames, without values of local variables, rows or parameters."""
    found = event.pop("exc_info", None)
    if found is True:
        found = sys.exc_info()[1]
    elif isinstance(found, tuple):
        found = found[1]
    if isinstance(found, BaseException):
        event["exception"] = _chain(found)
    return event


def _chain(error: BaseException) -> list[dict[str, Any]]:
    """Return the exception and its causes, outermost first, at most five."""
    chain: list[dict[str, Any]] = []
    current: BaseException | None = error
    while current is not None and len(chain) < 5:
        frames = traceback.extract_tb(current.__traceback__)[-20:]
        entry: dict[str, Any] = {
            "type": f"{type(current).__module__}.{type(current).__qualname__}",
            "message": _QUOTED_VALUES.sub(rf"\1 {REDACTED}", str(current))[:2000],
            "frames": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
        }
        if isinstance(current, BaseExceptionGroup):
            entry["members"] = [_chain(member) for member in current.exceptions[:5]]
        chain.append(entry)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return chain


def _exception_as_text(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Format the exception of `_structure_exception` as text for the console."""
    if isinstance(chain := event.get("exception"), list):
        event["exception"] = "\n".join(
            "\n  ".join([f"{entry['type']}: {entry['message']}", *entry["frames"]]) for entry in chain
        )
    return event


def _to_json(event: object, **_: object) -> str:
    return orjson.dumps(event, default=str, option=orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS).decode()


def configure(config: Config) -> None:
    """Send structlog and standard-library logs to stderr, according to `log_level` and `log_format`."""
    level: int = getattr(logging, config.log_level.upper())
    _lines.enabled = level <= logging.INFO
    _lines.json = config.log_format == "json"
    shared: list[Processor] = [
        _add_request_id,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _structure_exception,
        _redact_event,
    ]
    renderer: Processor
    if config.log_format == "json":
        renderer = structlog.processors.JSONRenderer(serializer=_to_json)
    else:
        shared.append(_exception_as_text)
        renderer = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    structlog.configure(
        processors=[*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        # One write per line: processes share the pipe, and print() writes the line end separately where Python is
        # unbuffered, as in the image.
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    # Libraries log from level warning, except at level debug.
    root.setLevel(level if level <= logging.DEBUG else max(level, logging.WARNING))
    logging.captureWarnings(True)


def log_request(request_id: str, method: str, path: str, route: str, status: int, seconds: float, address: str) -> None:
    """Log one line for a completed request. The call costs almost nothing if the level is above info.

    `path` excludes the query string, which may contain a one-time token. If the path contains a token, the line shows
    the route instead. `request_id` and `route` contain no characters that JSON escapes. `seconds` is the time from the
    request's head to its response.
    """
    if not _lines.enabled:
        return
    if "token}" in route:
        path = route
    elif route == UNMATCHED:
        path = _TOKEN_LIKE.sub(REDACTED, path)
    if not path.isascii():
        path = path.encode("utf-8", "backslashreplace").decode()
    if not _lines.json:
        _lines.logger.info(
            "request", request_id=request_id, method=method, path=path, status=status, ms=round(seconds * 1000, 2)
        )
        return
    # Bypass structlog, whose processors cost more than many requests. Only path and address contain client input.
    _lines.add(
        f'{{"event":"request","request_id":"{request_id}","method":"{method}","path":{_quoted(path)}'
        f',"route":"{route}","status":{status},"ms":{seconds * 1000:.2f},"address":{_quoted(address)}'
        f',"level":"info","timestamp":"{_lines.now()}"}}'
    )


def _quoted(text: str) -> str:
    return orjson.dumps(text).decode()


class _Lines:
    """Buffer of request lines, written together at most FLUSH_AFTER seconds late, and at exit."""

    FLUSH_AFTER: Final = 0.1

    def __init__(self) -> None:
        self.enabled = False
        self.json = True
        self.logger: structlog.typing.FilteringBoundLogger = structlog.get_logger("request")
        self._waiting: list[str] = []
        self._second = 0
        self._second_text = ""
        atexit.register(self.flush)

    def now(self) -> str:
        """Return the time in RFC 3339 format with milliseconds. Format the date once per second."""
        now = time.time()
        second = int(now)
        if second != self._second:
            self._second = second
            self._second_text = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(second))
        return f"{self._second_text}.{int((now - second) * 1000):03d}Z"

    def add(self, line: str) -> None:
        self._waiting.append(line)
        if len(self._waiting) == 1:
            asyncio.get_running_loop().call_later(self.FLUSH_AFTER, self.flush)

    def flush(self) -> None:
        if self._waiting:
            lines, self._waiting = self._waiting, []
            lines.append("")
            sys.stderr.write("\n".join(lines))
            sys.stderr.flush()


_lines = _Lines()
