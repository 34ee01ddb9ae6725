"""Test metrics: counting in processes and summing over them."""

import pytest
from prometheus_client import generate_latest
from prometheus_client.registry import CollectorRegistry

from service.core.metrics import Metrics, Totals


def shown(totals: Totals) -> dict[str, float]:
    registry = CollectorRegistry()
    registry.register(totals)
    lines = generate_latest(registry).decode().splitlines()
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines if not line.startswith("#")}


def test_counts_are_summed_over_processes_and_outlive_them() -> None:
    totals, first, second = Totals(), Metrics(), Metrics()
    for metrics, count in ((first, 3), (second, 4)):
        metrics.redis_round_trips.inc(count)
        metrics.request("/makers/{handle}", "GET", 200, 0.002)
        metrics.in_flight.set(count)
    totals.add(1, first.flush())
    totals.add(2, second.flush())
    assert shown(totals)["redis_round_trips_total"] == 7
    assert shown(totals)["http_requests_in_flight"] == 7
    totals.forget(1)
    totals.add(2, second.flush())
    now = shown(totals)
    assert now["redis_round_trips_total"] == 7
    assert now["http_requests_in_flight"] == 4
    requests = 'http_request_duration_seconds_%s{%smethod="GET",route="/makers/{handle}",status="200"}'
    assert now[requests % ("count", "")] == 2
    assert now[requests % ("sum", "")] == pytest.approx(0.004)
    buckets = {bound: now[requests % ("bucket", f'le="{bound}",')] for bound in ("0.001", "0.0025", "10.0", "+Inf")}
    assert buckets == {"0.001": 0, "0.0025": 2, "10.0": 2, "+Inf": 2}


def test_unknown_methods_share_one_series() -> None:
    totals, metrics = Totals(), Metrics()
    for method in ("PURGE", "M-SEARCH", "TRACE"):
        metrics.request("/makers/{handle}", method, 405, 0.002)
    totals.add(1, metrics.flush())
    series = 'http_request_duration_seconds_count{method="other",route="/makers/{handle}",status="405"}'
    assert {name: count for name, count in shown(totals).items() if "_count{" in name} == {series: 3}


def test_metrics_of_features() -> None:
    totals, metrics = Totals(), Metrics()
    mails = metrics.counter("mails_total", "Mails by outcome.", ("outcome",))
    mails.labels("sent").inc()
    mails.labels("sent").inc()
    metrics.counter("plain_total", "Without labels.").labels()
    metrics.gauge("queue_length", "Waiting.").labels().watch(lambda: 5)
    metrics.batched.labels("find_by_slug").observe(3)
    totals.add(1, metrics.flush())
    now = shown(totals)
    assert now['mails_total{outcome="sent"}'] == 2
    assert now["plain_total"] == 0
    assert now["queue_length"] == 5
    assert now['batch_size_bucket{call="find_by_slug",le="4.0"}'] == 1
    assert metrics.counter("mails_total", "Mails by outcome.", ("outcome",)) is mails
    with pytest.raises(ValueError, match="different definitions"):
        metrics.counter("mails_total", "Mails.", ("kind",))
    with pytest.raises(ValueError, match="labels"):
        mails.labels("a", "b")


def test_a_flush_returns_each_count_once() -> None:
    metrics = Metrics()
    metrics.admission_requests.inc()
    assert ["admission_requests_total", (), 1.0] in metrics.flush()["add"]
    assert not [entry for entry in metrics.flush()["add"] if entry[0] == "admission_requests_total"]
