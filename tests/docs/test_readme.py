"""Test that the README's session works as printed, and that `make run` prints what the README shows."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from service.dev.demo.accounts import DEMO_ACCOUNTS
from service.dev.demo.load import load_demo

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PRINTED = "127.0.0.1:8000"
END = "\x1e"


def block(heading: str) -> str:
    """Return the first code block under a heading."""
    found = re.search(rf"^## {re.escape(heading)}\n.*?^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert found is not None, heading
    return found[1]


@frozen
class Done:
    """Exit status and output of one line of the session."""

    status: int
    output: str

    @property
    def json(self) -> Any:
        return json.loads(self.output)


@pytest.fixture
async def demo_url(database_url: str) -> str:
    await load_demo(database_url)
    return database_url


@pytest.fixture
def port(demo_url: str, redis_url: str, tmp_path: Path) -> Iterator[int]:
    """Return the port of a service started as `make run` starts it."""
    environment = {
        "DATABASE_URL": demo_url,
        "REDIS_URL": redis_url,
        "MAIL_URL": f"file://{tmp_path}/mail",
        "SECRET_KEYS": "test:" + "0123456789abcdef" * 3,
        "PORT": "0",
        "METRICS_PORT": "0",
        "WORKERS": "1",
    }
    command = [sys.executable, "-m", "service", "serve"]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment}, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        said = ""
        try:
            for line in process.stderr:
                said += line
                if line.startswith("{") and (event := json.loads(line))["event"] == "service_started":
                    yield int(event["port"])
                    break
            else:
                pytest.fail(f"serve ended:\n{said}")
        finally:
            process.terminate()
            process.communicate(timeout=30)


def run_lines(lines: list[str], port: int) -> list[Done]:
    """Run the lines in one shell with the port replaced."""
    script = "".join(f"{line}\nprintf '{END}%d{END}' $?\n" for line in lines).replace(PRINTED, f"127.0.0.1:{port}")
    bash = shutil.which("bash")
    assert bash is not None
    # Ignore the developer's curl settings and proxies.
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "NO_PROXY": "127.0.0.1"}
    ran = subprocess.run([bash, "-c", script], capture_output=True, text=True, env=environment, timeout=60, check=False)
    assert ran.stderr == ""
    parts = ran.stdout.split(END)
    return [Done(int(status), output) for output, status in zip(parts[::2], parts[1::2], strict=False)]


def test_the_session_works_as_printed(port: int) -> None:
    lines = block("A first session").splitlines()
    assert len(lines) == 5
    assert all(PRINTED in line for line in lines)

    done = run_lines(lines, port)
    assert [line.status for line in done] == [0] * 5
    login, created, published, read, newest = done
    assert login.output == ""
    assert created.json["status"] == "draft"
    address = f"/{created.json['handle']}/{created.json['slug']}"
    assert address in lines[2]
    assert address in lines[3]
    assert published.json["status"] == "published"
    assert read.json == published.json
    assert read.json["title"] == created.json["title"] == "Night bus, read aloud"
    assert newest.json["data"][0]["project_id"] == created.json["project_id"]
    assert len(newest.json["data"]) <= 3

    # A second run creates a second draft without an error.
    again = run_lines(lines, port)
    assert again[1].json["slug"] == "night-bus-read-aloud-2"
    assert again[2].json == published.json


def test_the_workflow_is_read_and_filled_in_as_printed(port: int) -> None:
    lines = block("Read and fill in a workflow").splitlines()
    assert len(lines) == 4
    assert all(PRINTED in line for line in lines)

    done = run_lines(lines, port)
    assert [line.status for line in done] == [0] * 4
    version, rendered, difference, using = (line.json for line in done)
    content = version["content"]
    assert {"problem", "misconception"} < {variable["name"] for variable in content["variables"]}
    assert len(rendered["steps"]) == len(content["steps"])
    first, second = rendered["steps"][:2]
    assert "4.8 g of magnesium burn" in first["text"]
    assert "for Year 11" in first["text"]
    assert content["steps"][0]["output"] == "plan"
    assert "{{plan}}" in content["steps"][1]["template"]
    assert "⟦plan⟧" in second["text"]
    assert second["waiting_for"] == ["plan"]
    assert (difference["old"]["number"], difference["new"]["number"], version["number"]) == (1, 2, 2)
    assert {change["kind"] for change in difference["changes"]["steps"]} == {"added", "changed"}
    assert len(using["data"]) == 3
    assert "claude" in {step["tool"] for step in content["steps"]}


def test_search_and_comments_work_as_printed(port: int) -> None:
    lines = block("Search, stars and comments").splitlines()
    assert len(lines) == 6
    assert all(PRINTED in line for line in lines)

    done = run_lines(lines, port)
    assert [line.status for line in done] == [0] * 6
    found, explained, login, starred, said, heard = done
    assert found.json["corrected"] == "talking multimeter"
    project = found.json["data"][0]["project"]
    assert f"/{project['handle']}/{project['slug']}/star" in lines[3]
    assert f"/{project['handle']}/{project['slug']}/comments" in lines[4]
    scores = [item["score"]["hot"] for item in explained.json["data"]]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 2
    assert login.output == ""
    assert starred.output.strip() == "204"
    assert said.json["body"] == "Does it read **negative** volts as well?"
    assert len(heard.json["data"]) == 2

    # A repeated comment within a minute is rejected as a duplicate.
    again = run_lines(lines, port)
    assert again[3].output.strip() == "204"
    assert again[4].json["code"] == "duplicate_comment"


def test_make_run_prints_what_the_readme_shows() -> None:
    run = (ROOT / "service" / "dev" / "local" / "run.py").read_text(encoding="utf-8")
    said = re.search(r"^```text\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert said is not None
    for label in re.findall(r"^  ([A-Z][a-z]+(?: [a-z]+)?) ", said[1], re.MULTILINE):
        assert label in run, label
    for account in DEMO_ACCOUNTS:
        assert f"  {account}\n" in said[1]
    assert "Ctrl-C stops it." in run
