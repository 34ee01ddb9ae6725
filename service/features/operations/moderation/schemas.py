"""Request and response schemas of moderation."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from attrs import frozen

from service.features.accounts.identity.domain import Reason
from service.features.projects.projects.schemas import Project
from service.http.pagination import PageQuery
from service.http.schema.fields import Json, Scalar, text
from service.http.schema.output import Encoded, Output

type Kind = Literal["project", "workflow", "comment", "maker", "collection"]
type RemovedKind = Literal["project", "comment", "collection"]
type ReportStatus = Literal["open", "actioned", "dismissed"]
type Outcome = Literal["removed", "suspended", "handled", "dismissed"]
type Standing = Literal[
    "draft", "published", "archived", "private", "removed", "deleted", "active", "suspended", "gone"
]


@frozen(kw_only=True)
class Target:
    """Target of a report. Name a maker by `handle`, a project or a collection by `handle` and `slug`. Name a workflow
    by `handle`, `slug` and `workflow`, and a comment by `comment_id`. Omit all other fields.
    """

    kind: Kind
    handle: str | None = text(min=1, max=100, multiline=False, default=None)
    slug: str | None = text(min=1, max=100, multiline=False, default=None)
    workflow: str | None = text(min=1, max=100, multiline=False, default=None)
    comment_id: UUID | None = None


@frozen(kw_only=True)
class NewReport:
    target: Target
    reason: Reason
    note: str = text(max=2000, default="", description="Shown only to admins.")


class Reported(Output):
    """Reported target with its current names. Names that you can no longer see are null."""

    kind: Kind
    handle: str | None
    slug: str | None
    workflow: str | None
    comment_id: UUID | None


class Report(Output):
    """Report that you filed. `answer` is the message of an admin about the outcome, possibly empty."""

    report_id: UUID
    target: Reported
    reason: Reason
    note: str
    status: ReportStatus
    answer: str
    created_at: datetime
    settled_at: datetime | None


# Report queue


@frozen(kw_only=True)
class CaseQuery(PageQuery):
    status: ReportStatus = "open"


class CaseTarget(Output):
    """Target of a case with its current names and its `author`. `standing` is the status of the maker or the project.
    `private` is a published project that only members see. A collection is `published`, `private` or `removed`.
    """

    kind: Kind
    target_id: UUID
    handle: str | None
    slug: str | None
    workflow: str | None
    author: str | None
    standing: Standing


class Case(Output):
    """Reports of one target, which are settled together. `settled_by` is a handle. If `is_own` is true, the target is
    you or your content, and another admin has to settle the case.
    """

    case_id: UUID
    target: CaseTarget
    status: ReportStatus
    is_own: bool
    reports: int
    reasons: list[Reason]
    opened_at: datetime
    updated_at: datetime
    settled_at: datetime | None
    settled_by: str | None
    outcome: Outcome | None
    answer: str


class FiledReport(Output):
    """Report in a case. `reporter` is a handle, or null if the account is deleted or the case is about you."""

    report_id: UUID
    reporter: str | None
    reason: Reason
    note: str
    snapshot_id: UUID | None
    created_at: datetime


class Snapshot(Output):
    """Text of a target at the time of a report."""

    snapshot_id: UUID
    content: Json
    taken_at: datetime


class CaseDetail(Output):
    """Case with its first 100 reports and first 10 texts. `now` is the current text of the target, or null if it is
    gone. Notes are emptied and snapshots are deleted 90 days after the decision. A case about you or your content hides
    the reporters and their notes.
    """

    case: Case
    filed: list[FiledReport]
    snapshots: list[Snapshot]
    now: Json


@frozen(kw_only=True)
class Action:
    """Decision on a case. `removed` removes the project, comment or collection; for a workflow it removes the project.
    `suspended` suspends the owner or author. `handled` records that other steps were enough. If you omit `reason`, the
    first reported reason applies.
    """

    outcome: Literal["removed", "suspended", "handled"]
    reason: Reason | None = None
    note: str = text(max=1000, default="", description="Shown to the owner or author.")
    answer: str = text(max=1000, default="", description="Shown to the makers who reported it.")


@frozen(kw_only=True)
class Dismissal:
    answer: str = text(max=1000, default="", description="Shown to the makers who reported it.")


# Removed and restored


@frozen(kw_only=True)
class NewRemoval:
    reason: Reason
    note: str = text(max=1000, default="", description="Shown to the owner or author.")


class Removal(Output):
    reason: Reason
    note: str
    removed_at: datetime


@frozen(kw_only=True)
class RemovedQuery(PageQuery):
    kind: RemovedKind | None = None


class RemovedItem(Output):
    """Removed project, comment (with `author` and `body`) or collection. `was` is the status of a project before its
    removal.
    """

    kind: RemovedKind
    handle: str
    slug: str
    title: str
    comment_id: UUID | None
    author: str | None
    body: str | None
    was: str | None
    reason: Reason
    note: str
    removed_by: str
    removed_at: datetime


class WorkflowName(Output):
    workflow_id: UUID
    slug: str
    title: str
    summary: str
    head_number: int | None


class AdminProject(Output):
    """Project in any state. Restoring it sets its status to `status_before_removal`."""

    project: Project
    status_before_removal: str | None
    deleted_at: datetime | None
    removal: Removal | None
    workflows: list[WorkflowName]


class AdminWorkflow(Output):
    """Workflow of a project in any state. `content` belongs to its newest version."""

    workflow_id: UUID
    slug: str
    title: str
    summary: str
    head_number: int | None
    content: Json


# Makers


@frozen(kw_only=True)
class AdminMakerQuery(PageQuery):
    q: str | None = text(
        min=1, max=254, multiline=False, default=None, description="Prefix of a handle, or a complete email address."
    )
    status: Literal["active", "suspended", "deleted"] | None = None
    role: Literal["maker", "admin"] | None = None


class AdminMaker(Output):
    """Maker in an admin list. `projects` is the number of owned projects in any state."""

    maker_id: UUID
    handle: str
    display_name: str
    role: Literal["maker", "admin"]
    status: Literal["active", "suspended", "deleted"]
    projects: int
    created_at: datetime


# Logs


@frozen(kw_only=True)
class AuditQuery(PageQuery):
    actor: str | None = text(min=1, max=100, multiline=False, default=None, description="Handle of an admin.")
    action: str | None = text(min=1, max=60, multiline=False, default=None, example="project.remove")
    target: UUID | None = None


class AuditEntry(Output):
    """Audit log entry. `admin` is a handle, or null for a server command. `target` is its current name or null."""

    audit_id: UUID
    admin: str | None
    action: str
    target_kind: str
    target_id: UUID
    target: str | None
    detail: Encoded[dict[str, Scalar]]
    created_at: datetime


class PublicEntry(Output):
    """Entry of the public moderation log. `reported` is true if the admin acted on a report."""

    action: Literal["removed", "restored", "suspended", "unsuspended"]
    kind: Literal["project", "comment", "collection", "maker"]
    reason: Reason | None
    reported: bool
    created_at: datetime
