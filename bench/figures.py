"""The targets of docs/performance.md and the measured figures for them."""

from collections.abc import Callable, Sequence
from statistics import median
from typing import Any, Final

import attrs
from attrs import frozen

from bench import lists, search
from bench.contenders import AIOHTTP, FASTAPI, FASTIFY, FLOOR, OURS
from bench.run import PGBENCH, Measured, Sample

READY_BOUND: Final = 1.0
MEMORY_BOUND: Final = 120.0
LATENCY_BOUND: Final = 20.0
MEBIBYTE: Final = 2**20

PROMISES: Final = ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9")
ELSEWHERE: Final = {"P5": "make bench-search", "P6": "make bench-lists"}
"""Targets with separate commands on a million projects."""


@frozen
class Spread:
    """The median, lowest and highest of the rounds."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        return cls(median(values), min(values), max(values))

    def text(self, form: str) -> str:
        return f"{self.median:{form}} ({self.low:{form}}–{self.high:{form}})"


@frozen
class Figure:
    """A target with the measured value."""

    name: str
    what: str
    bound: float
    at_least: bool
    found: Spread

    @property
    def reached(self) -> bool:
        return self.found.median >= self.bound if self.at_least else self.found.median <= self.bound

    def as_json(self) -> dict[str, Any]:
        return {**attrs.asdict(self), "reached": self.reached}

    def row(self) -> list[str]:
        """Return name, description, limit, value and whether the limit is met."""
        sign = "≥" if self.at_least else "≤"
        form = ".3f" if self.bound < 0.5 else ".2f" if self.found.high < 10 else ".1f"
        return [
            self.name,
            self.what,
            f"{sign} {self.bound:g}",
            self.found.text(form),
            "yes" if self.reached else "**no**",
        ]


def from_json(said: dict[str, Any]) -> Figure:
    return Figure(said["name"], said["what"], said["bound"], said["at_least"], Spread(**said["found"]))


def ratio(measured: Measured, name: str, to: str) -> Spread:
    """Return the ratio to the rate of `to`, computed per round so that a slow round does not matter."""
    pairs = zip(measured.samples[name], measured.samples[to], strict=True)
    return Spread.of([one.rate / other.rate for one, other in pairs])


def figures(parts: Sequence[Measured], ready: Sequence[float] = ()) -> list[Figure]:
    """Return the figures for all targets except P5 and P6. A part with problems has none."""
    good = [part for part in parts if OURS.name in part.samples and not part.problems]
    found = [figure for part in good for figure in _of_part(part)]
    found += [figure for part in good for figure in _latency(part)]
    if alone := [part for part in good if part.workers == 1]:
        last = alone[-1].samples[OURS.name]
        answered = sum(sample.requests for part in alone for sample in part.samples[OURS.name])
        memory = Spread.of([sample.largest / MEBIBYTE for sample in last])
        what = f"resident MiB of a worker, {answered:,} measured requests after its start"
        found.append(Figure("P8", what, MEMORY_BOUND, False, memory))
    if ready:
        what = f"seconds from start to ready, {len(ready)} starts"
        found.append(Figure("P8", what, READY_BOUND, False, Spread.of(ready)))
    return sorted(found, key=lambda figure: figure.name)


def _of_part(part: Measured) -> list[Figure]:
    two = part.workers > 1
    match part.scenario.name:
        case "guarded_read":
            against = {AIOHTTP.name: 0.45 if two else 0.65, FLOOR.name: 0.45 if two else 0.65}
            against |= {FASTAPI.name: 8 if two else 12} | ({} if two else {FASTIFY.name: 3})
            trips = [sample.redis_reads / sample.requests for sample in part.samples[OURS.name]]
            what = f"guarded_read, {_workers(part)}: Redis round trips a request"
            return [*_ratios("P1", part, against), Figure("P9", what, 0.2, False, Spread.of(trips))]
        case "front_page":
            return _ratios("P2", part, {AIOHTTP.name: 0.8, FLOOR.name: 0.8, FASTAPI.name: 20})
        case "not_modified":
            return _ratios("P3", part, {AIOHTTP.name: 0.85, FLOOR.name: 0.85})
        case "star" | "comment":
            found = _ratios("P4", part, {FASTAPI.name: 4})
            if PGBENCH in part.floors:
                pairs = zip(part.samples[OURS.name], part.floors[PGBENCH], strict=True)
                spread = Spread.of([ours.rate / floor for ours, floor in pairs])
                what = f"{part.scenario.name}, {_workers(part)}: × pgbench with the same statements"
                found.append(Figure("P4", what, 0.5, True, spread))
            return found
    return []


_TO: Final = {
    AIOHTTP.name: "aiohttp's constant JSON",
    FLOOR.name: "our own stack's constant JSON",
    FASTAPI.name: "FastAPI",
    FASTIFY.name: "Fastify",
}


def _ratios(name: str, part: Measured, bounds: dict[str, float]) -> list[Figure]:
    where = f"{part.scenario.name}, {_workers(part)}"
    return [
        Figure(name, f"{where}: × {_TO[other]}", bound, True, ratio(part, OURS.name, other))
        for other, bound in bounds.items()
        if other in part.samples
    ]


def _latency(part: Measured) -> list[Figure]:
    taken = part.latencies.get(OURS.name, [])
    if not taken:
        return []
    what = f"{part.scenario.name}, {_workers(part)}: p99 in ms at {taken[0].rate:,.0f} a second, half of saturation"
    return [Figure("P7", what, LATENCY_BOUND, False, Spread.of([each.percentiles["99"] for each in taken]))]


def _workers(part: Measured) -> str:
    return f"{part.workers} worker{'s' * (part.workers > 1)}"


def of_search(found: Sequence[search.Searched], size: str) -> Figure:
    """P5: return the 95th percentile of the search time of each repetition."""
    times = zip(*(each.milliseconds for each in found), strict=True)
    spread = Spread.of([search.percentile(values, 0.95) for values in times])
    return Figure("P5", f"{len(found)} searches, one client, {size} world: p95 in ms", search.BOUND, False, spread)


def of_lists(found: Sequence[lists.Compared], sizes: Sequence[str]) -> Figure:
    """P6: return the figure of the list with the highest ratio."""
    answered = [each for each in found if not each.problem]
    worst = max(answered, key=lambda each: each.worst)
    spread = Spread(worst.worst, min(each.worst for each in answered), worst.worst)
    above = sum(each.worst > lists.BOUND for each in answered)
    what = f"{len(found)} lists, {' and '.join(sizes)}, first and deep: × the first page of the smallest, the worst of"
    return Figure("P6", f"{what} all (“{worst.case.name}”; {above} are above)", lists.BOUND, False, spread)


COSTS: Final[dict[str, tuple[Callable[[Sample], float], str]]] = {
    "server CPU µs": (lambda sample: sample.cpu_server / sample.requests * 1e6, ".0f"),
    "PostgreSQL CPU µs": (lambda sample: sample.cpu_postgres / sample.requests * 1e6, ".0f"),
    "Redis CPU µs": (lambda sample: sample.cpu_redis / sample.requests * 1e6, ".0f"),
    "SQL statements": (lambda sample: sample.statements / sample.requests, ".3f"),
    "Redis round trips": (lambda sample: sample.redis_reads / sample.requests, ".3f"),
    "bytes": (lambda sample: sample.bytes / sample.requests, ".0f"),
    "resident MiB": (lambda sample: sample.resident / MEBIBYTE, ".0f"),
    "wrk's core in use": (lambda sample: sample.cpu_wrk / sample.seconds, ".0%"),
}
"""How the cost of a request is computed from a sample, and how it is formatted."""
