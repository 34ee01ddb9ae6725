"""Routes of projects, with their authentication and rate limits."""

from typing import Final

from service.cache.limits import READ, WRITE
from service.features.projects.projects.domain import MAX_PROJECTS, MAX_STORED
from service.features.projects.projects.reading import get_project, list_maker_projects, list_my_projects
from service.features.projects.projects.writing import (
    SLUG_TAKEN,
    archive_project,
    create_project,
    delete_project,
    publish_project,
    restore_project,
    unarchive_project,
    update_project,
)
from service.http.problem import ConstraintProblem
from service.http.routing import MAKER, OPTIONAL, Route, route

BODY_LIMIT: Final = 640 * 1024
"""Limit in bytes. 50,000 Markdown characters fit even if the client writes each one as two \\uXXXX escapes."""

_ONE: Final = "/projects/{handle}/{slug}"

_OWNED: Final = {403: "not_yours"}

ROUTES: Final[list[Route]] = [
    route(
        "POST",
        "/projects",
        create_project,
        auth=MAKER,
        limit=WRITE,
        body_limit=BODY_LIMIT,
        idempotent=True,
        responses={403: "account_inactive", 409: "slug_taken quota_exceeded"},
    ),
    route("GET", _ONE, get_project, auth=OPTIONAL, limit=READ),
    route(
        "PATCH",
        _ONE,
        update_project,
        auth=MAKER,
        limit=WRITE,
        body_limit=BODY_LIMIT,
        responses={403: "not_yours owner_only", 409: "slug_taken archived removed quota_exceeded"},
    ),
    route("DELETE", _ONE, delete_project, auth=MAKER, limit=WRITE, responses=_OWNED),
    route(
        "POST",
        f"{_ONE}/publish",
        publish_project,
        auth=MAKER,
        limit=WRITE,
        responses=_OWNED | {409: "archived removed"},
    ),
    route(
        "POST",
        f"{_ONE}/archive",
        archive_project,
        auth=MAKER,
        limit=WRITE,
        responses=_OWNED | {409: "not_published removed"},
    ),
    route(
        "POST",
        f"{_ONE}/unarchive",
        unarchive_project,
        auth=MAKER,
        limit=WRITE,
        responses=_OWNED | {409: "not_published removed"},
    ),
    route("POST", f"{_ONE}/restore", restore_project, auth=MAKER, limit=WRITE, responses=_OWNED),
    route("GET", "/makers/{handle}/projects", list_maker_projects, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/me/projects", list_my_projects, auth=MAKER, limit=READ),
]

CONSTRAINTS: Final = {
    "project_slug_key": SLUG_TAKEN,
    "maker_storage_projects_quota": ConstraintProblem(
        409,
        "quota_exceeded",
        "",
        f"You have reached the limit of {MAX_PROJECTS} projects. Deleted projects count for 30 days.",
    ),
    "maker_storage_bytes_quota": ConstraintProblem(
        409,
        "quota_exceeded",
        "",
        f"You have reached the limit of {MAX_STORED // 1_000_000} MB of text. "
        "Delete workflows, projects or comments you no longer need.",
    ),
}
