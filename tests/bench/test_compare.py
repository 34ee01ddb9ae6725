"""Test whether `bench compare` separates a difference from noise."""

import subprocess
from pathlib import Path
from random import Random

import pytest

from bench import compare
from bench.compare import Compared, CompareError, Difference, difference, page
from bench.run import Options
from service.dev.local.layout import CHECKOUT


def ratios(by: float, noise: float, rounds: int = 12, seed: int = 7) -> list[float]:
    random = Random(seed)
    return [by * random.gauss(1, noise) / random.gauss(1, noise) for _ in range(rounds)]


def test_a_difference_of_ten_percent_is_detected_and_estimated() -> None:
    found = difference(ratios(1.1, 0.02))
    assert found.slower
    assert not found.faster
    assert found.low < 1.1 < found.high
    assert found.text().startswith("slower by ")
    faster = difference(ratios(0.9, 0.02))
    assert faster.faster
    assert "faster by " in faster.text()


def test_noise_is_rarely_reported_as_a_difference() -> None:
    """A 95 % interval may be wrong for a few of 100 comparisons."""
    differences = [difference(ratios(1, 0.03, seed=seed)) for seed in range(100)]
    assert sum(each.slower or each.faster for each in differences) <= 12
    assert difference([1.0] * 12).text() == "no difference beyond noise (95 %: +0.0% to +0.0%)"


def test_a_difference_below_one_percent_is_not_reported() -> None:
    assert not difference([1.005, 1.006, 1.004] * 4).slower


def test_the_report_has_one_line_per_comparison() -> None:
    compared = Compared("star", 12, Difference(1.1, 1.08, 1.12), Difference(1.0, 0.9, 1.1), (110.0, 100.0), [])
    first, second, third = page([compared])
    assert first == "star: slower by 10.0% (95 %: 8.0%–12.0%)"
    assert "110 µs here, 100 µs there" in second
    assert "no difference beyond noise" in third
    assert compared.slower


def test_a_commit_is_checked_out_in_a_separate_folder_and_removed() -> None:
    if subprocess.run(["git", "-C", str(CHECKOUT), "rev-parse"], capture_output=True, check=False).returncode:
        pytest.skip("this is no checkout of git")
    commit = compare._git("rev-parse", "HEAD")
    with compare._worktree(commit) as tree:
        assert (tree / "service" / "__main__.py").exists()
        assert compare._schema(tree).keys() >= {"0001_identity.sql"}
    assert not tree.exists()
    assert str(tree) not in compare._git("worktree", "list")


def test_an_unknown_commit_is_reported() -> None:
    with pytest.raises(CompareError):
        compare.run("no-such-commit", [], "tiny", Options(1, 1, 1, (1,), 0))


def test_different_migrations_have_different_schema_keys(tmp_path: Path) -> None:
    (tmp_path / "migrations").mkdir()
    assert compare._schema(tmp_path) != compare._schema(CHECKOUT)
