"""Ranking formula and time windows of projects. Pure; PostgreSQL computes the same (migrations/0011)."""

from datetime import UTC, datetime, timedelta
from math import log10
from typing import Final

HOT_SECONDS: Final = 79_200
"""Seconds of age that weigh as much as ten times the reactions: 22 hours (Lobsters' hotness window)."""
FORMULA: Final = "log10(max(1, stars + 2*forks + commenters)) + seconds(published_at)/79200"

PERIODS: Final = (timedelta(days=1), timedelta(days=7), timedelta(days=30), timedelta(days=365))
"""Ages at which a project leaves periods 0, 1, 2 and 3. Period 4 holds all older projects."""
WINDOWS: Final = {"day": 0, "week": 1, "month": 2, "year": 3}
"""Oldest period that each window includes. It also gives the window's length in PERIODS."""

_EVER: Final = datetime(1, 1, 1, tzinfo=UTC)


def marks_term(stars: int, forks: int, commenters: int) -> float:
    """Return the part of `hot` that reactions add: 0 for none, 1 for ten."""
    return log10(max(1, stars + 2 * forks + commenters))


def age_term(published_at: datetime | None) -> float:
    """Return the part of `hot` that the publication time adds: 0 for an unpublished project."""
    return 0.0 if published_at is None else published_at.timestamp() / HOT_SECONDS


def reach_of(window: str, now: datetime) -> tuple[int, datetime]:
    """Return the oldest period of a window and the earliest publication time that it includes."""
    period = WINDOWS.get(window)
    return (len(PERIODS), _EVER) if period is None else (period, now - PERIODS[period])


def listed(text: str) -> list[str]:
    """Split a comma-separated list and drop duplicates. Return an empty list for an empty text."""
    return list(dict.fromkeys(text.split(","))) if text else []
