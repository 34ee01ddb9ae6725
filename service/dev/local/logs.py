"""Format JSON log lines for reading."""

import json
import os
import select
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

_COLOURS = {"debug": "2", "info": "32", "warning": "33", "error": "31", "critical": "1;31"}
_FIRST = ("timestamp", "level", "event", "exception")


def follow(files: Sequence[Path]) -> int:
    """Print each line of the files and follow them until Ctrl-C. Without files, read standard input."""
    colour = sys.stdout.isatty()
    try:
        for line in _added(files) if files else sys.stdin:
            print(readable(line, colour=colour), flush=True)
    except BrokenPipeError:
        # The reader of the pipe (`| head`) has ended. Writing the rest of the buffer would fail again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def readable(line: str, *, colour: bool) -> str:
    """Format one log line. Lines that are not JSON objects stay unchanged."""
    try:
        entry = json.loads(line)
    except ValueError:
        entry = None
    if not isinstance(entry, dict):
        return line.rstrip("\n")
    level = str(entry.get("level", "")).lower()
    # 2026-01-31T12:34:56.789012Z → 12:34:56.789
    moment = str(entry.get("timestamp", "")).partition("T")[2][:12] or str(entry.get("timestamp", ""))
    words = [
        moment,
        _painted(f"{level:8}", _COLOURS.get(level, "0"), colour),
        _painted(str(entry.get("event", "")), "1", colour),
    ]
    words += [f"{_painted(name, '2', colour)}={value}" for name, value in entry.items() if name not in _FIRST]
    return "\n".join([" ".join(words), *_trace(entry.get("exception"))])


def _trace(exception: object) -> list[str]:
    """Return the lines of a traceback, which the log contains as text or as a chain of errors with frames."""
    if not isinstance(exception, list):
        return [str(exception)] if exception else []
    lines = []
    for error in exception:
        if isinstance(error, dict):
            lines += [f"    {frame}" for frame in error.get("frames", ())]
            lines.append(f"  {error.get('type')}: {error.get('message')}")
    return lines


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\033[{code}m{text}\033[0m" if colour else text


def _added(files: Sequence[Path]) -> Iterator[str]:
    opened: dict[Path, IO[str]] = {}
    while True:
        quiet = True
        for path in files:
            file = opened.get(path)
            if file is None or not _is_same(path, file):
                if not path.exists():
                    continue
                file = opened[path] = path.open(errors="replace")
            for line in file:
                quiet = False
                yield line
        if quiet:
            if _nobody_reads():
                return
            time.sleep(0.2)


def _nobody_reads() -> bool:
    """Return whether standard output is a pipe without a reader. Without log lines, no write would reveal that."""
    watched = select.poll()
    watched.register(sys.stdout, 0)
    return any(event & select.POLLERR for _, event in watched.poll(0))


def _is_same(path: Path, file: IO[str]) -> bool:
    """Return False when the file was moved and a new one exists."""
    try:
        return path.stat().st_ino == os.fstat(file.fileno()).st_ino
    except FileNotFoundError:
        return True
