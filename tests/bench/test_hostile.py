"""Test that `make bench-hostile` attacks the service and measures a visitor at the same time."""

import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from service.dev.local.layout import CHECKOUT


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
