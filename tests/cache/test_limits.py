"""Test the validation of limits and the in-process limiter."""

import pytest

from service.cache.limits import READ, WRITE, Limit, LocalLimiter, remaining, retry_after


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("name", "quota", "window"),
    [
        ("", 1, 1),
        ("Read", 1, 1),
        ("a:b", 1, 1),
        ("a", 0, 1),
        ("a", -1, 1),
        ("a", 1, 0),
        ("a", 1, 86_401),
        ("a", 10**7, 9),
    ],
)
def test_an_invalid_limit_is_rejected_when_created(name: str, quota: int, window: int) -> None:
    with pytest.raises(ValueError, match="limit"):
        Limit(name, quota, window)


def test_a_limit_never_grants_more_than_its_quota() -> None:
    for quota in (1, 7, 600, 999_983):
        limit = Limit("odd", quota, 60)
        assert limit.interval * quota >= 60_000_000
        assert remaining(limit, 0) == quota
        assert retry_after(limit, limit.tolerance) == limit.interval / 1_000_000


def test_the_usual_limits() -> None:
    assert (READ.quota, READ.window, WRITE.quota, WRITE.window) == (600, 60, 120, 60)


def test_a_burst_is_allowed_and_then_one_request_per_interval() -> None:
    clock = Clock()
    limiter, limit = LocalLimiter(1, monotonic=clock), Limit("login", 5, 10)
    assert [limiter.ask(limit, "a", 1)[0] for _ in range(6)] == [True] * 5 + [False]
    clock.now += 1.9
    assert not limiter.ask(limit, "a", 1)[0]
    clock.now += 0.2
    assert [limiter.ask(limit, "a", 1)[0] for _ in range(2)] == [True, False]
    clock.now += 3600
    assert [limiter.ask(limit, "a", 1)[0] for _ in range(6)] == [True] * 5 + [False]


def test_cost_zero_takes_no_quota_and_is_rejected_when_none_is_left() -> None:
    limiter, limit = LocalLimiter(1, monotonic=Clock()), Limit("look", 1, 10)
    assert all(limiter.ask(limit, "a", 0)[0] for _ in range(5))
    assert limiter.ask(limit, "a", 1)[0]
    assert not limiter.ask(limit, "a", 0)[0]


@pytest.mark.parametrize(("processes", "share"), [(1, 10), (3, 3), (10, 1), (64, 1)])
def test_each_process_grants_its_share_and_at_least_one(processes: int, share: int) -> None:
    limiter, limit = LocalLimiter(processes, monotonic=Clock()), Limit("shared", 10, 60)
    assert sum(limiter.ask(limit, "a", 1)[0] for _ in range(20)) == share


def test_the_least_recent_callers_are_evicted() -> None:
    limiter, limit = LocalLimiter(1, max_keys=3, monotonic=Clock()), Limit("once", 2, 60)
    for key in ("a", "b", "c", "a", "d"):  # "b" is the least recent caller when "d" comes
        limiter.ask(limit, key, 1)
    assert not limiter.ask(limit, "a", 0)[0]
    assert sum(limiter.ask(limit, "b", 1)[0] for _ in range(3)) == 2
