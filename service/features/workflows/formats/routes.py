"""Routes of workflow files."""

from typing import Final

from service.cache.limits import READ, WRITE
from service.features.workflows.formats.import_export import export_workflow, import_workflow
from service.features.workflows.versions.schemas import BODY_LIMIT
from service.http.routing import MAKER, OPTIONAL, Route, route

_ALL: Final = "/projects/{handle}/{slug}/workflows"
_ONE: Final = f"{_ALL}/{{workflow}}"

_EDITED: Final = {403: "not_yours", 409: "archived removed"}


ROUTES: Final[list[Route]] = [
    route("GET", f"{_ONE}/export", export_workflow, auth=OPTIONAL, limit=READ),
    route(
        "POST",
        f"{_ALL}/import",
        import_workflow,
        auth=MAKER,
        limit=WRITE,
        body_limit=BODY_LIMIT,
        idempotent=True,
        responses=_EDITED | {409: "archived removed too_many_workflows quota_exceeded", 422: "secret_found"},
    ),
]
