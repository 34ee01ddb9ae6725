"""Run the smoke mode of every benchmark: scenarios with all peers, lists and attacks."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import orjson
import pytest

from bench.contenders import AIOHTTP, FASTAPI, FLOOR, OBVIOUS, OURS
from bench.figures import PROMISES
from bench.scenarios import SCENARIOS
from bench.wrk import HOW_TO_GET
from service.dev.local.layout import CHECKOUT


def smoke(place: Path, path: str, *more: str) -> tuple[subprocess.CompletedProcess[str], dict[str, Any], str]:
    """Run the command of `make bench-smoke` with this PATH and return its exit code, results and page."""
    command = [sys.executable, "-m", "bench", "run", "--smoke", "--results", str(place), *more]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=CHECKOUT, env={"PATH": path}, timeout=400
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (folder,) = place.iterdir()
    return done, orjson.loads((folder / "results.json").read_bytes()), (folder / "README.md").read_text()


@pytest.mark.timeout(420)
def test_a_smoke_run_covers_every_scenario_and_compares_the_responses(tmp_path: Path) -> None:
    done, results, page = smoke(tmp_path, "/usr/local/bin:/usr/bin:/bin")
    parts = {part["name"]: part for part in results["scenarios"]}
    assert list(parts) == [scenario.name for scenario in SCENARIOS]
    assert all(part["problems"] == [] for part in parts.values())
    if results["skipped"]:
        pytest.skip(HOW_TO_GET)
    guarded = parts["guarded_read"]["samples"]
    assert {FLOOR.name, AIOHTTP.name, OURS.name, OBVIOUS.name, FASTAPI.name} <= guarded.keys()
    for part in parts.values():
        for (sample,) in part["samples"].values():
            assert sample["requests"] > 0
            assert sample["refused"] == sample["broken"] == 0
    # The naive peer asks Redis twice per request; the service must not, even with few connections.
    (obvious,), (ours,) = guarded[OBVIOUS.name], guarded[OURS.name]
    assert 2 <= obvious["redis_reads"] / obvious["requests"] < 2.5
    assert ours["redis_reads"] / ours["requests"] < 1
    assert ours["statements"] / ours["requests"] < 1
    assert {name for name, part in parts.items() if part["latencies"]} == {
        scenario.name for scenario in SCENARIOS if scenario.open_loop
    }
    assert str(CHECKOUT) not in page + orjson.dumps(results).decode()
    assert all(f"| {name} |" in page for name in PROMISES)
    assert "P9" in done.stdout
    (folder,) = tmp_path.iterdir()
    assert {path.name for path in folder.iterdir()} == {
        "README.md",
        "latency.svg",
        "requests.svg",
        "results.json",
        "scenarios.md",
        "streams.json",
        "streams.md",
    }
    for chart in folder.glob("*.svg"):
        ET.fromstring(chart.read_text())  # noqa: S314 - our own


@pytest.mark.timeout(420)
def test_without_wrk_responses_are_compared_and_a_hint_is_shown(tmp_path: Path) -> None:
    done, results, page = smoke(tmp_path, str(tmp_path / "nothing"), "--only", "guarded_read")
    assert "apt-get install wrk" in done.stderr
    assert results["skipped"] == HOW_TO_GET
    assert results["scenarios"][0]["problems"] == []
    assert HOW_TO_GET in page
    assert "Node is not installed" in page


@pytest.mark.timeout(400)
def test_a_smoke_run_measures_lists(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench", "lists", "--smoke", "--only", "tags", "--results", str(tmp_path)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=CHECKOUT, env={"PATH": "/usr/bin:/bin"}, timeout=380
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (folder,) = tmp_path.iterdir()
    (tags,) = orjson.loads((folder / "lists.json").read_bytes())["lists"]
    assert tags["list"] == "tags"
    assert tags["sizes"]["small"]["items"] == 20
    assert len(tags["sizes"]["small"]["deep"]) == 3
    assert "| tags |" in (folder / "lists.md").read_text()


@pytest.mark.timeout(240)
def test_hostile_smoke_run_attacks_and_measures(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench", "hostile", "--smoke", "--results", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKOUT, timeout=200)
    assert done.returncode == 0, done.stdout + done.stderr
    (folder,) = tmp_path.iterdir()
    found = orjson.loads((folder / "hostile.json").read_bytes())["hostile"]
    (visits,) = found["visits"]
    assert visits["quiet"]
    assert visits["hostile"]
    outcomes = found["attacks"]
    for attack in ("disconnect", "comment", "unknown keys", "slow head, API", "idle, API"):
        assert any(name.startswith(f"{attack}: ") for name in outcomes), attack
    assert not any(name.endswith(": 500") for name in outcomes)
