"""Rate limits: their definition, their decision rule, and the fallback limiter of this process.

The rule is GCRA, the generic cell rate algorithm (ATM Forum, Traffic Management 4.0, §4.4.2; also known as the leaky
bucket as a meter). A caller's only state is its theoretical arrival time (TAT). `ahead` is the number of microseconds
by which the TAT lies in the future: 0 for a new caller, `tolerance` for a caller that has used its whole quota. Each
request adds `interval`, and elapsed time reduces it. This allows a burst of `quota` requests, then one request every
`window / quota`.
"""

import math
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from attrs import field, frozen

MICROSECONDS: Final = 1_000_000

_NAME = re.compile(r"[a-z][a-z0-9_-]{0,31}")


@frozen
class Limit:
    """Limit of `quota` requests per `window` seconds, in a burst or spread out. Names are unique.

    The name is part of the key under which callers are counted, and the policy's name in `RateLimit-Policy` and
    `RateLimit` (draft-ietf-httpapi-ratelimit-headers). Raises ValueError for invalid values.
    """

    name: str
    quota: int
    window: int
    interval: int = field(init=False, repr=False)
    """Microseconds between requests at the steady rate, rounded up so that the rate never exceeds the quota."""
    tolerance: int = field(init=False, repr=False)
    """Maximum microseconds by which a caller may be ahead: exactly `quota` intervals."""

    @interval.default
    def _interval(self) -> int:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"invalid limit name {self.name!r}: use lower-case letters, digits, - and _")
        if not 1 <= self.quota <= 1_000_000:
            raise ValueError(f"limit {self.name}: quota {self.quota} is not between 1 and 1,000,000")
        if not 1 <= self.window <= 86_400:
            raise ValueError(f"limit {self.name}: window {self.window} is not between 1 s and one day")
        return -(-self.window * MICROSECONDS // self.quota)

    @tolerance.default
    def _tolerance(self) -> int:
        return self.interval * self.quota


REVALIDATIONS: Final = 10
"""Number of 304 responses that a client may get for each request of a quota."""


def revalidation(limit: Limit) -> Limit:
    """Return the limit of conditional requests for `limit`: a 304 response takes nothing from `limit` itself."""
    return Limit(f"{limit.name}_304", limit.quota * REVALIDATIONS, limit.window)


READ: Final = Limit("read", 600, 60)
WRITE: Final = Limit("write", 120, 60)

UNLIMITED: Final = None
"""No limit. Routes state it explicitly, so that a missing limit is always an error."""


def admits(limit: Limit, ahead: int) -> bool:
    """Return whether a caller that is `ahead` microseconds ahead may make one more request."""
    return ahead + limit.interval <= limit.tolerance


def remaining(limit: Limit, ahead: int) -> int:
    """Return how many requests a caller that is `ahead` microseconds ahead may make at once."""
    return max(0, (limit.tolerance - ahead) // limit.interval)


def reset_after(ahead: int) -> float:
    """Return the seconds until the whole quota is available again."""
    return ahead / MICROSECONDS


def retry_after(limit: Limit, ahead: int) -> float:
    """Return the seconds until the next request is admitted, 0 if it is admitted now."""
    return max(0, ahead + limit.interval - limit.tolerance) / MICROSECONDS


class LocalLimiter:
    """Rate limiter in the memory of this process, used while Redis is unavailable.

    Each of `processes` workers grants its share of a quota, at least one request, so that together they grant about the
    whole quota. The limiter keeps at most `max_keys` callers and evicts the least recent ones. Eviction errs towards
    admitting a caller, and memory stays bounded for any set of keys.
    """

    def __init__(
        self, processes: int, *, max_keys: int = 10_000, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._processes = processes
        self._max_keys = max_keys
        self._monotonic = monotonic
        self._shares: dict[Limit, Limit] = {}
        self._arrivals: OrderedDict[tuple[str, str], int] = OrderedDict()

    def share(self, limit: Limit) -> Limit:
        """Return this process's share of `limit`."""
        share = self._shares.get(limit)
        if share is None:
            share = Limit(limit.name, max(1, limit.quota // self._processes), limit.window)
            self._shares[limit] = share
        return share

    def ask(self, limit: Limit, key: str, cost: int) -> tuple[bool, int]:
        """Return whether one more request is admitted, and how far ahead the caller is then. Take the request if `cost`
        is not 0.
        """
        share = self.share(limit)
        now = math.floor(self._monotonic() * MICROSECONDS)
        ahead = min(max(0, self._arrivals.get((limit.name, key), now) - now), share.tolerance)
        allowed = admits(share, ahead)
        if allowed and cost:
            ahead += share.interval
            self._arrivals[limit.name, key] = now + ahead
            self._arrivals.move_to_end((limit.name, key))
            if len(self._arrivals) > self._max_keys:
                self._arrivals.popitem(last=False)
        return allowed, ahead
