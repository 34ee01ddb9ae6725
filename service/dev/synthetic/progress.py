"""What whoever waits gets to see: a bar on a terminal, where tqdm is there, and a line for each thing done."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

_STEP = 1000
"""Rows between two looks at the bar."""


class Progress:
    """One for a load. `say` takes the lines; bars are shown when `bars` is set."""

    def __init__(self, say: Callable[[str], None], *, bars: bool) -> None:
        self._say = say
        self._bar: Any = None
        if bars:
            try:
                from tqdm import tqdm
            except ImportError:  # the production image has none
                return
            self._bar = tqdm

    def counted[T](self, what: str, rows: Iterable[T], about: float, unit: str = "row") -> Iterator[T]:
        """The rows, counted as they pass by."""
        started, count, step = time.monotonic(), 0, min(_STEP, int(about / 100) + 1)
        bar = self._bar(total=int(about), desc=what, unit=unit, leave=False) if self._bar else None
        try:
            for row in rows:
                yield row
                count += 1
                if bar is not None and count % step == 0:
                    bar.update(step)
        finally:
            if bar is not None:
                bar.close()
        self.say(f"{what}: {count:,} {unit}s, {time.monotonic() - started:.1f} s")

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        """Something that takes a while and cannot be counted."""
        started = time.monotonic()
        if self._bar:
            sys.stderr.write(f"\r\x1b[K{what} …")
            sys.stderr.flush()
        yield
        if self._bar:
            sys.stderr.write("\r\x1b[K")
        self.say(f"{what}: {time.monotonic() - started:.1f} s")

    def say(self, line: str) -> None:
        self._say(line)
