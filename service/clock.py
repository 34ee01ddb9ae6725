"""The time, passed in wherever a rule needs it, so that tests can move it."""

from collections.abc import Callable
from datetime import UTC, datetime

type Clock = Callable[[], datetime]
"""Returns the present moment as an aware UTC datetime."""


def system_clock() -> datetime:
    """The machine's clock, aware and in UTC."""
    return datetime.now(UTC)
