"""Queries of moderation. See sql/moderation/."""

from datetime import datetime
from uuid import UUID

from service.db.pool import Db
from service.db.query import Row, query


class TargetRow(Row):
    """Target of a report. `status` belongs to its project, or to a reported maker."""

    target_id: UUID
    owner_id: UUID
    status: str


class ReportRow(Row):
    """Report. `handle`, `slug` and `workflow` are None if the reporter can no longer see the target."""

    report_id: UUID
    target_kind: str
    target_id: UUID
    handle: str | None
    slug: str | None
    workflow: str | None
    reason: str
    note: str
    status: str
    answer: str
    created_at: datetime
    settled_at: datetime | None


class CaseRow(Row):
    """Case. `handle`, `slug` and `workflow` locate the target, and `author` owns it. They are None if it is gone."""

    case_id: UUID
    target_kind: str
    target_id: UUID
    handle: str | None
    slug: str | None
    workflow: str | None
    author: str | None
    author_id: UUID | None
    standing: str
    status: str
    reports: int
    reasons: list[str]
    opened_at: datetime
    updated_at: datetime
    settled_at: datetime | None
    settled_by: str | None
    outcome: str | None
    answer: str


class FiledRow(Row):
    report_id: UUID
    reporter: str | None
    reason: str
    note: str
    snapshot_id: UUID | None
    created_at: datetime


class SnapshotRow(Row):
    snapshot_id: UUID
    content: str
    taken_at: datetime


class SettledRow(Row):
    target_kind: str
    target_id: UUID
    reports: int
    reasons: list[str]


class ToldRow(Row):
    report_id: UUID
    reporter_id: UUID | None


class LockedProjectRow(Row):
    project_id: UUID
    owner_id: UUID
    status: str


class LockedCommentRow(Row):
    comment_id: UUID
    project_id: UUID
    author_id: UUID
    removed_at: datetime | None


class LockedCollectionRow(Row):
    collection_id: UUID
    owner_id: UUID
    removed_at: datetime | None


class RemovalRow(Row):
    reason: str
    note: str
    removed_at: datetime


class RemovedRow(Row):
    removal_id: UUID
    kind: str
    handle: str
    slug: str
    title: str
    comment_id: UUID | None
    author: str | None
    body: str | None
    was: str | None
    reason: str
    note: str
    removed_by: str
    removed_at: datetime


class AnyProjectRow(Row):
    """Project in any state. `is_out` is true if everyone can read it."""

    project_id: UUID
    deleted_at: datetime | None
    status_before_removal: str | None
    is_out: bool
    reason: str | None
    note: str | None
    removed_at: datetime | None


class WorkflowNameRow(Row):
    workflow_id: UUID
    slug: str
    title: str
    summary: str
    head_number: int | None


class AnyWorkflowRow(Row):
    workflow_id: UUID
    slug: str
    title: str
    summary: str
    head_number: int | None
    content: str | None
    is_out: bool


class AdminMakerRow(Row):
    maker_id: UUID
    handle: str
    display_name: str
    role: str
    status: str
    projects: int
    created_at: datetime


class AuditRow(Row):
    audit_id: UUID
    admin: str | None
    action: str
    target_kind: str
    target_id: UUID
    target: str | None
    detail: str
    created_at: datetime


class PublicRow(Row):
    audit_id: UUID
    action: str
    reason: str | None
    reported: bool
    created_at: datetime


# Reports


@query
async def find_project(db: Db, handle: str, slug: str, workflow: str | None, viewer_id: UUID) -> TargetRow | None: ...


@query
async def find_comment(db: Db, comment_id: UUID, viewer_id: UUID) -> TargetRow | None: ...


@query
async def find_collection(db: Db, handle: str, slug: str, viewer_id: UUID) -> TargetRow | None: ...


@query
async def find_content(db: Db, kind: str, target_id: UUID) -> str | None: ...


@query
async def insert_case(db: Db, case_id: UUID, kind: str, target_id: UUID, reason: str, now: datetime) -> UUID: ...


@query
async def insert_snapshot(
    db: Db, snapshot_id: UUID, case_id: UUID, digest: bytes, content: str, now: datetime
) -> UUID: ...


@query
async def insert_report(
    db: Db,
    report_id: UUID,
    case_id: UUID,
    reporter_id: UUID,
    reason: str,
    note: str,
    snapshot_id: UUID | None,
    now: datetime,
) -> None: ...


@query
async def list_reports_of(db: Db, reporter_id: UUID, before_id: UUID, limit: int) -> list[ReportRow]: ...


@query
async def get_report(db: Db, report_id: UUID, reporter_id: UUID) -> ReportRow: ...


# Report queue


@query
async def list_cases(db: Db, status: str, after_id: UUID, limit: int) -> list[CaseRow]: ...


@query
async def get_case(db: Db, case_id: UUID) -> CaseRow: ...


@query
async def list_reports_in(db: Db, case_id: UUID, limit: int) -> list[FiledRow]: ...


@query
async def list_snapshots(db: Db, case_id: UUID, limit: int) -> list[SnapshotRow]: ...


@query
async def settle_case(
    db: Db, case_id: UUID, status: str, outcome: str, answer: str, admin_id: UUID, now: datetime
) -> SettledRow | None: ...


@query
async def find_outcome(db: Db, case_id: UUID) -> str | None: ...


@query
async def update_told(db: Db, case_id: UUID, now: datetime, portion: int) -> list[ToldRow]: ...


@query
async def purge_texts(db: Db, before: datetime, portion: int) -> int: ...


# Removals


@query
async def get_project_id(db: Db, handle: str, slug: str) -> UUID: ...


@query
async def get_collection_id(db: Db, handle: str, slug: str) -> UUID: ...


@query
async def lock_collection(db: Db, collection_id: UUID) -> LockedCollectionRow: ...


@query
async def update_collection_removed(
    db: Db, collection_id: UUID, removed_at: datetime | None, now: datetime
) -> None: ...


@query
async def get_removal_of_collection(db: Db, handle: str, slug: str, maker_id: UUID) -> RemovalRow: ...


@query
async def get_project_of(db: Db, workflow_id: UUID) -> UUID: ...


@query
async def lock_project(db: Db, project_id: UUID) -> LockedProjectRow: ...


@query
async def lock_comment(db: Db, comment_id: UUID) -> LockedCommentRow: ...


@query
async def update_project_removed(db: Db, project_id: UUID, now: datetime) -> None: ...


@query
async def update_project_restored(db: Db, project_id: UUID, now: datetime) -> None: ...


@query
async def update_comment_removed(db: Db, comment_id: UUID, removed_at: datetime | None) -> None: ...


@query
async def insert_removal(
    db: Db,
    removal_id: UUID,
    project_id: UUID | None,
    comment_id: UUID | None,
    collection_id: UUID | None,
    reason: str,
    note: str,
    admin_id: UUID,
    now: datetime,
) -> UUID | None: ...


@query
async def delete_removal(
    db: Db, project_id: UUID | None, comment_id: UUID | None, collection_id: UUID | None
) -> None: ...


@query
async def get_removal_of_project(db: Db, handle: str, slug: str, maker_id: UUID) -> RemovalRow: ...


@query
async def get_removal_of_comment(db: Db, comment_id: UUID, maker_id: UUID) -> RemovalRow: ...


@query
async def list_removed(db: Db, kind: str | None, before_id: UUID, limit: int) -> list[RemovedRow]: ...


@query
async def purge_removals(db: Db) -> None: ...


# Projects and workflows in any state


@query
async def get_project(db: Db, handle: str, slug: str) -> AnyProjectRow: ...


@query
async def list_workflows(db: Db, project_id: UUID) -> list[WorkflowNameRow]: ...


@query
async def get_workflow(db: Db, handle: str, slug: str, workflow: str) -> AnyWorkflowRow: ...


# Makers


@query
async def list_makers(
    db: Db, status: str | None, role: str | None, before_id: UUID, limit: int
) -> list[AdminMakerRow]: ...


@query
async def list_makers_inactive(
    db: Db, status: str, role: str | None, before_id: UUID, limit: int
) -> list[AdminMakerRow]: ...


@query
async def list_admins(db: Db, status: str | None, before_id: UUID, limit: int) -> list[AdminMakerRow]: ...


@query
async def list_makers_named(
    db: Db, prefix: str, status: str | None, role: str | None, after: str, limit: int
) -> list[AdminMakerRow]: ...


@query
async def list_makers_mailed(db: Db, email: str, status: str | None, role: str | None) -> list[AdminMakerRow]: ...


# Audit log


@query
async def find_admin(db: Db, handle: str) -> UUID | None: ...


@query
async def list_audit(db: Db, action: str | None, before_id: UUID, limit: int) -> list[AuditRow]: ...


@query
async def list_audit_by(db: Db, admin_id: UUID, action: str | None, before_id: UUID, limit: int) -> list[AuditRow]: ...


@query
async def list_audit_about(
    db: Db,
    kinds: list[str],
    target_id: UUID,
    admin_id: UUID | None,
    action: str | None,
    before_id: UUID,
    limit: int,
) -> list[AuditRow]: ...


@query
async def list_public_log(db: Db, before_id: UUID, limit: int) -> list[PublicRow]: ...
