"""Test docs/operations.md and docs/monitoring.md against the code: variables, metrics, log events and SQL."""

import os
import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs
import psycopg
import pytest
from attrs import frozen

from service.core.config import Config, ConfigError

ROOT = Path(__file__).resolve().parents[2]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
MONITORING = (ROOT / "docs" / "monitoring.md").read_text(encoding="utf-8")
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "service").rglob("*.py")))

REQUIRED = {
    "DATABASE_URL": "postgresql://nobody@127.0.0.1/none",
    "REDIS_URL": "redis://127.0.0.1:1",
    "MAIL_URL": "file:///nonexistent",
    "SECRET_KEYS": "test:" + "0" * 32,
}


@frozen
class Variable:
    name: str
    default: str
    meaning: str


def configuration() -> str:
    return OPERATIONS.partition("## Configuration")[2].partition("### The web")[0]


def table() -> list[Variable]:
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.*?) \| (.*?) \|$", configuration(), re.MULTILINE)
    return [Variable(*row) for row in rows]


class Watched(Mapping[str, str]):
    """An environment that records which variables are read."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self.names_read: list[str] = []

    def __getitem__(self, name: str) -> str:
        self.names_read.append(name)
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def test_every_variable_is_documented_and_no_other() -> None:
    watched = Watched(REQUIRED)
    Config.from_env(watched)
    names = [variable.name for variable in table()]
    assert sorted(names) == sorted(set(watched.names_read))


def test_documented_defaults_match_the_code() -> None:
    # The field has the variable's name in lower case: PORT is Config.port.
    defaults = attrs.asdict(Config.from_env(REQUIRED), recurse=False)
    for variable in table():
        default = defaults[variable.name.lower()]
        documented = variable.default.strip("`")
        if variable.name in REQUIRED:
            assert documented == "required"
            with pytest.raises(ConfigError, match=variable.name):
                Config.from_env({name: value for name, value in REQUIRED.items() if name != variable.name})
        elif variable.name == "WORKERS":
            assert (documented, default) == ("number of cores", os.cpu_count())
        elif default == ():
            assert documented == "none", variable
        elif isinstance(default, float):
            assert float(documented) == default, variable
        else:
            assert documented == str(default), variable


def test_examples_are_accepted() -> None:
    examples = dict(
        word.split("=", 1) for word in shlex.split(configuration().partition("```sh")[2].partition("```")[0])
    )
    config = attrs.asdict(Config.from_env(examples), recurse=False)
    assert config["port"] == int(examples["PORT"])
    assert len(config["trusted_proxies"]) == 2


def test_documented_metrics_and_events_match_the_code() -> None:
    rows = re.findall(r"^\| (`[a-z_`, ]+)(?: \(.*?\))? \| .*? \| .*? \|$", section("What to watch"), re.MULTILINE)
    metrics = {metric for cells in rows for metric in re.findall(r"`([a-z_]+)`", cells)}
    assert len(metrics) > 10
    # Prometheus adds `up`, and suffixes for the series of a histogram.
    for name in {*metrics, *re.findall(r"`([a-z_]+_total)`", MONITORING)} - {"up"}:
        assert f'"{name}"' in SOURCES, name
    events = [
        event
        for cells in re.findall(r"^\| (`[a-z_`, ]+) \| .*? \|$", section("Logs"), re.MULTILINE)
        for event in re.findall(r"`([a-z_]+)`", cells)
    ]
    assert len(events) > 10
    for event in events:
        assert f'"{event}"' in SOURCES, event


def section(heading: str) -> str:
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", MONITORING, re.MULTILINE | re.DOTALL)
    assert found is not None, heading
    return found[1]


def test_documented_sql_runs(database_url: str) -> None:
    blocks = re.findall(r"^```sql\n(.*?)^```", OPERATIONS + MONITORING, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 5
    for block in blocks:
        # Each block on its own: one commits, and would keep the role's settings of another for all tests.
        with psycopg.connect(database_url) as connection:
            connection.execute(block)
            connection.rollback()
