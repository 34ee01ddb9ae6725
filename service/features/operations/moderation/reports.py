"""Handlers that file and return the reports of a maker."""

import hashlib
from typing import Final
from uuid import UUID

import structlog

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity.queries import find_maker_by_handle
from service.features.operations.moderation.queries import (
    ReportRow,
    TargetRow,
    find_collection,
    find_comment,
    find_content,
    find_project,
    get_report,
    insert_case,
    insert_report,
    insert_snapshot,
    list_reports_of,
)
from service.features.operations.moderation.schemas import Kind, NewReport, Report, Reported, Target
from service.http.pagination import LAST_ID, PageQuery
from service.http.problem import Conflict, FieldError, Unprocessable
from service.http.request import Principal
from service.http.results import Created, Page
from service.http.schema.mapper import mapper

_NEEDED: Final[dict[Kind, tuple[str, ...]]] = {
    "maker": ("handle",),
    "project": ("handle", "slug"),
    "workflow": ("handle", "slug", "workflow"),
    "comment": ("comment_id",),
    "collection": ("handle", "slug"),
}
_NAMES: Final = ("handle", "slug", "workflow", "comment_id")

log = structlog.get_logger(__name__)


async def create_report(tx: Tx, deps: Deps, maker: Principal, body: NewReport) -> Created[Report]:
    """Report a maker, project, workflow, comment or collection to the admins.

    You can report a target once until the admins decide. The report stores the current text of the target. You get a
    notification of the outcome.
    """
    _check_shape(body.target)
    kind = body.target.kind
    target = await _find(tx, maker, body.target)
    if target is None:
        message = "Not found, or you have no access."
        raise Unprocessable([FieldError("/target", "unknown_target", message)], message)
    if target.owner_id == maker.maker_id:
        message = "You can't report your own content."
        raise Unprocessable([FieldError("/target", "own_target", message)], message)
    if target.status == "removed":
        raise Conflict("removed", "An admin removed this.")
    now = deps.clock()
    case_id = await insert_case(tx, new_id(), kind, target.target_id, body.reason, now)
    content = await find_content(tx, kind, target.target_id)
    snapshot_id = None
    if content is not None:
        digest = hashlib.sha256(content.encode()).digest()
        snapshot_id = await insert_snapshot(tx, new_id(), case_id, digest, content, now)
    report_id = new_id()
    await insert_report(
        tx,
        report_id=report_id,
        case_id=case_id,
        reporter_id=maker.maker_id,
        reason=body.reason,
        note=body.note.strip(),
        snapshot_id=snapshot_id,
        now=now,
    )
    log.info("report_created", kind=kind, reason=body.reason, case_id=str(case_id))
    row = await get_report(tx, report_id, maker.maker_id)
    return Created(report_of(row), f"/me/reports/{report_id}")


async def list_my_reports(deps: Deps, maker: Principal, query: PageQuery) -> Page[Report]:
    """List your reports and their outcomes.

    The newest report comes first.
    """
    scope = f"me/reports/{maker.maker_id}"
    page = deps.cursors.page(query, scope, (LAST_ID,))
    rows = await list_reports_of(deps.db, maker.maker_id, *page.place)
    return page.of(rows, lambda row: (row.report_id,), report_of)


async def get_my_report(deps: Deps, maker: Principal, report_id: UUID) -> Report:
    """Return one of your reports."""
    return report_of(await get_report(deps.db, report_id, maker.maker_id))


def _check_shape(target: Target) -> None:
    """Raise Unprocessable for each name that is missing or does not apply to this kind of target."""
    needed = _NEEDED[target.kind]
    errors = []
    for name in _NAMES:
        given = getattr(target, name) is not None
        if name in needed and not given:
            errors.append(FieldError(f"/target/{name}", "required", f"Required for a {target.kind}."))
        elif given and name not in needed:
            errors.append(FieldError(f"/target/{name}", "not_applicable", f"Not allowed for a {target.kind}."))
    if errors:
        raise Unprocessable(errors)


async def _find(tx: Tx, maker: Principal, target: Target) -> TargetRow | None:
    """Return the target if the maker can see it."""
    if target.comment_id is not None:
        return await find_comment(tx, target.comment_id, maker.maker_id)
    handle = (target.handle or "").lower()
    if target.kind == "collection":
        return await find_collection(tx, handle, target.slug or "", maker.maker_id)
    if target.slug is not None:
        return await find_project(tx, handle, target.slug, target.workflow, maker.maker_id)
    found = await find_maker_by_handle(tx, handle)
    return None if found is None else TargetRow(found.maker_id, found.maker_id, found.status)


def _comment_id_of(row: ReportRow) -> UUID | None:
    return row.target_id if row.target_kind == "comment" and row.handle is not None else None


report_of: Final = mapper(
    ReportRow, Report, target=mapper(ReportRow, Reported, kind="target_kind", comment_id=_comment_id_of)
)
