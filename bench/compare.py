"""Compare this tree's service with another commit's on the same data: `make bench-compare REF=HEAD~1`.

The verdict uses the CPU time per request of the service, PostgreSQL and Redis together. On a shared machine, the
request rate drops whenever a processor is busy, whereas the CPU time hardly changes. The rate is reported as well,
because only it shows waiting time.

Each round loads both services, one after the other, and the next round reverses the order. Ratios are computed within a
round. The confidence interval is that of the median of the ratios, by the percentile bootstrap (B. Efron, R.
Tibshirani, "An Introduction to the Bootstrap", 1993, §13.3).
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from statistics import median
from typing import Final
from urllib.parse import urlsplit, urlunsplit

import attrs
import psycopg
from attrs import frozen
from tqdm import tqdm

from bench import worlds
from bench.contenders import Contender, Running, environment
from bench.dataset import Dataset, fill, settle
from bench.processes import running
from bench.request import Request
from bench.run import SAMPLE, Loads, Measured, Options, RequestFiles, Sample, compare
from bench.scenarios import MAKERS, Scenario
from bench.servers import Servers, started
from service.dev.local.layout import CHECKOUT, free_port

DEFAULT: Final = ("guarded_read", "front_page", "star")
SMALLEST: Final = 0.01
"""Smallest reported difference, as a fraction.

Two processes of one commit may differ by less for their whole life, because of their memory layout.
"""

_RESAMPLES: Final = 10_000


class CompareError(Exception):
    """The other commit is unavailable or cannot run; the message says why."""


@frozen
class Difference:
    """Ratios of this tree to the other. Above 1, this tree takes more; `low` and `high` are the 95 % interval."""

    median: float
    low: float
    high: float

    @property
    def slower(self) -> bool:
        return self.low > 1 and self.median > 1 + SMALLEST

    @property
    def faster(self) -> bool:
        return self.high < 1 and self.median < 1 - SMALLEST

    def text(self) -> str:
        if not (self.slower or self.faster):
            return f"no difference beyond noise (95 %: {self.low - 1:+.1%} to {self.high - 1:+.1%})"
        ends = sorted((abs(self.low - 1), abs(self.high - 1)))
        what = "slower" if self.slower else "faster"
        return f"{what} by {abs(self.median - 1):.1%} (95 %: {ends[0]:.1%}–{ends[1]:.1%})"


@frozen
class Compared:
    """One scenario. `cpu` decides the verdict; `time` is the ratio of response times at saturation."""

    scenario: str
    rounds: int
    cpu: Difference
    time: Difference
    microseconds: tuple[float, float]
    """CPU per request of this tree and the other, by the medians."""
    problems: Sequence[str]

    @property
    def slower(self) -> bool:
        return bool(self.problems) or self.cpu.slower


@frozen
class _Side:
    contender: Contender
    tree: Path
    dataset: Dataset
    servers: Servers


def difference(ratios: Sequence[float], seed: int = 1) -> Difference:
    """Return the median of the ratios and its interval from 10,000 resamples."""
    random = Random(seed)
    drawn = sorted(median(random.choices(ratios, k=len(ratios))) for _ in range(_RESAMPLES))
    return Difference(median(ratios), drawn[round(_RESAMPLES * 0.025)], drawn[round(_RESAMPLES * 0.975) - 1])


def run(reference: str, scenarios: Sequence[Scenario], size: str, options: Options) -> list[Compared]:
    """Compare the scenarios one by one. Raise CompareError, StartError and LoadError."""
    commit = _git("rev-parse", "--short=10", f"{reference}^{{commit}}")
    with ExitStack() as stack:
        tree = stack.enter_context(_worktree(commit))
        servers = stack.enter_context(started())
        sides = _sides(servers, tree, commit, size)
        up = [stack.enter_context(_running(side, number)) for number, side in enumerate(sides, start=1)]
        return [_compare(scenario, sides, up, options) for scenario in scenarios]


def page(found: Sequence[Compared]) -> list[str]:
    """Return the report with one line per scenario."""
    lines = []
    for each in found:
        here, there = each.microseconds
        costs = f"CPU per request: {here:.0f} µs here, {there:.0f} µs there; {each.rounds} rounds"
        lines += [f"{each.scenario}: {each.cpu.text()}", f"    {costs}"]
        lines += [f"    response time at saturation: {each.time.text()}"]
        lines += [f"    {problem}" for problem in each.problems]
    return lines


def _compare(scenario: Scenario, sides: Sequence[_Side], up: Sequence[Running], options: Options) -> Compared:
    # Each has separate tokens and files; if the schemas differ, the databases differ as well.
    measured = Measured(scenario, 1)
    turns: list[Callable[[], None]] = []
    asked: list[Request] = []
    for side, running_side in zip(sides, up, strict=True):
        requests = RequestFiles(scenario, side.dataset, side.servers.place, [running_side])
        loads = Loads(measured, requests, side.servers, options)
        turns.append(lambda loads=loads, running=running_side: loads.load(running))  # type: ignore[misc]
        asked = requests.made
    if sides[0].dataset is sides[1].dataset:
        measured.problems, _ = compare(up, asked[:SAMPLE])
    with tqdm(total=2 * options.rounds, desc=scenario.name, unit="load", leave=False, disable=None) as bar:
        for number in range(options.rounds):
            for turn in turns if number % 2 else turns[::-1]:
                turn()
                bar.update()
    here, there = (measured.samples[side.contender.name] for side in sides)
    pairs = list(zip(here, there, strict=True))
    return Compared(
        scenario.name,
        options.rounds,
        difference([_cost(one) / _cost(other) for one, other in pairs]),
        difference([other.rate / one.rate for one, other in pairs]),
        (median(map(_cost, here)), median(map(_cost, there))),
        measured.problems,
    )


def _cost(sample: Sample) -> float:
    """Return the microseconds of CPU per request."""
    return (sample.cpu_server + sample.cpu_postgres + sample.cpu_redis) / sample.requests * 1e6


def _sides(servers: Servers, tree: Path, commit: str, size: str) -> list[_Side]:
    """Yield both sides on one database or, if their schemas differ, on two databases with equal data from each tree's
    code.
    """
    world = worlds.made(servers, size)
    dataset = settle(world.database_url, fill(world.database_url, MAKERS))
    here = _Side(Contender("here", "this tree", _command), CHECKOUT, dataset, servers.of(world.database_url))
    contender = Contender("there", commit, _command)
    if _schema(tree) == _schema(CHECKOUT):
        return [here, attrs.evolve(here, contender=contender, tree=tree)]
    print(f"{commit} has another schema and gets a separate database.", file=sys.stderr)
    url = urlunsplit(urlsplit(servers.database_url)._replace(path="/there"))
    with psycopg.connect(servers.database_url, autocommit=True) as connection:
        connection.execute("create database there")
    for command in (["migrate"], ["seed", "--size", size]):
        _service(tree, {**environment(servers, 0, 1), "DATABASE_URL": url}, command)
    try:
        dataset = settle(url, fill(url, MAKERS))
    except psycopg.Error as error:
        raise CompareError(f"The benchmark data does not fit the schema of {commit}: {error}") from None
    return [here, _Side(contender, tree, dataset, servers.of(url))]


def _schema(tree: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (tree / "migrations").glob("*.sql")}


def _command(_port: int, _workers: int, _body: Path) -> list[list[str]]:
    return [[sys.executable, "-m", "service", "serve"]]


@contextmanager
def _running(side: _Side, number: int) -> Iterator[Running]:
    """Run a tree's service. Each has a separate Redis database, because keys may have other meanings."""
    port = free_port()
    redis_url = urlunsplit(urlsplit(side.servers.redis_url)._replace(path=f"/{number}"))
    settings = {**environment(side.servers, port, 1), "REDIS_URL": redis_url}
    log = side.servers.place / f"{side.contender.name}.log"
    with running(_command(port, 1, log), settings, port=port, log=log, directory=side.tree) as pids:
        yield Running(side.contender, port, pids)


@contextmanager
def _worktree(commit: str) -> Iterator[Path]:
    """Check the commit out beside this tree and delete its folder at the end."""
    tree = CHECKOUT / ".local" / "bench" / f"tree-{commit}-{os.getpid()}"
    tree.parent.mkdir(parents=True, exist_ok=True)
    _git("worktree", "add", "--detach", str(tree), commit)
    try:
        yield tree
    finally:
        _git("worktree", "remove", "--force", str(tree))


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(CHECKOUT), *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CompareError(done.stderr.strip() or f"git {arguments[0]} failed")
    return done.stdout.strip()


def _service(tree: Path, settings: dict[str, str], command: Sequence[str]) -> None:
    line = [sys.executable, "-m", "service", *command]
    done = subprocess.run(line, cwd=tree, env=settings, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        words = "\n".join((done.stdout + done.stderr).splitlines()[-10:])
        raise CompareError(f"`{' '.join(command)}` of the other commit failed:\n{words}")
