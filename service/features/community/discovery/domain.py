"""How projects are ranked, and how long ago a window reaches. Pure; PostgreSQL computes the same (migrations/0011)."""

from datetime import UTC, datetime, timedelta
from math import log10
from typing import Final

HOT_SECONDS: Final = 79_200
"""Seconds of age that weigh as much as ten times the marks: 22 hours (Lobsters' hotness window)."""
FORMULA: Final = "log10(max(1, stars + 2*forks + commenters)) + seconds(published_at)/79200"

PERIODS: Final = (timedelta(days=1), timedelta(days=7), timedelta(days=30), timedelta(days=365))
"""The ages at which a project leaves period 0, 1, 2, 3; period 4 has the rest."""
WINDOWS: Final = {"day": 0, "week": 1, "month": 2, "year": 3}
"""The oldest period that a window takes in, and so its length in PERIODS."""

_EVER: Final = datetime(1, 1, 1, tzinfo=UTC)


def marks_term(stars: int, forks: int, commenters: int) -> float:
    """What the marks add to hot: 0 for none, 1 for ten."""
    return log10(max(1, stars + 2 * forks + commenters))


def age_term(published_at: datetime | None) -> float:
    """What the time of publishing adds to hot; 0 for what is not published."""
    return 0.0 if published_at is None else published_at.timestamp() / HOT_SECONDS


def reach_of(window: str, now: datetime) -> tuple[int, datetime]:
    """The oldest period to look at, and the time after which a project of the window was published."""
    period = WINDOWS.get(window)
    return (len(PERIODS), _EVER) if period is None else (period, now - PERIODS[period])


def listed(text: str) -> list[str]:
    """The parts of a list that is joined by commas, each once; none of an empty text."""
    return list(dict.fromkeys(text.split(","))) if text else []
