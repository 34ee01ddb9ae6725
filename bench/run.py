"""One run: for each scenario and number of workers all contenders are up, and are loaded in turn, round after round."""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

import orjson
from attrs import define, field, frozen
from tqdm import tqdm

from bench import wrk
from bench.contenders import Running, started
from bench.dataset import Dataset
from bench.processes import cpu_seconds, get, resident_bytes
from bench.scenarios import Request, Scenario
from bench.servers import Servers

TOKEN_SECONDS: Final = 200.0
"""Tokens older than this are made anew before the next load; they hold for 300 s."""

SAMPLE: Final = 20
"""Answers of each contender that are compared before the load."""


@frozen
class Options:
    """How to measure. Seconds are those of one load."""

    seconds: float
    rounds: int
    connections: int
    workers: Sequence[int]
    warm_up: float


@frozen
class Sample:
    """One load of one contender. CPU seconds, statements and Redis reads are those of the load, warm-up left out."""

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

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.requests / self.seconds


@define
class Measured:
    """All samples of a scenario with so many workers, by contender, in the order of the rounds."""

    scenario: Scenario
    workers: int
    samples: dict[str, list[Sample]] = field(factory=dict)
    problems: list[str] = field(factory=list)
    """Why its figures count for nothing; empty when all answers were right."""


def measure(scenario: Scenario, dataset: Dataset, servers: Servers, options: Options, workers: int) -> Measured:
    """Measures one scenario with one number of workers. Without wrk the answers are compared, and that is all."""
    measured = Measured(scenario, workers)
    requests = _Requests(scenario, dataset, servers.place / f"{scenario.name}.requests")
    body = servers.place / f"{scenario.name}.body"
    body.write_bytes(b"{}")
    with ExitStack() as stack:
        working = [
            stack.enter_context(started(contender, servers, workers, body))
            for contender in scenario.contenders
            if not contender.constant
        ]
        measured.problems, example = compare(working, requests.made[:SAMPLE])
        body.write_bytes(example)  # the floors answer as many bytes as the service
        constant = [
            stack.enter_context(started(contender, servers, workers, body))
            for contender in scenario.contenders
            if contender.constant
        ]
        by_name = {running.contender.name: running for running in working + constant}
        if measured.problems or wrk.find() is None:
            return measured
        names = [contender.name for contender in scenario.contenders]
        loads = [name for _ in range(options.rounds) for name in names]
        with tqdm(loads, desc=f"{scenario.name}, {workers} worker{'s' * (workers > 1)}", unit="load") as bar:
            for name in bar:
                bar.set_postfix_str(name)
                sample = _load(by_name[name], requests, servers, options)
                measured.samples.setdefault(name, []).append(sample)
                if sample.refused or sample.broken:
                    measured.problems.append(
                        f"{name}: of {sample.requests} requests {sample.refused} were refused, {sample.broken} broke"
                    )
    return measured


def compare(working: Sequence[Running], requests: Sequence[Request]) -> tuple[list[str], bytes]:
    """Asks all of them the same: what is wrong with the answers, and one body of the first of them."""
    problems: list[str] = []
    example = b""
    for request in requests:
        expected: Any = None
        for running in working:
            status, headers, body = get(running.port, request.path, request.token)
            value = orjson.loads(body) if status == 200 else None
            if value is None or not headers.get("etag"):
                problems.append(f"{running.contender.name}: {request.path} was answered with {status}, {body[:200]!r}")
            elif expected is None:
                expected, example = value, body
            elif value != expected:
                problems.append(f"{running.contender.name}: {request.path} was answered with another body: {body!r}")
    return problems, example


class _Requests:
    """The file of requests that wrk goes through, with tokens that hold."""

    def __init__(self, scenario: Scenario, dataset: Dataset, path: Path) -> None:
        self._scenario, self._dataset = scenario, dataset
        self.path = path
        self.made: list[Request] = []
        self._made_at = 0.0
        self.renew()

    @property
    def old(self) -> bool:
        return time.monotonic() - self._made_at > TOKEN_SECONDS

    def renew(self) -> None:
        self._made_at = time.monotonic()
        self.made = self._scenario.requests(self._dataset)
        self.path.write_text("".join(f"{request.path} {request.token or '-'}\n" for request in self.made))


def _load(running: Running, requests: _Requests, servers: Servers, options: Options) -> Sample:
    if requests.old:
        requests.renew()
    warm = wrk.load(running.port, requests.path, connections=options.connections, seconds=options.warm_up)
    if (enough := 2 * len(requests.made)) > warm.requests:
        # A slow one has not seen every token and session yet.
        seconds = enough / warm.rate
        wrk.load(running.port, requests.path, connections=options.connections, seconds=seconds)
    counts = servers.counts()
    pids = (running.pids, [servers.postgres_pid], [servers.redis_pid])
    before = [cpu_seconds(group) for group in pids]
    load = wrk.load(running.port, requests.path, connections=options.connections, seconds=options.seconds)
    server, postgres, redis = (cpu_seconds(group) - cpu for group, cpu in zip(pids, before, strict=True))
    after = servers.counts()
    return Sample(
        load.requests,
        load.seconds,
        load.bytes,
        load.refused,
        load.broken,
        server,
        postgres,
        redis,
        load.cpu,
        after.statements - counts.statements,
        after.redis_reads - counts.redis_reads,
        resident_bytes(running.pids),
    )
