"""Routes of moderation, with their authentication and rate limits."""

from typing import Final

from service.cache.limits import READ, WRITE, Limit
from service.features.operations.moderation.queue import act_on_report, dismiss_report, get_report, list_reports
from service.features.operations.moderation.reading import (
    get_any_project,
    get_any_workflow,
    list_all_makers,
    list_audit_log,
    list_moderation_log,
)
from service.features.operations.moderation.removals import (
    delete_collection_removal,
    delete_comment_removal,
    delete_project_removal,
    get_collection_removal,
    get_comment_removal,
    get_project_removal,
    list_removed_items,
    put_collection_removal,
    put_comment_removal,
    put_project_removal,
)
from service.features.operations.moderation.reports import create_report, get_my_report, list_my_reports
from service.http.problem import ConstraintProblem
from service.http.routing import ADMIN, MAKER, OPTIONAL, Route, route

REPORT: Final = Limit("report", 30, 3600)
"""Rate limit of reports: a person reads each one."""

_SMALL: Final = 16 * 1024
_PROJECT: Final = "/admin/projects/{handle}/{slug}"
_COMMENT: Final = "/admin/comments/{comment_id}"
_COLLECTION: Final = "/admin/collections/{handle}/{slug}"
_OWN: Final = {403: "own_case"}
_CASE: Final = "/admin/reports/{case_id}"

ROUTES: Final[list[Route]] = [
    route(
        "POST",
        "/reports",
        create_report,
        auth=MAKER,
        limit=REPORT,
        body_limit=_SMALL,
        idempotent=True,
        responses={409: "already_reported removed"},
        private=True,
    ),
    route("GET", "/me/reports", list_my_reports, auth=MAKER, limit=READ),
    route("GET", "/me/reports/{report_id}", get_my_report, auth=MAKER, limit=READ),
    route("GET", "/projects/{handle}/{slug}/removal", get_project_removal, auth=MAKER, limit=READ),
    route("GET", "/comments/{comment_id}/removal", get_comment_removal, auth=MAKER, limit=READ),
    route("GET", "/collections/{handle}/{slug}/removal", get_collection_removal, auth=MAKER, limit=READ),
    route("GET", "/moderation/log", list_moderation_log, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/admin/reports", list_reports, auth=ADMIN, limit=READ),
    route("GET", _CASE, get_report, auth=ADMIN, limit=READ),
    route(
        "POST",
        f"{_CASE}/action",
        act_on_report,
        auth=ADMIN,
        limit=WRITE,
        body_limit=_SMALL,
        responses=_OWN | {409: "decided gone last_admin"},
    ),
    route(
        "POST",
        f"{_CASE}/dismiss",
        dismiss_report,
        auth=ADMIN,
        limit=WRITE,
        body_limit=_SMALL,
        responses=_OWN | {409: "decided"},
        private=True,
    ),
    route("GET", "/admin/removed", list_removed_items, auth=ADMIN, limit=READ),
    route("GET", _PROJECT, get_any_project, auth=ADMIN, limit=READ),
    route("GET", f"{_PROJECT}/workflows/{{workflow}}", get_any_workflow, auth=ADMIN, limit=READ),
    route("PUT", f"{_PROJECT}/removal", put_project_removal, auth=ADMIN, limit=WRITE, body_limit=_SMALL),
    route("DELETE", f"{_PROJECT}/removal", delete_project_removal, auth=ADMIN, limit=WRITE, responses=_OWN),
    route("PUT", f"{_COMMENT}/removal", put_comment_removal, auth=ADMIN, limit=WRITE, body_limit=_SMALL),
    route("DELETE", f"{_COMMENT}/removal", delete_comment_removal, auth=ADMIN, limit=WRITE, responses=_OWN),
    route("PUT", f"{_COLLECTION}/removal", put_collection_removal, auth=ADMIN, limit=WRITE, body_limit=_SMALL),
    route("DELETE", f"{_COLLECTION}/removal", delete_collection_removal, auth=ADMIN, limit=WRITE, responses=_OWN),
    route("GET", "/admin/makers", list_all_makers, auth=ADMIN, limit=READ),
    route("GET", "/admin/audit", list_audit_log, auth=ADMIN, limit=READ),
]

CONSTRAINTS: Final = {
    "report_once_key": ConstraintProblem(
        409, "already_reported", "/target", "You have already reported this. The report is waiting for review."
    ),
}
