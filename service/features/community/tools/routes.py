"""Routes of tools with their authentication and rate limits."""

from typing import Final

from service.cache.limits import READ, WRITE, Limit
from service.features.community.tools.catalogue import (
    create_tool,
    get_tool,
    list_tool_projects,
    list_tool_workflows,
    list_tools,
    update_tool,
)
from service.features.community.tools.suggestions import (
    accept_suggestion,
    create_suggestion,
    decline_suggestion,
    list_tool_suggestions,
)
from service.http.problem import ConstraintProblem
from service.http.routing import ADMIN, MAKER, OPTIONAL, Route, route

SUGGEST: Final = Limit("suggest", 20, 3600)
"""Low, because a person reads every suggestion."""

_SMALL: Final = 16 * 1024
_TAKEN: Final = {409: "slug_taken name_taken"}

ROUTES: Final[list[Route]] = [
    route("GET", "/tools", list_tools, auth=OPTIONAL, limit=READ, shared=True),
    route(
        "POST",
        "/tools",
        create_tool,
        auth=ADMIN,
        limit=WRITE,
        body_limit=_SMALL,
        idempotent=True,
        responses=_TAKEN,
    ),
    route("GET", "/tools/suggestions", list_tool_suggestions, auth=ADMIN, limit=READ),
    route(
        "POST",
        "/tools/suggestions",
        create_suggestion,
        auth=MAKER,
        limit=SUGGEST,
        body_limit=_SMALL,
        idempotent=True,
        responses={409: "suggested_already"},
        private=True,
    ),
    route(
        "POST",
        "/tools/suggestions/{suggestion_id}/accept",
        accept_suggestion,
        auth=ADMIN,
        limit=WRITE,
        body_limit=_SMALL,
        idempotent=True,
        responses={409: "decided slug_taken name_taken"},
    ),
    route(
        "POST",
        "/tools/suggestions/{suggestion_id}/decline",
        decline_suggestion,
        auth=ADMIN,
        limit=WRITE,
        body_limit=_SMALL,
        responses={409: "decided"},
        private=True,
    ),
    route("GET", "/tools/{slug}", get_tool, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/tools/{slug}/projects", list_tool_projects, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/tools/{slug}/workflows", list_tool_workflows, auth=OPTIONAL, limit=READ, shared=True),
    route(
        "PATCH",
        "/tools/{slug}",
        update_tool,
        auth=ADMIN,
        limit=WRITE,
        body_limit=_SMALL,
        responses={409: "name_taken"},
    ),
]

CONSTRAINTS: Final = {
    "tool_slug_key": ConstraintProblem(409, "slug_taken", "/slug", "The catalogue already has a tool with this slug."),
    "tool_name_key": ConstraintProblem(409, "name_taken", "/name", "The catalogue already has a tool with this name."),
    "tool_suggestion_pending_key": ConstraintProblem(
        409, "suggested_already", "/url", "You have already suggested this tool. The suggestion is waiting for review."
    ),
}
