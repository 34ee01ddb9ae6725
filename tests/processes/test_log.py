"""Test the content of log lines, in particular that they contain no secrets."""

import subprocess
import sys
from uuid import uuid4

import orjson
import pytest

from service.core.log import REDACTED, redact
from tests.processes.running import ENVIRONMENT

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"


@pytest.mark.parametrize(
    "key",
    [
        "password",
        "new_password",
        "passwd",
        "token",
        "refresh_token",
        "access_token",
        "Authorization",
        "Cookie",
        "Set-Cookie",
        "secret",
        "client_secret",
        "SECRET_KEYS",
        "api_key",
        "X-Api-Key",
        "credentials",
        "private_key",
    ],
)
def test_secrets_are_detected_by_key(key: str) -> None:
    assert redact({key: "s3cret", "deep": [{key: {"even": "s3cret"}}]}) == {key: REDACTED, "deep": [{key: REDACTED}]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"token {JWT} refused", f"token {REDACTED} refused"),
        ("Authorization: Bearer abcdefghijkl", f"Authorization: Bearer {REDACTED}"),
        ("postgresql://app:pa55@db:5432/x", f"postgresql://app:{REDACTED}@db:5432/x"),
        ("postgresql://app:p@55@db:5432/x", f"postgresql://app:{REDACTED}@db:5432/x"),
        ("redis://:pa55@cache", f"redis://:{REDACTED}@cache"),
        ("host=db password=pa55 user=app", f"host=db password={REDACTED} user=app"),
        ("/reset?token=abc&next=/", f"/reset?token={REDACTED}&next=/"),
        ("http://127.0.0.1:8000/a@b", "http://127.0.0.1:8000/a@b"),
        ("nothing to hide: see https://example.org:443/", "nothing to hide: see https://example.org:443/"),
    ],
)
def test_secrets_are_detected_by_form(text: str, expected: str) -> None:
    assert redact(text) == expected
    assert redact([text.encode()]) == [expected]


def test_anything_can_be_logged() -> None:
    endless: list[object] = []
    endless.append(endless)
    for value in (endless, {1: object()}, "\ud800", b"\xff", uuid4(), None, {"token": None}, float("nan")):
        orjson.dumps(redact(value), default=str)
    assert redact({"token": None}) == {"token": None}


SCRIPT = """
import asyncio, asyncpg, logging, structlog
from service.core.config import Config
from service.core import log
log.configure(Config.from_env())
logger = structlog.get_logger("here")
log.request_id.set("req-1")
logger.info("hello", password="hunter2", url="redis://:hunter2@h", n=1)
logger.debug("quiet")
def fail():
    local = "hunter2"
    raise ValueError("dsn postgresql://u:hunter2@h/d")
def violate():
    error = asyncpg.CheckViolationError('new row for relation "maker" violates check constraint "maker_x"')
    error.detail = "Failing row contains (1, ada, hunter2)."
    raise error
try:
    fail()
except ValueError:
    logger.exception("failed")
    logging.getLogger("asyncpg").warning("from %s", "the library", exc_info=True)
try:
    violate()
except asyncpg.PostgresError:
    logger.exception("violated")
async def main():
    log.log_request("req-2", "GET", "/api/v1/invitations/hunter2", "/invitations/{token}", 200, 0.00123, "127.0.0.1")
    log.log_request("req-3", "GET", "/api/v1/caf\\udce9", "unmatched", 404, 0.001, "127.0.0.1")
    log.log_request("req-4", "GET", "/invitation/" + "hunter2" * 6, "unmatched", 404, 0.001, "127.0.0.1")
asyncio.run(main())
"""


def logged(**changes: str) -> tuple[str, list[str]]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env={**ENVIRONMENT, **changes}, capture_output=True, text=True, check=True
    )
    assert done.stdout == ""
    return done.stderr, done.stderr.splitlines()


def test_json_lines() -> None:
    text, lines = logged()
    assert "hunter2" not in text
    hello, failed, library, violated, *requests = (orjson.loads(line) for line in lines)
    assert (hello["event"], hello["password"], hello["n"], hello["request_id"]) == ("hello", REDACTED, 1, "req-1")
    assert hello["level"] == "info"
    assert hello["timestamp"].endswith("Z")
    assert failed["exception"][0]["type"] == "builtins.ValueError"
    assert len(failed["exception"][0]["frames"]) == 2
    assert (library["event"], library["logger"]) == ("from the library", "asyncpg")
    assert library["exception"][0]["message"] == f"dsn postgresql://u:{REDACTED}@h/d"
    message = 'new row for relation "maker" violates check constraint "maker_x"'
    assert violated["exception"][0]["message"] == f"{message}\nDETAIL: {REDACTED}"
    assert [line["request_id"] for line in requests] == ["req-2", "req-3", "req-4"]
    assert requests[2]["path"] == f"/invitation/{REDACTED}"
    assert requests[0] | {"timestamp": ""} == {
        "event": "request",
        "request_id": "req-2",
        "method": "GET",
        "path": "/invitations/{token}",
        "route": "/invitations/{token}",
        "status": 200,
        "ms": 1.23,
        "address": "127.0.0.1",
        "level": "info",
        "timestamp": "",
    }


def test_readable_lines_and_levels() -> None:
    text, lines = logged(LOG_FORMAT="console", LOG_LEVEL="debug")
    assert "hunter2" not in text
    assert any("quiet" in line for line in lines)
    text, _ = logged(LOG_LEVEL="warning")
    assert '"request"' not in text
    assert "hello" not in text
    assert "failed" in text
