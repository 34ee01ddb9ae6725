"""Time of a search by the queries of queries.txt, with one client and without the page cache (P5)."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from attrs import frozen
from tqdm import tqdm

from bench.worlds import Served

BOUND: Final = 20.0
"""Limit in milliseconds of the 95th percentile."""
QUERIES: Final = Path(__file__).with_name("queries.txt")


@frozen
class Query:
    """One line of queries.txt: the kind of query, the searched type and the words."""

    kind: str
    type: str
    words: str


@frozen
class Searched:
    """Result of one query: `milliseconds` of each repetition; `found` on its first page."""

    query: Query
    found: int
    milliseconds: list[float]


def queries() -> list[Query]:
    """Return the published list. Raise ValueError for a line without its three parts."""
    lines = QUERIES.read_text(encoding="utf-8").splitlines()
    return [Query(*line.split(maxsplit=2)) for line in lines if line.strip() and not line.startswith("#")]


def measure(served: Served, repetitions: int, *, cpu: bool = False) -> list[Searched]:
    """Run every query once per repetition. The first round counts, because visitors do not warm up either."""
    asked = queries()
    took: list[list[float]] = [[] for _ in asked]
    found = [0] * len(asked)
    with served.client(cpu=cpu) as client, tqdm(total=repetitions * len(asked), unit="query") as bar:
        for _ in range(3):
            client.get("/search?q=bread")
        client.warm()
        for _ in range(repetitions):
            for place, query in enumerate(asked):
                answer = client.get(f"/search?{urlencode({'q': query.words, 'type': query.type})}")
                took[place].append(answer.milliseconds)
                found[place] = len(answer.json["data"])
                bar.update()
    return [Searched(query, count, times) for query, count, times in zip(asked, found, took, strict=True)]


def percentile(values: Iterable[float], share: float) -> float:
    """Return the smallest value that at least `share` (0 to 1) of the values do not exceed: nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * round(share * 1000) // 1000) - 1)]


def page(found: Sequence[Searched]) -> list[str]:
    """Return the report."""
    kinds = list(dict.fromkeys(each.query.kind for each in found))
    groups = [("all", list(found)), *((kind, [each for each in found if each.query.kind == kind]) for kind in kinds)]
    lines = [
        f"{len(found)} queries ({QUERIES.name}), {len(found[0].milliseconds)} times each, over HTTP on one connection,",
        f"without the page cache. Milliseconds; the limit of the 95th percentile is {BOUND:g} (P5).",
        "",
        "| queries | count | found nothing | p50 | p95 | p99 | longest |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, group in groups:
        times = [time for each in group for time in each.milliseconds]
        p50, p95, p99 = (percentile(times, share) for share in (0.5, 0.95, 0.99))
        nothing = sum(not each.found for each in group)
        tail = f"{p95:.1f}" if p95 <= BOUND else f"**{p95:.1f}**"
        lines.append(f"| {name} | {len(group)} | {nothing} | {p50:.1f} | {tail} | {p99:.1f} | {max(times):.1f} |")
    slow = sorted(found, key=lambda each: -percentile(each.milliseconds, 0.5))[:15]
    lines += ["", "Slowest queries:", "", "| median ms | kind | type | found | query |", "|---:|---|---|---:|---|"]
    lines += [
        f"| {percentile(each.milliseconds, 0.5):.1f} | {each.query.kind} | {each.query.type} | {each.found} |"
        f" `{each.query.words}` |"
        for each in slow
    ]
    return lines
