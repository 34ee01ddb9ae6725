"""One run: all contenders run, and each scenario loads them in turn, round after round."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

import attrs
import orjson
from attrs import define, field, frozen
from tqdm import tqdm

from bench import floors, latency, request, wrk
from bench.contenders import OURS, Contender, Running, present, started
from bench.dataset import Dataset
from bench.latency import Latencies
from bench.processes import cpu_seconds, leaves, resident_bytes
from bench.request import Request, ask
from bench.scenarios import MAKERS, STARRERS, Scenario
from bench.servers import Servers

TOKEN_SECONDS: Final = 200.0
"""Seconds after which tokens are renewed before the next load; they are valid for 300 s."""

SAMPLE: Final = 20
"""Number of responses per contender that are compared before the load."""

PGBENCH: Final = "pgbench"
REDIS_BENCHMARK: Final = "redis-benchmark"
_ADMISSION_CALLS: Final = 20_000
"""Approximate calls per second; redis-benchmark takes a number of calls."""
_NUMBER: Final = re.compile(rb"\b\d{16}\b")
_VOLATILE: Final = frozenset({"next_cursor", "comment_id", "created_at"})
"""Fields that differ between equal responses."""


@frozen
class Options:
    """Options of a measurement. Seconds are those of one load; `warm_up` is the maximum before a contender's first
    load.

    `workers`: numbers of processes for every scenario; empty: the scenario's own.
    """

    seconds: float
    rounds: int
    connections: int
    workers: Sequence[int]
    warm_up: float
    open_rounds: int = 3
    everybody: bool = True
    """Load the other contenders in every scenario, or only in `guarded_read`."""


@frozen
class Sample:
    """One load of one contender. CPU seconds, statements and Redis reads exclude the warm-up.

    Memory is in bytes: `resident` of all processes, `largest` of the largest worker.
    """

    requests: int
    seconds: float
    bytes: int
    refused: int
    broken: int
    cpu_server: float
    cpu_postgres: float
    cpu_redis: float
    cpu_wrk: float
    statements: int
    redis_reads: int
    resident: int
    largest: int = 0

    @property
    def rate(self) -> float:
        """Return the responses per second."""
        return self.requests / self.seconds


@define
class Measured:
    """All samples of a scenario with one number of workers, by contender, in the order of the rounds."""

    scenario: Scenario
    workers: int
    samples: dict[str, list[Sample]] = field(factory=dict)
    floors: dict[str, list[float]] = field(factory=dict)
    """Rates per second of PostgreSQL or Redis alone, by program and round."""
    latencies: dict[str, list[Latencies]] = field(factory=dict)
    problems: list[str] = field(factory=list)
    """Reasons why the figures are invalid; empty if all responses were right."""


class Arena:
    """The contenders with one number of processes.

    They keep running between scenarios; constants restart for each body.
    """

    def __init__(self, servers: Servers, workers: int, stack: ExitStack) -> None:
        self.servers, self.workers = servers, workers
        self._stack = stack
        self._up: dict[str, Running] = {}
        self._body = servers.place / "constant.body"
        self._body.write_bytes(b"{}")

    def running(self, contender: Contender) -> Running:
        """Start a contender unless it runs, and return it. Raise StartError."""
        if contender.name not in self._up:
            entered = started(contender, self.servers, self.workers, self._body)
            self._up[contender.name] = self._stack.enter_context(entered)
        return self._up[contender.name]

    @contextmanager
    def constants(self, contenders: Sequence[Contender], body: bytes) -> Iterator[list[Running]]:
        self._body.write_bytes(body)
        with ExitStack() as stack:
            yield [
                stack.enter_context(started(contender, self.servers, self.workers, self._body))
                for contender in contenders
            ]


def measure_all(
    scenarios: Sequence[Scenario],
    dataset: Dataset,
    servers: Servers,
    options: Options,
    tell: Callable[[str], None],
) -> tuple[list[Measured], list[str]]:
    """Measure every scenario with every number of workers, and return what is missing on this machine.

    `tell` reports progress.
    """
    parts: list[Measured] = []
    missing: list[str] = []
    for workers in sorted({count for scenario in scenarios for count in options.workers or scenario.workers}):
        wanted = [scenario for scenario in scenarios if workers in (options.workers or scenario.workers)]
        with ExitStack() as stack:
            arena = Arena(servers, workers, stack)
            for number, scenario in enumerate(wanted, start=1):
                tell(f"{scenario.name}, {workers} worker{'s' * (workers > 1)} ({number} of {len(wanted)})")
                there, lacking = present(scenario.contenders)
                missing += [line for line in lacking if line not in missing]
                parts.append(measure(scenario, there, dataset, arena, options))
    return parts, missing


def measure(
    scenario: Scenario, contenders: Sequence[Contender], dataset: Dataset, arena: Arena, options: Options
) -> Measured:
    """Measure one scenario. Without wrk, only the responses are compared."""
    measured = Measured(scenario, arena.workers)
    working = [arena.running(contender) for contender in contenders if not contender.constant]
    requests = RequestFiles(scenario, dataset, arena.servers.place, working)
    measured.problems, example = compare(working, requests.made[:SAMPLE])
    with arena.constants([each for each in contenders if each.constant], example) as constant:
        if measured.problems or wrk.find() is None:
            return measured
        requests.serve(constant)
        loads = Loads(measured, requests, arena.servers, options)
        loaded = sorted(constant + working, key=lambda each: contenders.index(each.contender))
        if not options.everybody:
            working = [each for each in working if each.contender == OURS]
            loaded = loaded if scenario.name == "guarded_read" else working
        turns: list[Callable[[], None]] = [lambda each=each: loads.load(each) for each in loaded]  # type: ignore[misc]
        turns += loads.programs(dataset, arena.workers)
        with tqdm(total=options.rounds * len(turns), desc=scenario.name, unit="load", leave=False, disable=None) as bar:
            for _ in range(options.rounds):
                for turn in turns:
                    turn()
                    bar.update()
        if scenario.open_loop and arena.workers == min(options.workers or scenario.workers) and not measured.problems:
            heard = [each for each in working if scenario.name == "guarded_read" or each.contender == OURS]
            for _ in range(options.open_rounds):
                for each in heard:
                    loads.listen(each)
    return measured


def compare(working: Sequence[Running], requests: Sequence[Request]) -> tuple[list[str], bytes]:
    """Send the same requests to all, and return the problems and one body of the first."""
    problems: list[str] = []
    example = b"{}"
    for asked in requests:
        expected: Any = None
        for running in working:
            status, headers, body = ask(running.port, asked)
            what = f"{running.contender.name}: {asked.method} {asked.path}"
            wanted = status == 200 or (asked.method != "GET" and status in (201, 204))
            if not wanted or (asked.method == "GET" and not headers.get("etag")):
                problems.append(f"{what} returned {status}, {body[:200]!r}")
                continue
            value = {"": status, **_lasting(body)}
            if expected is None:
                expected, example = value, body or b"{}"
            elif other := [name for name, known in comparable(expected, value).items() if value.get(name) != known]:
                fields = ", ".join(name or "status" for name in other)
                problems.append(f"{what} returned a different body ({fields}): {body[:200]!r}")
    return problems, example


def comparable(ours: Any, peers: Any) -> Any:
    """Return the service's answer without fields that the peer lacks: see docs/decisions/0032-peers.md."""
    if isinstance(ours, dict) and isinstance(peers, dict):
        return {name: comparable(value, peers[name]) for name, value in ours.items() if name in peers}
    if isinstance(ours, list) and isinstance(peers, list) and len(ours) == len(peers):
        return [comparable(one, other) for one, other in zip(ours, peers, strict=True)]
    return ours


def _lasting(body: bytes) -> dict[str, Any]:
    """Return a response without its volatile fields."""
    value = orjson.loads(_NUMBER.sub(b"0", body)) if body else {}
    return {name: each for name, each in value.items() if name not in _VOLATILE}


class RequestFiles:
    """Files of requests for wrk, one per contender, with valid tokens."""

    def __init__(self, scenario: Scenario, dataset: Dataset, place: Path, running: Sequence[Running]) -> None:
        self._scenario, self._dataset, self._place = scenario, dataset, place
        self._running = list(running)
        self.made: list[Request] = []
        self._made_at = 0.0
        self.renew()

    @property
    def old(self) -> bool:
        return time.monotonic() - self._made_at > TOKEN_SECONDS

    def path(self, running: Running) -> Path:
        return self._place / f"{self._scenario.name}.{running.contender.name}.requests"

    def serve(self, running: Sequence[Running]) -> None:
        """Write the file of a contender."""
        self._running += running
        for each in running:
            self._write(each)

    def renew(self) -> None:
        self._made_at = time.monotonic()
        self.made = self._scenario.requests(self._dataset)
        for each in self._running:
            self._write(each)

    def _write(self, running: Running) -> None:
        known: dict[str, str | None] = {}
        requests = self.made
        if not running.contender.constant and any(each.revalidate for each in requests):
            for each in requests:
                if each.revalidate and each.path not in known:
                    known[each.path] = ask(running.port, each)[1].get("etag")
            requests = [attrs.evolve(each, etag=known[each.path]) if each.revalidate else each for each in requests]
        request.write(self.path(running), requests)


class Loads:
    """Loads of one scenario, one at a time."""

    def __init__(self, measured: Measured, requests: RequestFiles, servers: Servers, options: Options) -> None:
        self._measured, self._requests, self._servers, self._options = measured, requests, servers, options
        self._connections = min(options.connections, measured.scenario.connections)
        self._warm: set[str] = set()

    def load(self, running: Running) -> None:
        """Take one sample."""
        self._ready(running)
        servers = self._servers
        counts = servers.counts()
        pids = (running.pids, [servers.postgres_pid], [servers.redis_pid])
        before = [cpu_seconds(group) for group in pids]
        load = self._wrk(running, self._options.seconds)
        server, postgres, cache = (cpu_seconds(group) - cpu for group, cpu in zip(pids, before, strict=True))
        after = servers.counts()
        name = running.contender.name
        sample = Sample(
            load.requests,
            load.seconds,
            load.bytes,
            load.refused,
            load.broken,
            server,
            postgres,
            cache,
            load.cpu,
            after.statements - counts.statements,
            after.redis_reads - counts.redis_reads,
            resident_bytes(running.pids),
            max(resident_bytes([pid], whole=False) for pid in leaves(running.pids)),
        )
        self._measured.samples.setdefault(name, []).append(sample)
        self._judge(name, sample.requests, sample.refused, sample.broken)

    def listen(self, running: Running) -> None:
        """Measure latencies at half of the reached rate."""
        self._ready(running)
        name = running.contender.name
        rates = sorted(sample.rate for sample in self._measured.samples[name])
        rate, path = rates[len(rates) // 2] / 2, self._requests.path(running)
        found = latency.measure(running.port, path, rate, self._options.seconds, self._connections)
        self._measured.latencies.setdefault(name, []).append(found)
        self._judge(f"{name}, open loop", found.requests, found.refused, found.broken)

    def programs(self, dataset: Dataset, workers: int) -> list[Callable[[], None]]:
        """Run pgbench or redis-benchmark if the scenario has one and it is installed."""
        if (name := self._measured.scenario.statements) and floors.find_pgbench():
            return [lambda: self._pgbench(name, len(dataset.readers))]
        if self._measured.scenario.name == "guarded_read" and workers == 1 and floors.find_redis_benchmark():
            return [self._redis_benchmark]
        return []

    def _pgbench(self, name: str, readers: int) -> None:
        makers = min(readers, STARRERS if name == "star" else MAKERS)
        found = floors.pgbench(self._servers, name, makers, readers, self._options.seconds)
        self._measured.floors.setdefault(PGBENCH, []).append(found)

    def _redis_benchmark(self) -> None:
        found = floors.redis_admission(self._servers, round(_ADMISSION_CALLS * self._options.seconds))
        self._measured.floors.setdefault(REDIS_BENCHMARK, []).append(found)

    def _ready(self, running: Running) -> None:
        """Renew tokens; before the first load, use each token once if time allows."""
        if self._requests.old:
            self._requests.renew()
            self._warm.clear()
        if running.contender.name in self._warm:
            return
        self._warm.add(running.contender.name)
        if not self._options.warm_up:
            return
        warm = self._wrk(running, 1.0)
        left = 2 * len(self._requests.made) - warm.requests
        if not running.contender.constant and left > 0:
            self._wrk(running, min(left / max(1.0, warm.rate), self._options.warm_up))

    def _wrk(self, running: Running, seconds: float) -> wrk.Load:
        path = self._requests.path(running)
        return wrk.load(running.port, path, connections=self._connections, seconds=seconds)

    def _judge(self, name: str, requests: int, refused: int, broken: int) -> None:
        if refused or broken:
            told = f"{name}: of {requests} requests, {refused} were refused and {broken} had no response"
            self._measured.problems.append(told)


def ready_seconds(servers: Servers, times: int) -> list[float]:
    """Return the seconds from the start of the service with one worker to its first ready response.

    Raise StartError.
    """
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        with started(OURS, servers, 1, servers.place / "none"):
            found.append(time.perf_counter() - begun)
    return found
