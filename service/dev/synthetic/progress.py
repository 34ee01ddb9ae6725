"""Progress of a load: a progress bar on a terminal (if tqdm is installed) and one line per step."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

_STEP = 1000
"""Rows between two updates of the bar."""


class Progress:
    """Progress of one load. `say` receives the lines; `bars` enables progress bars."""

    def __init__(self, say: Callable[[str], None], *, bars: bool) -> None:
        self._say = say
        self._bar: Any = None
        if bars:
            try:
                from tqdm import tqdm
            except ImportError:  # not in the production image
                return
            self._bar = tqdm

    def counted[T](self, what: str, rows: Iterable[T], about: float, unit: str = "row") -> Iterator[T]:
        """Yield the rows and count them."""
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
        """Report a step whose rows cannot be counted."""
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
