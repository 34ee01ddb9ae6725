"""Test the benchmark itself: it runs, compares the peers' responses with the service's, and calculates correctly."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest

from bench import charts, report
from bench.contenders import AIOHTTP, FASTAPI, FLOOR, OBVIOUS, OURS, Running
from bench.figures import Figure, Spread, figures, ratio
from bench.latency import Latencies
from bench.run import PGBENCH, Measured, Options, Sample, compare
from bench.scenarios import SCENARIOS, Request, Scenario
from service.dev.local.layout import CHECKOUT


def test_an_unknown_scenario_is_rejected(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench", "run", "--only", "no_such", "--results", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKOUT)
    assert done.returncode == 2
    assert "no_such" in done.stderr


def test_a_different_response_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = {1: b'{"stars": 1, "next_cursor": "a"}', 2: b'{"stars": 2}', 3: b'{"stars": 1, "next_cursor": "b"}'}
    monkeypatch.setattr("bench.run.ask", lambda port, request: (200, {"etag": '"1"'}, bodies[port]))
    one, other, same = Running(OURS, 1, []), Running(OBVIOUS, 2, []), Running(OBVIOUS, 3, [])
    requests = [Request("/api/v1/projects/a/b")]
    assert compare([one, same], requests) == ([], bodies[1])
    problems, _ = compare([one, other], requests)
    assert len(problems) == 1
    assert "returned a different body (stars)" in problems[0]


def test_an_error_or_a_missing_etag_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    said: dict[int, tuple[int, dict[str, str], bytes]] = {1: (429, {}, b"{}"), 2: (200, {}, b"{}"), 3: (204, {}, b"")}
    monkeypatch.setattr("bench.run.ask", lambda port, request: said[port])
    running = {port: Running(OURS, port, []) for port in said}
    assert compare([running[1]], [Request("/")])[0]
    assert compare([running[2]], [Request("/")])[0]
    assert compare([running[3]], [Request("/")])[0]
    assert not compare([running[3]], [Request("/", method="PUT")])[0]


def sample(requests: int, redis_reads: int = 0) -> Sample:
    return Sample(requests, 1.0, 0, 0, 0, 0.0, 0.0, 0.0, 0.0, 0, redis_reads, 0, 100 * 2**20)


def scenario(name: str) -> Scenario:
    return next(scenario for scenario in SCENARIOS if scenario.name == name)


def test_ratios_are_computed_per_round() -> None:
    """A machine that is half as fast in one round changes no ratio."""
    measured = Measured(scenario("guarded_read"), 1)
    measured.samples[AIOHTTP.name] = [sample(1000), sample(500), sample(1000)]
    measured.samples[FLOOR.name] = [sample(2000), sample(1000), sample(2000)]
    measured.samples[OURS.name] = [sample(700, 70), sample(350, 35), sample(600, 60)]
    assert ratio(measured, OURS.name, AIOHTTP.name) == Spread(0.7, 0.6, 0.7)
    reached = {(figure.name, figure.what): figure.reached for figure in figures([measured])}
    assert reached == {
        ("P1", "guarded_read, 1 worker: × aiohttp's constant JSON"): True,
        ("P1", "guarded_read, 1 worker: × our own stack's constant JSON"): False,
        ("P8", "resident MiB of a worker, 1,650 measured requests after its start"): True,
        ("P9", "guarded_read, 1 worker: Redis round trips a request"): True,
    }


def test_writes_are_compared_with_pgbench_and_latencies_with_their_limit() -> None:
    measured = Measured(scenario("star"), 1)
    measured.samples[OURS.name] = [sample(400), sample(600)]
    measured.samples[FASTAPI.name] = [sample(100), sample(100)]
    measured.floors[PGBENCH] = [1000.0, 1000.0]
    percentiles = {"50": 1.0, "90": 2.0, "99": 30.0, "99.9": 40.0}
    measured.latencies[OURS.name] = [Latencies(250.0, 500, 0, 0, percentiles, 50.0, percentiles)]
    found = {(figure.name, figure.found.median): figure.reached for figure in figures([measured], [0.5, 0.7, 0.9])}
    assert found == {
        ("P4", 5.0): True,
        ("P4", 0.5): True,
        ("P7", 30.0): False,
        ("P8", 100.0): True,
        ("P8", 0.7): True,
    }


def test_failed_measurements_produce_no_figures() -> None:
    measured = Measured(scenario("star"), 1, {OURS.name: [sample(400)]}, problems=["one was refused"])
    assert figures([measured]) == []


def test_figures_of_all_commands_are_in_one_table(tmp_path: Path) -> None:
    about = {"commit": "abc", "cpu": "some"}
    measured = Measured(scenario("front_page"), 1)
    measured.samples |= {AIOHTTP.name: [sample(1000)], OURS.name: [sample(900)]}
    place = report.write(tmp_path, [measured], Options(1, 1, 1, (), 1), about)
    assert "| P5 | not measured in this run: `make bench-search` |" in (place / "README.md").read_text()
    found = Figure("P5", "200 searches", 20, False, Spread(12, 11, 13))
    report.write_part(tmp_path, "search", ["a page"], [], about, [found])
    page = (place / "README.md").read_text()
    assert "| P5 | 200 searches | ≤ 20 | 12.0 (11.0–13.0) | yes |" in page
    assert "front_page, 1 worker: × aiohttp's constant JSON | ≥ 0.8 | 0.90" in page
    assert "[search](search.md)" in page


def test_charts_are_xml_with_one_bar_each_and_dark_mode_colours() -> None:
    panel = charts.Panel("a & b", [charts.Bar("<x>", "ours", 10, 5, 20), charts.Bar("y", "floor", 20, 20, 20)])
    drawn = charts.bars("T", "N", [panel])
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    bars = [float(each.attrib["width"]) for each in root if each.tag.endswith("rect")]
    assert bars[1] == 2 * bars[0]
    assert "prefers-color-scheme: dark" in drawn
    row = charts.Dots("x", "ours", [("p50", 1.0), ("p90", 10.0), ("p99", 100.0), ("p99.9", 1000.0)])
    dots = ET.fromstring(charts.dots("T", "N", [charts.DotPanel("a", [row])]))  # noqa: S314 - our own
    places = [float(each.attrib["cx"]) for each in dots if each.tag.endswith("circle")]
    steps = [after - before for before, after in pairwise(places)]
    assert max(steps) - min(steps) < 0.3
