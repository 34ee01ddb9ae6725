"""Hooks for the Schemathesis process of test_schemathesis.py: callers, existing resources and expected rejections.

Half of the valid calls use existing resources and matching bodies. Until an operation has succeeded once, all do.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests
import schemathesis

from tests.http.fuzz_fixtures import ADA, FLOW, GRACE, PRNG, VICTIM, World, address

_IS_NOBODY = os.environ["FUZZ_AS"] == "nobody"

BEYOND_A_SCHEMA = {
    "invalid_cursor": "a cursor is signed",
    "stale": "If-Match needs the current version",
    "invalid_token": "a mailed link is signed",
    "unknown_license": "identifiers on the SPDX list",
    "control_character": "control characters that change the text direction",
    "idempotency_key_reused": "a key was used with another body",
    "exactly_one": "needs a handle or an address; notification ids or a number",
    "not_on_site": "mail kinds must be enabled on the site",
    "unknown_maker": "the handle must exist",
    "not_a_member": "the new owner must be a member",
    "unknown_project": "the target project must be editable",
    "unknown_version": "the version must exist",
    "unknown_workflow": "the workflow must belong to the project",
    "unknown_step": "the step must belong to the version",
    "own_comment": "makers cannot vote on their own comments",
    "mutually_exclusive": "needs a document or a version to restore",
    "no_such_conflict": "resolutions must match existing conflicts",
    "reserved": "some slugs are reserved for paths of the API",
    "unknown_target": "the reported target must exist",
    "own_target": "makers cannot report themselves",
    "oneself": "makers cannot follow themselves",
    "not_applicable": "a window requires sort=top; fields and outcomes depend on the kind of target",
}
"""Reasons why a body that is valid by the document may be rejected: code → reason."""
RULES = {
    "password": "its length counts after normalization, and common ones are rejected",
    "new_password": "the same",
    "display_name": "needs a letter or digit of any script",
    "name": "the same",
    "vendor": "the same",
    "title": "needs a visible character",
    "label": "needs a visible character",
    "body": "needs a visible character",
    "tagline": "a published project needs a tagline or a text",
}
"""Fields with rules that JSON Schema cannot express: name → rule."""
BY_ROUTE = {
    ("{name}", "", "wrong_format"): "the label's name in the path has a pattern",
    ("tools", "/slug", "required"): "a name without Latin letters needs an explicit slug",
    ("accept", "/slug", "required"): "the same",
    ("comments", "/workflow", "required"): "a step needs its workflow",
    ("reports", "/target/handle", "required"): "each kind of target has its fields",
    ("reports", "/target/slug", "required"): "the same",
    ("reports", "/target/workflow", "required"): "the same",
    ("reports", "/target/comment_id", "required"): "the same",
    ("{project}", "/workflow", "required"): "a pinned version needs both fields",
    ("{project}", "/version", "required"): "the same",
    ("pull", "/to", "required"): "resolutions need two versions",
    ("pull", "/onto", "required"): "the same",
}
"""The end of the route's path, pointer, code → reason."""
FINDINGS = {
    "no_steps",
    "bad_name",
    "bad_key",
    "bad_parameter",
    "bad_default",
    "duplicate_name",
    "duplicate_key",
    "duplicate_output",
    "duplicate_choice",
    "choices_missing",
    "empty_choice",
    "empty_title",
    "empty_template",
    "undeclared_name",
    "output_too_early",
    "unclosed_slot",
    "empty_slot",
    "unknown_tool",
    "more_findings",
}
"""Problems that reject a version, under /content. The schema also allows unfinished drafts."""
WITH_VERSIONS = ("/versions", "/import", "/pull")

type Edit = Callable[[World, dict[str, Any]], dict[str, Any]]


def _valid_content(content: Any) -> dict[str, Any]:
    """Return generated content with its errors corrected."""
    if not isinstance(content, dict):
        said: list[Any] = [*FLOW["steps"], {"key": "say", "title": "Say", "template": f"Say {PRNG.random()}."}]
        return FLOW | {"steps": said}
    variables = [
        variable
        | {"name": f"v{at}", "default": None}
        | ({"choices": ["one", "two"]} if variable.get("type") == "choice" else {})
        for at, variable in enumerate(content.get("variables", []))
    ]
    steps = [
        step
        | {"key": f"s{at}", "title": f"S {step.get('title', '')}"[:120], "output": f"o{at}" if at % 2 else None}
        | {"template": f"Do {step.get('template', '')}"[:10_000].replace("{", "(").replace("\\", "/")}
        | {"parameters": {f"p{n}": value for n, value in enumerate(step.get("parameters", {}).values())}}
        | {"tool": PRNG.choice([None, "whisper"])}
        for at, step in enumerate(content.get("steps") or FLOW["steps"][:1])
    ]
    for step in steps:
        step["template"] += "".join(f" {{{{{variable['name']}}}}}" for variable in variables)
    return {"variables": variables, "steps": steps}


def _with_content(_: World, body: dict[str, Any]) -> dict[str, Any]:
    return _without_slug(body) | {"content": _valid_content(body.get("content"))}


def _version(_: World, body: dict[str, Any]) -> dict[str, Any]:
    said: list[dict[str, Any]] = [{}, {"restore": 1}, *[{"content": _valid_content(body.get("content"))}] * 4]
    return {name: value for name, value in body.items() if name == "changelog"} | PRNG.choice(said)


def _fork(world: World, body: dict[str, Any]) -> dict[str, Any]:
    return _without_slug(body) | {"project": PRNG.choice([world.slug, f"{ADA.handle}/{world.slug}"]), "version": "1"}


def _inputs(_: World, __: dict[str, Any]) -> dict[str, Any]:
    return {"inputs": {"topic": "word " * PRNG.randrange(1, 9)}}


def _pull(world: World, _: dict[str, Any]) -> dict[str, Any]:
    if not world.decisions:
        world.add_version()
    return world.decisions


def _new_tool(_: World, body: dict[str, Any]) -> dict[str, Any]:
    """Names and URLs must be unique, and the generator often repeats them."""
    number = PRNG.randrange(10**9)
    named = {"name": f"Tool {number}", "url": f"https://example.org/{number}"}
    return _without_slug(body) | named | ({"vendor": "Us"} if "vendor" in body else {})


def _without_slug(body: dict[str, Any]) -> dict[str, Any]:
    """Remove the slug most of the time, because it is often taken."""
    return {name: value for name, value in body.items() if name != "slug" or PRNG.random() < 0.3}


def _action(_: World, body: dict[str, Any]) -> dict[str, Any]:
    """Avoid suspending makers that other calls need."""
    return body | {"outcome": PRNG.choice(["removed", "handled"])}


def _invitation(world: World, body: dict[str, Any]) -> dict[str, Any]:
    email = f"{PRNG.randrange(10**6)}@example.org"
    return {"role": body["role"], **PRNG.choice([{"handle": VICTIM}, {"email": email}])}


def _comment(world: World, body: dict[str, Any]) -> dict[str, Any]:
    on = {"workflow": "flow", "version": 1, "step": "write"}
    said = {"body": f"{PRNG.random()} {body.get('body', '')}"[:10_000]}
    return said | PRNG.choice([{}, {"on": on}, {"parent_id": world.comment_id}])


def _order(world: World, _: dict[str, Any]) -> dict[str, Any]:
    return {"project_ids": world.collected}


def _item(_: World, body: dict[str, Any]) -> dict[str, Any]:
    pin = PRNG.choice([{}, {"workflow": "flow", "version": 1}])
    return {name: value for name, value in body.items() if name == "note"} | pin


def _registration(_: World, body: dict[str, Any]) -> dict[str, Any]:
    name = f"maker-{PRNG.randrange(10**9)}"
    return body | {"email": f"{name}@example.org", "handle": name}


def _refresh(_: World, __: dict[str, Any]) -> dict[str, Any]:
    ADA.token()
    return {"refresh_token": ADA.session["refresh_token"]}


_ONE = "/projects/{handle}/{slug}"
_WORKFLOW = f"{_ONE}/workflows/{{workflow}}"
_COLLECTION = "/collections/{handle}/{slug}"
BODIES: dict[str, Edit] = {
    "POST /auth/register": _registration,
    "POST /auth/login": lambda _, __: ADA.login,
    "POST /auth/refresh": _refresh,
    "POST /projects": lambda _, body: _without_slug(body),
    "POST /tools": _new_tool,
    "POST /tools/suggestions": _new_tool,
    "POST /tools/suggestions/{suggestion_id}/accept": _new_tool,
    f"POST {_ONE}/workflows": _with_content,
    f"PUT {_WORKFLOW}/draft": _with_content,
    f"POST {_ONE}/workflows/import": _with_content,
    f"POST {_WORKFLOW}/versions": _version,
    f"POST {_WORKFLOW}/versions/{{version}}/render": _inputs,
    f"PUT {_WORKFLOW}/labels/{{name}}": lambda _, __: {"number": 1},
    f"POST {_WORKFLOW}/fork": _fork,
    f"POST {_WORKFLOW}/pull": _pull,
    f"POST {_ONE}/invitations": _invitation,
    "POST /notifications/read": lambda _, __: {"up_to": PRNG.randrange(100)},
    "PUT /notifications/preferences": lambda _, body: body | {"mail": body["site"][:2]},
    f"POST {_ONE}/comments": _comment,
    f"POST {_ONE}/transfer": lambda world, _: {"handle": world.member},
    "POST /collections": lambda _, body: _without_slug(body),
    f"PATCH {_COLLECTION}/items": _order,
    f"PUT {_COLLECTION}/items/{{owner}}/{{project}}": _item,
    "POST /reports": lambda world, body: body | {"target": world.reportable()},
    "POST /admin/reports/{case_id}/action": _action,
}
"""Edits that make a body match the world."""
SPARES = {
    f"DELETE {_ONE}": (),
    f"POST {_ONE}/publish": (),
    f"POST {_ONE}/archive": ("publish",),
    f"POST {_ONE}/unarchive": ("publish", "archive"),
    f"POST {_ONE}/restore": ("delete",),
}
"""Operations that need a separate project → the actions that prepare it."""
SPENDS = {
    f"PATCH {_WORKFLOW}": ("unreleased",),
    f"DELETE {_WORKFLOW}": ("unreleased",),
    f"DELETE {_ONE}/members/{{member}}": ("member",),
    f"DELETE {_ONE}/invitations/{{invitation_id}}": ("invitation_id",),
    "DELETE /comments/{comment_id}": ("comment_id",),
    f"DELETE {_COLLECTION}": ("collection", "collected"),
    f"DELETE {_COLLECTION}/items/{{owner}}/{{project}}": ("collection", "collected"),
    "POST /invitations/{token}/accept": ("token",),
    "POST /invitations/{token}/decline": ("token",),
    "POST /tools/suggestions/{suggestion_id}/accept": ("suggestion_id",),
    "POST /tools/suggestions/{suggestion_id}/decline": ("suggestion_id",),
    "POST /admin/reports/{case_id}/action": ("case_id",),
    "POST /admin/reports/{case_id}/dismiss": ("case_id",),
    "PUT /admin/comments/{comment_id}/removal": ("others_comment_id",),
}
"""Operation → cached properties of the world that a success uses up."""
ENDS = {f"PATCH {_ONE}", f"POST {_ONE}/transfer"}
"""Operations after which the world is replaced."""


_succeeded: set[str] = set()


def _operation(case: Any) -> str:
    return f"{case.method.upper()} {case.operation.path.removeprefix('/api/v1')}"


def _name(world: World, operation: str, name: str) -> str:
    """Return the value of a parameter in the operation's path."""
    if " /admin/makers/" in operation:
        return VICTIM
    if operation.endswith("/removal") and " /admin/" in operation:  # an admin may not restore their own resources
        others = {
            "handle": lambda: GRACE.handle,
            "comment_id": lambda: world.others_comment_id,
            "slug": world.others_slug if "/projects/" in operation else lambda: world.spare_collection(GRACE),
        }
        return others[name]()
    if operation == f"GET {_COLLECTION}/removal" and name == "slug":
        return world.removed_collection
    if operation == f"GET {_ONE}/removal" and name == "slug":
        return world.removed_slug
    if operation == "GET /comments/{comment_id}/removal":
        return world.removed_comment
    if name == "comment_id" and operation.startswith("PUT /comments/"):
        return world.others_comment_id
    if name == "slug" and operation in SPARES:
        return world.spare(*SPARES[operation])
    if name == "slug" and " /tools/" in operation:
        return world.tool
    if name == "slug" and " /collections/" in operation:
        return world.collection
    if operation.endswith("/me/follows/maker/{handle}"):
        return GRACE.handle
    if name == "slug" and operation.endswith("/me/follows/tool/{slug}"):
        return world.tool
    if name == "name" and (" /tags/" in operation or operation.endswith("/follows/tag/{name}")):
        return "fuzz"
    if name == "workflow":
        if operation.endswith(("/pull", "/upstream")):
            return "remix"
        if operation in SPENDS:
            return world.unreleased
        if operation.endswith("/render"):
            return "flow"
    return str(getattr(world, name))


def _fill(case: Any, world: World) -> None:
    world.uses += 1
    operation = _operation(case)
    for name in case.path_parameters or {}:
        case.path_parameters[name] = _name(world, operation, name)
    if operation == f"GET {_WORKFLOW}/diff":
        case.query = {"from": PRNG.choice(["1", "stable", f"{ADA.handle}/{world.slug}/remix@1"]), "to": "latest"}
    case.query = {name: value for name, value in (case.query or {}).items() if name != "cursor"}
    if "version" in case.query:
        case.query["version"] = world.version
    if isinstance(case.body, dict):
        for name in {"password", "new_password"} & set(case.body):
            case.body[name] = "nobody has this one yet"
        if case.body.get("license"):
            case.body["license"] = "CC-BY-4.0"
        if edit := BODIES.get(operation):
            case.body = edit(world, case.body)


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    case.headers = {**(case.headers or {}), "X-Forwarded-For": address()}
    handle = str((case.path_parameters or {}).get("handle")).lower()
    if case.operation.path.startswith("/api/v1/admin/") and handle in (ADA.handle.lower(), GRACE.handle):
        case.path_parameters["handle"] = VICTIM  # other calls need these makers unchanged
    if isinstance(case.body, dict) and case.body.get("outcome") == "suspended":
        case.body["outcome"] = "handled"  # the case may be about one of them
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    if _operation(case) in _succeeded and PRNG.random() < 0.5:
        return
    if "If-Match" in case.headers:
        case.headers["If-Match"] = "*"
    try:
        _fill(case, World.current())
    except requests.HTTPError:  # another call used the resource up
        World.end()
        _fill(case, World.current())


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:
    """Record the response for the test, and update what the call changed."""
    operation, status = _operation(case), response.status_code
    with Path(os.environ["FUZZ_RESPONSES"]).open("a") as file:
        file.write(f"{response.request.method} {case.operation.path} {status}\n")
    ended = operation == "POST /auth/logout" and status == 204
    if ended or (status == 401 and "invalid_token" in str(response.headers.get("www-authenticate"))):
        ADA.session = {}
    if status < 300:
        _succeeded.add(operation)
    if _IS_NOBODY:
        return
    world = World.current()
    if operation == "PATCH /me" and status == 200:
        ADA.handle = response.json()["handle"]
    if operation == f"POST {_WORKFLOW}/pull":
        world.decisions = _decided(response) if status == 409 else {}
    if status < 300:
        world.spent(*SPENDS.get(operation, ()))
        if operation in ENDS:
            World.end()


def _decided(response: Any) -> dict[str, Any]:
    """Return the body that repeats a pull after conflicts."""
    problem = response.json()
    if problem["code"] != "pull_conflicts":
        return {}
    taken = {conflict["id"]: {"take": PRNG.choice(["ours", "theirs"])} for conflict in problem["conflicts"]}
    return {"to": problem["to"], "onto": problem["onto"], "resolutions": taken}


if not _IS_NOBODY:

    @schemathesis.auth(refresh_interval=None)
    class Auth:
        """Authentication as Ada on all operations that accept a token."""

        def get(self, case: Any, context: Any) -> str:
            return ADA.token()

        def set(self, case: Any, data: str, context: Any) -> None:
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


@schemathesis.check
def valid_data_is_accepted(ctx: Any, response: Any, case: Any) -> None:
    """Replace `positive_data_acceptance`, which checks statuses without codes."""
    if case.meta is None or not case.meta.generation.mode.is_positive or response.status_code not in (400, 412, 422):
        return
    problem = response.json()
    if problem["code"] in BEYOND_A_SCHEMA:
        return
    errors = problem.get("errors", [])
    assert errors, f"the body is valid but was rejected: {problem}"
    for error in errors:
        code, pointer = error["code"], error["pointer"]
        known = code in BEYOND_A_SCHEMA or pointer.rpartition("/")[2] in RULES
        known = known or (case.operation.path.rpartition("/")[2], pointer, code) in BY_ROUTE
        if pointer.startswith("/content") and case.operation.path.endswith(WITH_VERSIONS):
            known = known or code in FINDINGS
        if case.operation.path.endswith("/render"):
            known = known or pointer.startswith(("/inputs/", "/outputs/"))  # each workflow defines these fields
        assert known, f"the body is valid but was rejected: {problem}"


@schemathesis.check
def every_problem_has_a_code_and_an_id(ctx: Any, response: Any, case: Any) -> None:
    """Check that a problem has a code and the request ID of the log and the header."""
    if response.status_code >= 400 and case.method.upper() != "HEAD":
        problem = response.json()
        assert problem["status"] == response.status_code
        assert problem["code"]
        assert [problem["request_id"]] == list(response.headers["x-request-id"])
