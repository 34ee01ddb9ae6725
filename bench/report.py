"""Results: JSON with every sample, pages with medians and ranges, charts, and an index page.

A folder of results belongs to a day and a commit. Each command writes separate files into it. `index` creates README.md
from all of them, so that one table contains all figures.
"""

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

from bench import charts, figures, floors, wrk
from bench.contenders import AIOHTTP, CONTENDERS, FASTAPI, FASTIFY, FLOOR, OBVIOUS, OURS
from bench.figures import COSTS, Figure, Spread, ratio
from bench.run import PGBENCH, REDIS_BENCHMARK, Measured, Options, Sample
from service.dev.local.layout import CHECKOUT

_BESIDE: Final = {
    AIOHTTP.name: "× aiohttp's floor",
    FLOOR.name: "× own floor",
    FASTAPI.name: "× FastAPI",
    FASTIFY.name: "× Fastify",
}
_TITLES: Final = {contender.name: contender.title for contender in CONTENDERS}
_PROGRAMS: Final = {
    PGBENCH: f"pgbench with the same statements, {floors.CLIENTS} clients",
    REDIS_BENCHMARK: f"redis-benchmark: the admission script, one request per call, {floors.GATE_CLIENTS} clients",
}
_PARTS: Final = ("lists", "search", "streams")
_RATES: Final = "requests.svg"
_LATENCIES: Final = "latency.svg"
_SCENARIOS: Final = "scenarios.md"


def machine() -> dict[str, str]:
    """Return the properties of the machine that affect the figures, without its name."""
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
    """Return the short hash of the checkout's commit, with "-dirty" for local changes, or "unknown" outside of git."""
    try:
        said = _git("rev-parse", "--short=10", "HEAD")
        return said + ("-dirty" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(CHECKOUT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


# Files


def write(
    results: Path,
    parts: Sequence[Measured],
    options: Options,
    about: Mapping[str, str],
    ready: Sequence[float] = (),
    missing: Sequence[str] = (),
) -> Path:
    """Write a run's files into `results`/<date>-<commit>/ and return the folder.

    `about` describes the run; `missing` lists what could not be measured on this machine and how to install it.
    """
    now = datetime.now(UTC)
    place = folder(results, now, about)
    data = {
        "options": attrs.asdict(options),
        "skipped": None if any(part.samples for part in parts) else wrk.HOW_TO_GET,
        "missing": list(missing),
        "ready_seconds": list(ready),
        "figures": [figure.as_json() for figure in figures.figures(parts, ready)],
        "scenarios": [_as_json(part) for part in parts],
    }
    _dump(place / "results.json", now, about, data)
    (place / _SCENARIOS).write_text("\n".join(scenarios(parts, options)) + "\n")
    draw(place, parts)
    index(place)
    return place


def write_part(
    results: Path,
    name: str,
    lines: Sequence[str],
    data: object,
    about: Mapping[str, str],
    found: Sequence[Figure] = (),
) -> Path:
    """Write <name>.md and <name>.json into the run's folder and return the page."""
    now = datetime.now(UTC)
    place = folder(results, now, about)
    _dump(place / f"{name}.json", now, about, {"figures": [each.as_json() for each in found], name: data})
    head = [f"# Bench of {now:%Y-%m-%d}, commit {about['commit']}: {name}", ""]
    head += [f"- {key}: {value}" for key, value in about.items() if key != "commit"]
    page = place / f"{name}.md"
    page.write_text("\n".join([*head, "", *lines]) + "\n")
    index(place)
    return page


def folder(results: Path, now: datetime, about: Mapping[str, str]) -> Path:
    """Return the folder of a day and a commit."""
    place = results / f"{now:%Y-%m-%d}-{about['commit']}"
    place.mkdir(parents=True, exist_ok=True)
    return place


def _dump(path: Path, now: datetime, about: Mapping[str, str], data: Mapping[str, Any]) -> None:
    said = {"at": now, "about": about, **data}
    path.write_bytes(orjson.dumps(said, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def _as_json(part: Measured) -> dict[str, Any]:
    return {
        "name": part.scenario.name,
        "workers": part.workers,
        "problems": part.problems,
        "samples": {name: [attrs.asdict(sample) for sample in samples] for name, samples in part.samples.items()},
        "floors": part.floors,
        "latencies": {name: [attrs.asdict(each) for each in taken] for name, taken in part.latencies.items()},
    }


# Pages


def index(place: Path) -> None:
    """Write README.md for all results in a folder."""
    said = {path.stem: orjson.loads(path.read_bytes()) for path in sorted(place.glob("*.json"))}
    run = said.get("results")
    about: dict[str, str] = {}
    for part in (*said.values(), *([run] if run else [])):
        about |= part["about"]
    lines = [f"# Bench of {place.name[:10]}, commit {about.pop('commit')}", ""]
    lines += [f"- {name}: {value}" for name, value in about.items()]
    if run:
        lines += [f"- {_how(run['options'])}"]
    lines += ["", "Medians of the rounds; lowest and highest in brackets. Ratios are taken within a round.", ""]
    lines += _promises([figures.from_json(each) for part in said.values() for each in part.get("figures", ())])
    for line in run["missing"] if run else ():
        lines += ["", f"**Not measured here:** {line}"]
    for chart, what in ((_RATES, "Requests per second"), (_LATENCIES, "Latency at half of saturation")):
        if (place / chart).exists():
            lines += ["", f"![{what}]({chart})"]
    more = [f"[{name}]({name}.md)" for name in _PARTS if name in said]
    lines += ["", f"More results of this commit: {', '.join(more)}."] if more else []
    if (place / _SCENARIOS).exists():
        lines += ["", (place / _SCENARIOS).read_text().rstrip()]
    (place / "README.md").write_text("\n".join(lines) + "\n")


def _promises(found: Sequence[Figure]) -> list[str]:
    rows = []
    for name in figures.PROMISES:
        rows += [figure.row() for figure in found if figure.name == name]
        if all(figure.name != name for figure in found):
            command = figures.ELSEWHERE.get(name, "make bench")
            rows.append([name, f"not measured in this run: `{command}`", "", "", ""])
    return ["## Figures", "", *_table(["", "what", "bound", "found", "reached"], rows)]


def _how(options: Mapping[str, Any]) -> str:
    return (
        f"{options['rounds']} rounds of {options['seconds']:g} s, all contenders in turn; {options['connections']}"
        f" connections; up to {options['warm_up']:g} s of warm-up"
    )


def scenarios(parts: Sequence[Measured], options: Options) -> list[str]:
    """Return the tables of each scenario."""
    lines: list[str] = []
    for part in parts:
        name = f"## {part.scenario.name}, {part.workers} worker{'s' * (part.workers > 1)}"
        lines += [*([""] if lines else []), name, "", f"{part.scenario.title}.", ""]
        if part.problems:
            lines += ["**Failed; the figures are invalid:**", "", *(f"- {p}" for p in part.problems), ""]
        lines += _part(part, options) if part.samples else [wrk.HOW_TO_GET]
    return lines


def _part(part: Measured, options: Options) -> list[str]:
    rates, costs = [], []
    beside = [name for name in _BESIDE if name in part.samples]
    for name, samples in part.samples.items():
        versus = [ratio(part, name, to).text(".2f") for to in beside]
        rates.append([_TITLES[name], Spread.of([sample.rate for sample in samples]).text(",.0f"), *versus])
        costs.append([_TITLES[name], *(_cost(samples, each, form) for each, form in COSTS.values())])
    for name, values in part.floors.items():
        rates.append([_PROGRAMS[name], Spread.of(values).text(",.0f"), *[""] * len(beside)])
    lines = [
        *_table(["", f"{part.scenario.unit}/s", *(_BESIDE[name] for name in beside)], rates),
        "",
        "Cost per request:",
        "",
        *_table(["", *COSTS], costs),
    ]
    return [*lines, "", *_latencies(part, options)] if part.latencies else lines


def _latencies(part: Measured, options: Options) -> list[str]:
    rows = []
    for name, taken in part.latencies.items():
        percentiles = [median(each.percentiles[p] for each in taken) for p in taken[0].percentiles]
        late = median(each.late["99"] for each in taken)
        cells = [f"{value:.2f}" for value in (*percentiles, max(each.longest for each in taken), late)]
        rows.append([_TITLES[name], f"{taken[0].rate:,.0f}", *cells])
    head = ["", "sent per second", "p50", "p90", "p99", "p99.9", "longest", "sent late, p99"]
    return [
        (
            f"Milliseconds at half of each contender's saturation, open loop, {options.open_rounds} times "
            f"{options.seconds:g} s:"
        ),
        "",
        *_table(head, rows),
    ]


def _cost(samples: Sequence[Sample], each: Callable[[Sample], float], form: str) -> str:
    return f"{median(each(sample) for sample in samples):{form}}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [
        f"| {' | '.join(head)} |",
        f"|---|{'---:|' * (len(head) - 1)}",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]


# Charts

_SHORT: Final = {
    OURS.name: "this service",
    FLOOR.name: "constant, own stack",
    AIOHTTP.name: "constant, aiohttp",
    OBVIOUS.name: "aiohttp, straightforward",
    FASTAPI.name: "FastAPI",
    FASTIFY.name: "Fastify",
    PGBENCH: "pgbench alone",
    REDIS_BENCHMARK: "redis-benchmark alone",
}


def draw(place: Path, parts: Sequence[Measured]) -> None:
    """Write the charts of a run, unless nothing was measured."""
    note = "Bars are medians, lines go from the lowest round to the highest. Each scenario has a scale of its own."
    if panels := [charts.Panel(_title(part), _bars(part)) for part in parts if part.samples]:
        (place / _RATES).write_text(charts.bars("Requests per second", note, panels))
    taken = [part for part in parts if part.latencies]
    if rows := [charts.DotPanel(_title(part), _dots(part)) for part in taken]:
        note = "p50, p90, p99 and p99.9 from the scheduled time of a request, each at half of its own saturation."
        (place / _LATENCIES).write_text(charts.dots("Latency, open loop", note, rows))


def _title(part: Measured) -> str:
    return part.scenario.name if part.workers == 1 else f"{part.scenario.name}, {part.workers} workers"


def _bars(part: Measured) -> list[charts.Bar]:
    values = {name: [sample.rate for sample in samples] for name, samples in part.samples.items()} | part.floors
    spreads = {name: Spread.of(found) for name, found in values.items()}
    return [
        charts.Bar(_SHORT.get(name, name), _kind(name), each.median, each.low, each.high)
        for name, each in spreads.items()
    ]


def _dots(part: Measured) -> list[charts.Dots]:
    return [
        charts.Dots(
            f"{_SHORT.get(name, name)}, {taken[0].rate:,.0f}/s",
            _kind(name),
            [(f"p{p}", median(each.percentiles[p] for each in taken)) for p in taken[0].percentiles],
        )
        for name, taken in part.latencies.items()
    ]


def _kind(name: str) -> str:
    if name == OURS.name:
        return "ours"
    return "floor" if name in (FLOOR.name, AIOHTTP.name, PGBENCH, REDIS_BENCHMARK) else "peer"
