"""Test docs/api.md against the code: problem codes, endpoints and limits."""

import json
import re
from pathlib import Path

from service.app import routes
from service.features.projects.members import domain as members
from service.features.projects.projects import domain as projects
from service.features.workflows.documents import document as content
from service.features.workflows.documents.merge import Conflict
from service.features.workflows.documents.render import MAX_RENDERED
from service.features.workflows.documents.values import MAX_INPUT
from service.features.workflows.remixes.schemas import Pull, PullConflicts
from service.features.workflows.versions import domain as workflows
from service.http.schema.wire import reader

ROOT = Path(__file__).resolve().parents[2]
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "service").rglob("*.py")))


def test_documented_problem_codes_match_the_code() -> None:
    rows = re.findall(r"^\| (?:\d{3}(?:, )?)+ \| (.*?) \|", API, re.MULTILINE)
    codes = [code for row in rows for code in re.findall(r"`([a-z_]+)`", row)]
    assert len(codes) > 30
    for code in codes:
        assert f'"{code}"' in SOURCES, code


def test_openapi_shows_which_routes_accept_an_idempotency_key() -> None:
    paths = json.loads((ROOT / "openapi.json").read_text(encoding="utf-8"))["paths"]
    for route in routes():
        shown = paths[f"/api/v1{route.path}"][route.method.lower()].get("parameters", [])
        assert ({"$ref": "#/components/parameters/Idempotency-Key"} in shown) == route.idempotent, route.path


def test_documented_endpoints_exist() -> None:
    known = {(route.method, re.sub(r"\{\w+\}", "{}", route.path)) for route in routes()}
    for method, path in re.findall(r"`(GET|POST|PUT|PATCH|DELETE) (/[\w/{}.]+)", API):
        assert (method, re.sub(r"\{\w+\}", "{}", path)) in known, f"{method} {path}"


def test_documented_path_endings_exist() -> None:
    known = {f"{route.method} {route.path}" for route in routes()}
    for method, path in re.findall(r"`(GET|POST|PUT|PATCH|DELETE) …(/[\w/{}]+)", API):
        assert any(at.startswith(f"{method} /") and at.endswith(path) for at in known), f"{method} …{path}"


def test_documented_limits_match_the_constants() -> None:
    for sentence, numbers in {
        "| projects that one maker owns (deleted ones count for 30 days) | {} |": [projects.MAX_PROJECTS],
        "| bytes of text that one maker stores | {:,} |": [projects.MAX_STORED],
        "| workflows of a project | {} |": [workflows.MAX_WORKFLOWS],
        "| versions of a workflow in an hour | {} |": [workflows.MAX_SAVES],
        "| labels of a workflow | {} |": [workflows.MAX_LABELS],
        "| steps, variables | {}, {} |": [content.MAX_STEPS, content.MAX_VARIABLES],
        "| characters of a template, of a whole content | {:,}, {:,} |": [content.MAX_TEMPLATE, content.MAX_CONTENT],
        "| double braces `{{{{` in all templates | {:,} |": [content.MAX_OPENINGS],
        "| characters of an input or output | {:,} |": [MAX_INPUT],
        "| bytes of all that is rendered | {:,} |": [MAX_RENDERED],
        "{} members at most": [members.MAX_MEMBERS],
        "{} invitations that wait": [members.MAX_WAITING],
    }.items():
        assert sentence.format(*numbers) in API, sentence


def test_the_documented_pull_conflict_matches_the_code() -> None:
    documented, answered = (
        json.loads(block)
        for block in re.findall(r"^```json\n(.*?)^```", API.partition("## Remixes")[2], re.MULTILINE | re.DOTALL)
    )
    fields = set(PullConflicts.__struct_fields__)
    assert documented.keys() == {"status", "code"} | fields
    for conflict in documented["conflicts"]:
        assert list(conflict) == list(Conflict.__struct_fields__)
    pull = reader(Pull)(answered)
    assert (pull.to, pull.onto) == (documented["to"], documented["onto"])
    assert pull.resolutions.keys() == {conflict["id"] for conflict in documented["conflicts"]}
