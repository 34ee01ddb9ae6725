"""Results as JSON, with every sample, and as Markdown, with medians and spread."""

import os
import platform
import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any, Final

import attrs
import orjson
from attrs import frozen

from bench import wrk
from bench.contenders import AIOHTTP, FLOOR, OBVIOUS, OURS, Contender
from bench.run import Measured, Options, Sample
from service.local.layout import CHECKOUT

_BESIDE: Final = (AIOHTTP.name, FLOOR.name, OBVIOUS.name)
CONTENDERS: Final[Mapping[str, Contender]] = {c.name: c for c in (FLOOR, AIOHTTP, OURS, OBVIOUS)}


@frozen
class Spread:
    """The median of the rounds, and their lowest and highest."""

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
    """A promise of docs/performance.md and what this run says to it."""

    name: str
    what: str
    bound: float
    at_least: bool
    found: Spread

    @property
    def reached(self) -> bool:
        return self.found.median >= self.bound if self.at_least else self.found.median <= self.bound


def ratio(measured: Measured, name: str, to: str) -> Spread:
    """How many times as fast as `to`, round by round: what slows a whole round down does not count."""
    pairs = zip(measured.samples[name], measured.samples[to], strict=True)
    return Spread.of([one.rate / other.rate for one, other in pairs])


def figures(measured: Measured) -> list[Figure]:
    """What this part of the run says to P1 and P9."""
    if measured.scenario.name != "guarded_read" or not measured.samples:
        return []
    bound = {1: 0.65}.get(measured.workers, 0.45)
    workers = f"{measured.workers} worker{'s' * (measured.workers > 1)}"
    trips = Spread.of([sample.redis_reads / sample.requests for sample in measured.samples[OURS.name]])
    return [
        Figure("P1", f"{workers}: × aiohttp's constant JSON", bound, True, ratio(measured, OURS.name, AIOHTTP.name)),
        Figure(
            "P1", f"{workers}: × our own stack's constant JSON", bound, True, ratio(measured, OURS.name, FLOOR.name)
        ),
        Figure("P9", f"{workers}: Redis round trips a request", 0.2, False, trips),
    ]


def machine() -> dict[str, str]:
    """What the figures depend on; nothing that names the machine."""
    cpu = next(
        (line.partition(":")[2].strip() for line in _read("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    memory = next((int(line.split()[1]) for line in _read("/proc/meminfo") if line.startswith("MemTotal")), 0)
    return {
        "cpu": cpu,
        "cores": str(os.cpu_count()),
        "memory": f"{memory / 2**20:.0f} GiB",
        "kernel": platform.release(),
        "python": platform.python_version(),
    }


def _read(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def commit() -> str:
    """Short hash of the checkout's commit, with "-dirty" when something differs from it; "unknown" outside of git."""
    try:
        said = _git("rev-parse", "--short=10", "HEAD")
        return said + ("-dirty" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(CHECKOUT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def write(results: Path, parts: Sequence[Measured], options: Options, about: Mapping[str, str]) -> Path:
    """Writes `results`/<date>-<commit>/ and returns it. `about` is what is known of the run: machine, versions."""
    now = datetime.now(UTC)
    place = folder(results, now, about)
    (place / "results.json").write_bytes(
        orjson.dumps(_as_json(now, parts, options, about), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    )
    (place / "README.md").write_text(markdown(now, parts, options, about))
    return place


def folder(results: Path, now: datetime, about: Mapping[str, str]) -> Path:
    """The one of a day and a commit; every command of the bench writes files of its own name into it."""
    place = results / f"{now:%Y-%m-%d}-{about['commit']}"
    place.mkdir(parents=True, exist_ok=True)
    return place


def write_part(results: Path, name: str, lines: Sequence[str], data: object, about: Mapping[str, str]) -> Path:
    """Writes <name>.md and <name>.json into the run's folder, and returns the page."""
    now = datetime.now(UTC)
    place = folder(results, now, about)
    said = orjson.dumps({"at": now, "about": about, name: data}, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    (place / f"{name}.json").write_bytes(said)
    head = [f"# Bench of {now:%Y-%m-%d}, commit {about['commit']}: {name}", ""]
    head += [f"- {key}: {value}" for key, value in about.items() if key != "commit"]
    page = place / f"{name}.md"
    page.write_text("\n".join([*head, "", *lines]) + "\n")
    return page


def _as_json(now: datetime, parts: Sequence[Measured], options: Options, about: Mapping[str, str]) -> dict[str, Any]:
    return {
        "at": now,
        "about": about,
        "options": attrs.asdict(options),
        "skipped": None if any(part.samples for part in parts) else wrk.HOW_TO_GET,
        "scenarios": [
            {
                "name": part.scenario.name,
                "workers": part.workers,
                "problems": part.problems,
                "samples": {name: [attrs.asdict(s) for s in samples] for name, samples in part.samples.items()},
                "figures": [{**attrs.asdict(figure), "reached": figure.reached} for figure in figures(part)],
            }
            for part in parts
        ],
    }


def markdown(now: datetime, parts: Sequence[Measured], options: Options, about: Mapping[str, str]) -> str:
    """The page that people read."""
    how = (
        f"- {options.rounds} rounds of {options.seconds:g} s, all contenders in turn; {options.connections} connections"
    )
    how += f"; {options.warm_up:g} s of warm-up before each load"
    lines = [f"# Bench of {now:%Y-%m-%d}, commit {about['commit']}", ""]
    lines += [f"- {name}: {value}" for name, value in about.items() if name != "commit"]
    lines += [
        how,
        "",
        "Medians of the rounds, lowest and highest in brackets. Ratios are taken within a round.",
    ]
    found = [figure for part in parts for figure in figures(part)]
    if found:
        rows = [
            [
                figure.name,
                figure.what,
                f"{'≥' if figure.at_least else '≤'} {figure.bound:g}",
                figure.found.text(".2f" if figure.at_least else ".3f"),
                "yes" if figure.reached else "**no**",
            ]
            for figure in found
        ]
        lines += ["", "## Figures", "", *_table(["", "what", "bound", "found", "reached"], rows)]
    for part in parts:
        lines += ["", f"## {part.scenario.name}, {part.workers} worker{'s' * (part.workers > 1)}", ""]
        lines += [f"{part.scenario.title}.", ""]
        if part.problems:
            lines += ["**It failed, and its figures count for nothing:**", "", *(f"- {p}" for p in part.problems), ""]
        lines += _part(part) if part.samples else [wrk.HOW_TO_GET]
    return "\n".join(lines) + "\n"


def _part(part: Measured) -> list[str]:
    rates, costs = [], []
    for name, samples in part.samples.items():
        contender = CONTENDERS[name]
        versus = [ratio(part, name, to).text(".2f") if to in part.samples else "" for to in _BESIDE]
        rates.append([contender.title, Spread.of([sample.rate for sample in samples]).text(",.0f"), *versus])
        costs.append([contender.title, *(_cost(samples, each, form) for each, form in _COSTS.values())])
    return [
        *_table(["", "requests/s", "× aiohttp's floor", "× own floor", "× obvious"], rates),
        "",
        "What one request costs:",
        "",
        *_table(["", *_COSTS], costs),
    ]


_COSTS: Final[Mapping[str, tuple[Callable[[Sample], float], str]]] = {
    "server CPU µs": (lambda sample: sample.cpu_server / sample.requests * 1e6, ".0f"),
    "PostgreSQL CPU µs": (lambda sample: sample.cpu_postgres / sample.requests * 1e6, ".0f"),
    "Redis CPU µs": (lambda sample: sample.cpu_redis / sample.requests * 1e6, ".0f"),
    "SQL statements": (lambda sample: sample.statements / sample.requests, ".3f"),
    "Redis round trips": (lambda sample: sample.redis_reads / sample.requests, ".3f"),
    "bytes": (lambda sample: sample.bytes / sample.requests, ".0f"),
    "resident MiB": (lambda sample: sample.resident / 2**20, ".0f"),
    "wrk's core in use": (lambda sample: sample.cpu_wrk / sample.seconds, ".0%"),
}


def _cost(samples: Sequence[Sample], each: Callable[[Sample], float], form: str) -> str:
    return f"{median(each(sample) for sample in samples):{form}}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [
        f"| {' | '.join(head)} |",
        f"|---|{'---:|' * (len(head) - 1)}",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
