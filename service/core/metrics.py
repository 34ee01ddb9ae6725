"""Prometheus metrics, summed over the processes of this machine and served on a separate port.

Each process counts in plain attributes and calls `flush` once a second. Workers send the counts to their parent, which
adds them to `Totals` and serves them. A count costs one addition, and a scrape sees every worker. Counts survive the
end of their worker, so counters never decrease over a restart. A killed worker loses at most its last second of counts.
"""

import threading
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, Literal

from attrs import define, evolve, field, frozen
from prometheus_client import start_http_server
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector, CollectorRegistry

type Kind = Literal["counter", "gauge", "histogram"]
type Message = dict[str, Any]

SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Bucket bounds for request durations."""

METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
"""Methods with separate series. Clients may send dozens of other methods to every route."""

SIZES: Final = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0)
"""Bucket bounds for batch sizes."""


@frozen
class Family:
    """Name, description, labels and bucket bounds of one metric."""

    kind: Kind
    name: str
    description: str
    labels: tuple[str, ...] = ()
    bounds: tuple[float, ...] = ()


class Counter:
    """Counter of increments since the last flush."""

    __slots__ = ("_read", "_seen", "value")

    def __init__(self, _: Family) -> None:
        self.value = 0.0
        self._read: Callable[[], float] | None = None
        self._seen = 0.0

    def inc(self, n: float = 1) -> None:
        self.value += n

    def follow(self, read: Callable[[], float]) -> None:
        """Read an existing count that only grows, at each flush. This adds no cost to the hot path."""
        self._read = read

    def take(self) -> float | None:
        value, self.value = self.value, 0.0
        if self._read is not None:
            now = self._read()
            value, self._seen = value + now - self._seen, now
        return value or None


class Gauge:
    """Current value, set or read at each flush. A scrape shows the sum over the processes."""

    __slots__ = ("read", "value")

    def __init__(self, _: Family) -> None:
        self.value = 0.0
        self.read: Callable[[], float] | None = None

    def inc(self, n: float = 1) -> None:
        self.value += n

    def set(self, value: float) -> None:
        self.value = value

    def watch(self, read: Callable[[], float]) -> None:
        """Read the value from `read` once a second. This adds no cost to the hot path."""
        self.read = read

    def take(self) -> float | None:
        return self.value if self.read is None else float(self.read())


class Histogram:
    """Number of observations in each bucket."""

    __slots__ = ("_bounds", "counts", "sum")

    def __init__(self, family: Family) -> None:
        self._bounds = family.bounds
        self.counts = [0] * (len(family.bounds) + 1)
        self.sum = 0.0

    def observe(self, value: float) -> None:
        self.counts[bisect_left(self._bounds, value)] += 1
        self.sum += value

    def take(self) -> list[float] | None:
        if not any(self.counts):
            return None
        taken = [*self.counts, self.sum]
        self.counts = [0] * len(self.counts)
        self.sum = 0.0
        return taken


class Labelled[C: (Counter, Gauge, Histogram)]:
    """Series of one metric by label values. The values come from a small, known set, never from a client."""

    __slots__ = ("_make", "family", "series")

    def __init__(self, family: Family, make: Callable[[Family], C]) -> None:
        self.family = family
        self._make: Callable[[Family], C] = make
        self.series: dict[tuple[str, ...], C] = {}

    def labels(self, *values: str) -> C:
        """Return the series of these label values. Keep the result where it is used often."""
        series = self.series.get(values)
        if series is None:
            if len(values) != len(self.family.labels):
                raise ValueError(f"{self.family.name} has the labels {self.family.labels}, not {values}")
            series = self.series[values] = self._make(self.family)
        return series


class Metrics:
    """Metrics of one process."""

    def __init__(self) -> None:
        self._families: dict[str, Labelled[Any]] = {}
        self._undefined: list[Family] = []
        self._requests: dict[tuple[str, str, int], Histogram] = {}
        self._durations = self.histogram(
            "http_request_duration_seconds",
            "Time from a request's header to its response.",
            ("route", "method", "status"),
        )
        self.in_flight = self.gauge("http_requests_in_flight", "Requests in progress.").labels()
        self.redis_round_trips = self.counter(
            "redis_round_trips_total", "Calls to Redis. A batch counts once."
        ).labels()
        self.admission_requests = self.counter("admission_requests_total", "Admission checks.").labels()
        self.database_statements = self.counter("database_statements_total", "Statements sent to PostgreSQL.").labels()
        self.batched = self.histogram("batch_size", "Calls per batch to the database or the cache.", ("call",), SIZES)
        self.database_connections = self.gauge("database_connections_in_use", "Pool connections in use.").labels()
        self.cache_breaker_open = self.gauge("cache_breaker_open", "Processes whose Redis breaker is open.").labels()
        self.database_breaker_open = self.gauge(
            "database_breaker_open", "Processes whose PostgreSQL breaker is open."
        ).labels()
        self.clock_skew = self.gauge(
            "clock_skew_seconds", "Seconds the host clock is ahead of PostgreSQL's, summed over the processes."
        ).labels()
        self.connections_refused = self.counter(
            "http_connections_refused_total", "Connections refused because of MAX_CONNECTIONS_PER_ADDRESS."
        ).labels()
        self.streams_open = self.gauge("streams_open", "Open live streams.").labels()
        self.streams_ended = self.counter("streams_ended_total", "Ended live streams by reason.", ("reason",))
        self.pages = self.counter("cached_pages_total", "Requests for cached pages by outcome.", ("outcome",))
        self.page_refreshes = self.counter(
            "cached_page_refreshes_total", "Background refreshes of cached pages."
        ).labels()
        self.page_bytes = self.gauge("cached_page_bytes", "Memory of the cached pages.").labels()
        self.loop_lag = self.histogram("event_loop_lag_seconds", "Delay of the event loop.").labels()

    def counter(self, name: str, description: str, labels: Sequence[str] = ()) -> Labelled[Counter]:
        """Return the counter of this name, which ends in `_total`. Create it on first use."""
        if not name.endswith("_total"):
            raise ValueError(f"the name of a counter must end in _total: {name}")
        return self._family(Family("counter", name, description, tuple(labels)), Counter)

    def gauge(self, name: str, description: str, labels: Sequence[str] = ()) -> Labelled[Gauge]:
        return self._family(Family("gauge", name, description, tuple(labels)), Gauge)

    def histogram(
        self, name: str, description: str, labels: Sequence[str] = (), bounds: Sequence[float] = SECONDS
    ) -> Labelled[Histogram]:
        return self._family(Family("histogram", name, description, tuple(labels), tuple(bounds)), Histogram)

    def _family[C: (Counter, Gauge, Histogram)](self, family: Family, make: Callable[[Family], C]) -> Labelled[C]:
        known = self._families.get(family.name)
        if known is None:
            known = self._families[family.name] = Labelled(family, make)
            self._undefined.append(family)
            if not family.labels:
                known.labels()
        elif known.family != family:
            raise ValueError(f"the metric {family.name} has two different definitions")
        return known

    def request(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one completed request. `route` is the route template, or a fixed name for unmatched requests."""
        key = (route, method, status)
        histogram = self._requests.get(key)
        if histogram is None:
            known = method if method in METHODS else "other"
            histogram = self._requests[key] = self._durations.labels(route, known, str(status))
        histogram.counts[bisect_left(SECONDS, seconds)] += 1
        histogram.sum += seconds

    def flush(self) -> Message:
        """Return the counts since the last flush, as plain JSON values for `Totals.add`."""
        message: Message = {"define": [], "add": []}
        for family in self._undefined:
            message["define"].append([family.kind, family.name, family.description, family.labels, family.bounds])
        self._undefined = []
        for name, labelled in self._families.items():
            for labels, series in labelled.series.items():
                taken = series.take()
                if taken is not None:
                    message["add"].append([name, labels, taken])
        return message


@define(eq=False)
class Totals(Collector):
    """Sums over all processes, running and ended. `source` identifies the process of a gauge."""

    _families: dict[str, Family] = field(factory=dict)
    _sums: dict[str, dict[tuple[str, ...], list[float]]] = field(factory=dict)
    _gauges: dict[int, dict[tuple[str, tuple[str, ...]], float]] = field(factory=dict)
    _lock: threading.Lock = field(factory=threading.Lock)  # scrapes run in another thread

    def add(self, source: int, message: Message) -> None:
        """Add one flush of the process `source`."""
        with self._lock:
            for kind, name, description, labels, bounds in message["define"]:
                self._define(Family(kind, name, description, tuple(labels), tuple(bounds)))
            for name, labels, taken in message["add"]:
                key = tuple(labels)
                if isinstance(taken, list):
                    self._accumulate(name, key, taken)
                elif self._families[name].kind == "gauge":
                    self._gauges.setdefault(source, {})[name, key] = taken
                else:
                    self._accumulate(name, key, [taken])

    def forget(self, source: int) -> None:
        """Remove the gauges of a process that has ended. Its counts remain."""
        with self._lock:
            self._gauges.pop(source, None)

    def _define(self, family: Family) -> None:
        known = self._families.get(family.name)
        if known is not None and evolve(known, description="") != evolve(family, description=""):
            self._sums.pop(family.name, None)  # a new version of the code defines the metric differently
        self._families[family.name] = family
        if not family.labels and family.kind != "gauge":
            width = len(family.bounds) + 2 if family.kind == "histogram" else 1
            self._sums.setdefault(family.name, {}).setdefault((), [0.0] * width)

    def _accumulate(self, name: str, labels: tuple[str, ...], taken: list[float]) -> None:
        sums = self._sums.setdefault(name, {})
        known = sums.get(labels)
        if known is None or len(known) != len(taken):
            sums[labels] = taken
        else:
            sums[labels] = [a + b for a, b in zip(known, taken, strict=True)]

    def collect(self) -> Iterator[Metric]:
        with self._lock:
            metrics = [self._metric(family) for family in self._families.values()]
        yield from metrics

    def _metric(self, family: Family) -> Metric:
        if family.kind == "gauge":
            gauge = GaugeMetricFamily(family.name, family.description, labels=family.labels)
            sums: dict[tuple[str, ...], float] = {}
            for values in self._gauges.values():
                for (name, labels), value in values.items():
                    if name == family.name:
                        sums[labels] = sums.get(labels, 0.0) + value
            for labels, value in sums.items():
                gauge.add_metric(labels, value)
            return gauge
        series = self._sums.get(family.name, {})
        if family.kind == "counter":
            counter = CounterMetricFamily(family.name, family.description, labels=family.labels)
            for labels, taken in series.items():
                counter.add_metric(labels, taken[0])
            return counter
        histogram = HistogramMetricFamily(family.name, family.description, labels=family.labels)
        for labels, taken in series.items():
            buckets: list[tuple[str, float]] = []
            below = 0.0
            for bound, count in zip([*map(str, family.bounds), "+Inf"], taken, strict=False):
                below += count
                buckets.append((bound, below))
            histogram.add_metric(labels, buckets, taken[-1])
        return histogram

    def serve(self, host: str, port: int) -> int:
        """Serve scrapes from a separate thread until the process ends. Return the port, which matters for `port` 0.

        Raises OSError if the address is in use.
        """
        registry = CollectorRegistry(auto_describe=False)
        registry.register(self)
        server, _ = start_http_server(port, host, registry)
        return server.server_port
