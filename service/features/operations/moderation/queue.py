"""Handlers of the report queue. A case groups the reports of one target, and admins settle them together."""

from typing import Final, cast
from uuid import UUID

import orjson
import structlog
from msgspec.structs import replace

from service.db.errors import NoRow
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.audit.record import record
from service.features.accounts.identity.domain import Reason
from service.features.operations.administration.accounts import suspend
from service.features.operations.moderation.domain import REPORTS_SHOWN, SNAPSHOTS_SHOWN
from service.features.operations.moderation.queries import (
    CaseRow,
    FiledRow,
    SnapshotRow,
    find_content,
    get_case,
    get_project_of,
    list_cases,
    list_reports_in,
    list_snapshots,
    settle_case,
)
from service.features.operations.moderation.removals import (
    collection_target,
    comment_target,
    project_target,
    refuse_own,
    remove,
)
from service.features.operations.moderation.schemas import (
    Action,
    Case,
    CaseDetail,
    CaseQuery,
    Dismissal,
    FiledReport,
    Outcome,
    ReportStatus,
    Snapshot,
)
from service.http.problem import Conflict, FieldError, Unprocessable
from service.http.request import Principal
from service.http.results import Page
from service.http.schema.mapper import GIVEN, JSON, mapper
from service.jobs.outbox import enqueue

SETTLED: Final = "moderation.settled"
"""Kind of the outbox job that notifies the reporters."""

_FIRST: Final = UUID(int=0)
_PUBLIC: Final = ("published", "archived", "active", "suspended", "gone")
"""Standings in which the text of the target is public or no longer exists."""

log = structlog.get_logger(__name__)


async def list_reports(deps: Deps, admin: Principal, query: CaseQuery) -> Page[Case]:
    """List report cases.

    Filter by status: open or decided. The case that waits longest comes first.
    """
    scope = f"admin/reports?status={query.status}"
    page = deps.cursors.page(query, scope, (_FIRST,))
    rows = await list_cases(deps.db, query.status, *page.place)
    return page.of(rows, lambda row: (row.case_id,), lambda row: case_of(row, admin))


async def get_report(tx: Tx, deps: Deps, admin: Principal, case_id: UUID) -> CaseDetail:
    """Return a report case.

    It contains the reports, the reported texts and the current text. A case about you or your content hides the
    reporters and their notes.
    """
    row = await get_case(tx, case_id)
    case = case_of(row, admin)
    now = await find_content(tx, row.target_kind, row.target_id)
    if row.standing not in _PUBLIC or (row.standing == "gone" and now is not None):
        # Audit the read: only members can see the current text, perhaps not even the reporters. The content of a
        # deleted maker stays until the purge.
        await _record(tx, deps, admin, "report.read", row, standing=row.standing)
    return CaseDetail(
        case=case,
        filed=[
            replace(_filed_of(filed), reporter=None, note="") if case.is_own else _filed_of(filed)
            for filed in await list_reports_in(tx, case_id, REPORTS_SHOWN)
        ],
        snapshots=[_snapshot_of(taken) for taken in await list_snapshots(tx, case_id, SNAPSHOTS_SHOWN)],
        now=None if now is None else orjson.loads(now),
    )


async def act_on_report(tx: Tx, deps: Deps, admin: Principal, case_id: UUID, body: Action) -> Case:
    """Act on a case and settle all its reports.

    If two admins act at the same time, the second one gets 409 `decided`. A case about you or your content returns 403
    `own_case`: another admin has to settle it.
    """
    row = await _settle(tx, deps, admin, case_id, "actioned", body.outcome, body.answer)
    reason = body.reason or cast("Reason", row.reasons[0])
    note = body.note.strip()
    if body.outcome == "removed":
        await _remove(tx, deps, admin, row, reason, note)
    elif body.outcome == "suspended":
        if row.author is None:
            raise _gone()
        await suspend(tx, deps, admin, row.author, reason, note, reported=True)
    await _record(tx, deps, admin, "report.action", row, outcome=body.outcome, reason=reason)
    return case_of(await get_case(tx, case_id), admin)


async def dismiss_report(tx: Tx, deps: Deps, admin: Principal, case_id: UUID, body: Dismissal) -> Case:
    """Dismiss a case and settle all its reports.

    A case about you or your content returns 403 `own_case`: another admin has to settle it.
    """
    row = await _settle(tx, deps, admin, case_id, "dismissed", "dismissed", body.answer)
    await _record(tx, deps, admin, "report.dismiss", row)
    return case_of(await get_case(tx, case_id), admin)


async def _settle(
    tx: Tx, deps: Deps, admin: Principal, case_id: UUID, status: ReportStatus, outcome: Outcome, answer: str
) -> CaseRow:
    now = deps.clock()
    settled = await settle_case(
        tx, case_id=case_id, status=status, outcome=outcome, answer=answer.strip(), admin_id=admin.maker_id, now=now
    )
    row = await get_case(tx, case_id)
    refuse_own(admin, row.author_id)
    if settled is None:
        raise Conflict("decided", f"This case was already {row.status}.")
    await enqueue(tx, SETTLED, {"case_id": case_id})
    log.info("report_settled", case_id=str(case_id), outcome=outcome, by=str(admin.maker_id))
    return row


async def _remove(tx: Tx, deps: Deps, admin: Principal, row: CaseRow, reason: Reason, note: str) -> None:
    """Remove the target of a case. Raise Unprocessable for a maker, and Conflict if the target is gone."""
    if row.target_kind == "maker":
        message = "Makers can't be removed. Suspend the maker instead."
        raise Unprocessable([FieldError("/outcome", "not_applicable", message)], message)
    try:
        match row.target_kind:
            case "comment":
                target = await comment_target(tx, row.target_id)
            case "collection":
                target = await collection_target(tx, row.target_id)
            case "workflow":
                target = await project_target(tx, await get_project_of(tx, row.target_id))
            case _:
                target = await project_target(tx, row.target_id)
    except NoRow:
        raise _gone() from None
    await remove(tx, deps, admin, target, reason, note, reported=True)


def _gone() -> Conflict:
    return Conflict("gone", "The reported content no longer exists. Dismiss the report or mark it as handled.")


async def _record(tx: Tx, deps: Deps, admin: Principal, action: str, row: CaseRow, **detail: object) -> None:
    detail = {"kind": row.target_kind, "about": str(row.target_id), "reports": row.reports, **detail}
    await record(tx, admin.maker_id, action, row.case_id, deps.clock(), **detail)


def case_of(row: CaseRow, admin: Principal) -> Case:
    return _case_of(row, is_own=row.author_id == admin.maker_id)


_case_of: Final = mapper(CaseRow, Case, target={"kind": "target_kind"}, is_own=GIVEN)
_filed_of: Final = mapper(FiledRow, FiledReport)
_snapshot_of: Final = mapper(SnapshotRow, Snapshot, content=JSON)
