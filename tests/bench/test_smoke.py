"""The bench itself: that it runs, that its peers answer as the service does, that its arithmetic is right."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest

from bench.contenders import AIOHTTP, FLOOR, OBVIOUS, OURS, Running
from bench.report import Spread, figures, ratio
from bench.run import Measured, Sample, compare
from bench.scenarios import SCENARIOS, Request
from bench.wrk import HOW_TO_GET
from service.local.layout import CHECKOUT


def smoke(place: Path, path: str) -> tuple[subprocess.CompletedProcess[str], dict[str, Any], str]:
    """Runs `make bench-smoke`'s command with this PATH: how it ended, its results, its page."""
    command = [sys.executable, "-m", "bench", "run", "--smoke", "--results", str(place)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=CHECKOUT, env={"PATH": path}, timeout=100
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (folder,) = place.iterdir()
    return done, orjson.loads((folder / "results.json").read_bytes()), (folder / "README.md").read_text()


def test_a_smoke_run_measures_every_contender_and_compares_their_answers(tmp_path: Path) -> None:
    done, results, page = smoke(tmp_path, "/usr/bin:/bin")
    (part,) = results["scenarios"]
    assert part["problems"] == []
    if results["skipped"]:
        pytest.skip(HOW_TO_GET)
    assert part["samples"].keys() == {FLOOR.name, AIOHTTP.name, OURS.name, OBVIOUS.name}
    for (sample,) in part["samples"].values():
        assert sample["requests"] > 0
        assert sample["refused"] == sample["broken"] == 0
    # The obvious way asks Redis twice a request; the service must not, even with few connections.
    (obvious,), (ours,) = part["samples"][OBVIOUS.name], part["samples"][OURS.name]
    assert 2 <= obvious["redis_reads"] / obvious["requests"] < 2.5
    assert ours["redis_reads"] / ours["requests"] < 1
    assert ours["statements"] / ours["requests"] < 1
    assert str(CHECKOUT) not in page + orjson.dumps(results).decode()
    assert "P9" in page
    assert "P9" in done.stdout


def test_without_wrk_it_says_how_to_get_it_and_still_compares_the_answers(tmp_path: Path) -> None:
    done, results, page = smoke(tmp_path, str(tmp_path / "nothing"))
    assert "apt-get install wrk" in done.stderr
    assert results["skipped"] == HOW_TO_GET
    assert results["scenarios"][0]["problems"] == []
    assert HOW_TO_GET in page


def test_an_answer_that_differs_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = {1: b'{"stars": 1}', 2: b'{"stars": 2}', 3: b'{"stars": 1}'}
    monkeypatch.setattr("bench.run.get", lambda port, path, token: (200, {"etag": '"1"'}, bodies[port]))
    one, other, same = Running(OURS, 1, []), Running(OBVIOUS, 2, []), Running(OBVIOUS, 3, [])
    asked = [Request("/api/v1/projects/a/b")]
    assert compare([one, same], asked) == ([], bodies[1])
    problems, _ = compare([one, other], asked)
    assert len(problems) == 1
    assert "another body" in problems[0]


def sample(requests: int, redis_reads: int = 0) -> Sample:
    return Sample(requests, 1.0, 0, 0, 0, 0.0, 0.0, 0.0, 0.0, 0, redis_reads, 0)


def test_ratios_are_taken_within_a_round() -> None:
    """A machine that is twice as slow in one round changes no ratio."""
    measured = Measured(SCENARIOS[0], 1)
    measured.samples[AIOHTTP.name] = [sample(1000), sample(500), sample(1000)]
    measured.samples[FLOOR.name] = [sample(2000), sample(1000), sample(2000)]
    measured.samples[OURS.name] = [sample(700, 70), sample(350, 35), sample(600, 60)]
    assert ratio(measured, OURS.name, AIOHTTP.name) == Spread(0.7, 0.6, 0.7)
    reached = {(figure.name, figure.what): figure.reached for figure in figures(measured)}
    assert reached == {
        ("P1", "1 worker: × aiohttp's constant JSON"): True,
        ("P1", "1 worker: × our own stack's constant JSON"): False,
        ("P9", "1 worker: Redis round trips a request"): True,
    }
