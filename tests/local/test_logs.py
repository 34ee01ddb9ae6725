"""Test the readable form of JSON log lines."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from service.dev.local.logs import readable


def test_a_log_line_is_formatted() -> None:
    entry = {"timestamp": "2026-01-31T12:34:56.789012Z", "level": "info", "event": "started", "port": 8000}
    assert readable(json.dumps(entry), colour=False) == "12:34:56.789 info     started port=8000"


def test_an_error_keeps_its_traceback() -> None:
    error = {"type": "ValueError", "message": "no", "frames": ["a.py:1 f"]}
    shown = readable(json.dumps({"level": "error", "event": "failed", "exception": [error]}), colour=False)
    assert shown.splitlines()[1:] == ["    a.py:1 f", "  ValueError: no"]


def test_other_lines_are_unchanged() -> None:
    assert readable("Traceback (most recent call last):\n", colour=True) == "Traceback (most recent call last):"
    assert readable("[1, 2]\n", colour=True) == "[1, 2]"


@pytest.mark.parametrize("lines", [1, 100_000])  # one line, and more lines than a pipe holds
def test_a_closed_pipe_is_no_error(tmp_path: Path, lines: int) -> None:
    log = tmp_path / "api.log"
    log.write_text("one\n" * lines)
    command = [sys.executable, "-m", "service", "logs", str(log)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as following:
        assert following.stdout is not None
        assert following.stderr is not None
        following.stdout.readline()
        following.stdout.close()
        assert following.stderr.read() == b""
        assert following.wait(30) == 0
