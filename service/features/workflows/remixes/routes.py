"""Routes of remixes with their auth and rate limits."""

from typing import Final

from service.cache.limits import READ, WRITE
from service.features.workflows.remixes.forking import fork_workflow
from service.features.workflows.remixes.lineage import get_lineage
from service.features.workflows.remixes.pulling import get_upstream, pull_upstream
from service.features.workflows.remixes.schemas import PullConflicts
from service.features.workflows.versions.schemas import BODY_LIMIT
from service.http.routing import MAKER, OPTIONAL, Route, route

_ONE: Final = "/projects/{handle}/{slug}/workflows/{workflow}"

ROUTES: Final[list[Route]] = [
    route(
        "POST",
        f"{_ONE}/fork",
        fork_workflow,
        auth=MAKER,
        limit=WRITE,
        idempotent=True,
        responses={403: "account_inactive", 409: "archived removed slug_taken too_many_workflows quota_exceeded"},
    ),
    route("GET", f"{_ONE}/lineage", get_lineage, auth=OPTIONAL, limit=READ),
    route("GET", f"{_ONE}/upstream", get_upstream, auth=MAKER, limit=READ, responses={403: "not_yours"}),
    route(
        "POST",
        f"{_ONE}/pull",
        pull_upstream,
        auth=MAKER,
        limit=WRITE,
        body_limit=BODY_LIMIT,
        idempotent=True,
        responses={
            403: "not_yours",
            409: "pull_conflicts no_upstream head_moved archived removed quota_exceeded",
            422: "secret_found",
        },
        members={409: PullConflicts},
    ),
]
