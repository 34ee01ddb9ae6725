"""Routes of workflows, drafts, versions and labels, with their auth and rate limits."""

from typing import Final

from service.cache.limits import READ, WRITE, Limit
from service.features.workflows.versions.drafts import get_draft, save_draft
from service.features.workflows.versions.labels import put_label, remove_label
from service.features.workflows.versions.reading import (
    diff_versions,
    get_version,
    get_workflow,
    list_workflow_labels,
    list_workflow_versions,
    list_workflows,
    render_version,
)
from service.features.workflows.versions.schemas import BODY_LIMIT
from service.features.workflows.versions.versions import save_version
from service.features.workflows.versions.writing import (
    SLUG_TAKEN,
    create_workflow,
    delete_workflow_for_good,
    update_workflow_details,
)
from service.http.problem import ConstraintProblem
from service.http.routing import MAKER, OPTIONAL, Route, route

COMPARE: Final = Limit("compare", 60, 60)
"""Requests per minute. A comparison costs far more than any other read."""

_ALL: Final = "/projects/{handle}/{slug}/workflows"
_ONE: Final = f"{_ALL}/{{workflow}}"
_LABEL: Final = f"{_ONE}/labels/{{name}}"

_EDITED: Final = {403: "not_yours", 409: "archived removed"}

ROUTES: Final[list[Route]] = [
    route("GET", _ALL, list_workflows, auth=OPTIONAL, limit=READ),
    route(
        "POST",
        _ALL,
        create_workflow,
        auth=MAKER,
        limit=WRITE,
        body_limit=BODY_LIMIT,
        idempotent=True,
        responses=_EDITED | {409: "archived removed slug_taken too_many_workflows quota_exceeded"},
    ),
    route("GET", _ONE, get_workflow, auth=OPTIONAL, limit=READ),
    route(
        "PATCH",
        _ONE,
        update_workflow_details,
        auth=MAKER,
        limit=WRITE,
        responses=_EDITED | {409: "archived removed slug_taken slug_fixed"},
    ),
    route("DELETE", _ONE, delete_workflow_for_good, auth=MAKER, limit=WRITE, responses=_EDITED),
    route("GET", f"{_ONE}/draft", get_draft, auth=MAKER, limit=READ),
    route(
        "PUT",
        f"{_ONE}/draft",
        save_draft,
        auth=MAKER,
        limit=WRITE,
        body_limit=BODY_LIMIT,
        responses=_EDITED | {409: "archived removed quota_exceeded"},
        private=True,
    ),
    route("GET", f"{_ONE}/versions", list_workflow_versions, auth=OPTIONAL, limit=READ),
    route(
        "POST",
        f"{_ONE}/versions",
        save_version,
        auth=MAKER,
        limit=WRITE,
        body_limit=BODY_LIMIT,
        idempotent=True,
        responses=_EDITED | {409: "archived removed quota_exceeded", 422: "secret_found"},
    ),
    route("GET", f"{_ONE}/versions/{{version}}", get_version, auth=OPTIONAL, limit=READ),
    route(
        "POST",
        f"{_ONE}/versions/{{version}}/render",
        render_version,
        auth=OPTIONAL,
        limit=READ,
        body_limit=BODY_LIMIT,
        private=True,
    ),
    route("GET", f"{_ONE}/diff", diff_versions, auth=OPTIONAL, limit=COMPARE),
    route("GET", f"{_ONE}/labels", list_workflow_labels, auth=OPTIONAL, limit=READ),
    route(
        "PUT", _LABEL, put_label, auth=MAKER, limit=WRITE, responses=_EDITED | {409: "archived removed too_many_labels"}
    ),
    route("DELETE", _LABEL, remove_label, auth=MAKER, limit=WRITE, responses=_EDITED),
]

CONSTRAINTS: Final = {
    "workflow_slug_key": SLUG_TAKEN,
    "workflow_label_number_fkey": ConstraintProblem(
        422, "unknown_version", "/number", "The workflow has no such version."
    ),
}
