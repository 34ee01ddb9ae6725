"""What moderation's endpoints take and give."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from attrs import frozen

from service.features.accounts.identity.domain import Reason
from service.features.projects.projects.schemas import Project
from service.http.pagination import PageQuery
from service.http.schema.fields import Json, Scalar, text

type Kind = Literal["project", "workflow", "comment", "maker", "collection"]
type RemovedKind = Literal["project", "comment", "collection"]
type ReportStatus = Literal["open", "actioned", "dismissed"]
type Outcome = Literal["removed", "suspended", "handled", "dismissed"]
type Standing = Literal[
    "draft", "published", "archived", "private", "removed", "deleted", "active", "suspended", "gone"
]


@frozen(kw_only=True)
class Target:
    """What is reported: a maker by `handle`; a project or a collection by `handle` and `slug`, a workflow in a project
    by `workflow` too; a comment by `comment_id`. Anything else stays away."""

    kind: Kind
    handle: str | None = text(min=1, max=100, multiline=False, default=None)
    slug: str | None = text(min=1, max=100, multiline=False, default=None)
    workflow: str | None = text(min=1, max=100, multiline=False, default=None)
    comment_id: UUID | None = None


@frozen(kw_only=True)
class NewReport:
    target: Target
    reason: Reason
    note: str = text(max=2000, default="", description="For the admins; nobody else reads it.")


@frozen(kw_only=True)
class Reported:
    """What was reported, where it is today: null as far as that is no more for you to see."""

    kind: Kind
    handle: str | None
    slug: str | None
    workflow: str | None
    comment_id: UUID | None


@frozen(kw_only=True)
class Report:
    """A report of yours. `answer` is what an admin says of the outcome, if anything."""

    report_id: UUID
    target: Reported
    reason: Reason
    note: str
    status: ReportStatus
    answer: str
    created_at: datetime
    settled_at: datetime | None


# The admins' queue


@frozen(kw_only=True)
class CaseQuery(PageQuery):
    status: ReportStatus = "open"


@frozen(kw_only=True)
class CaseTarget:
    """What a case is about, as it is found today, and whose it is (`author`). `standing` is the status of the maker or
    the project, with `private` for a published project that only members see. A collection is `published`, `private` or
    `removed`."""

    kind: Kind
    target_id: UUID
    handle: str | None
    slug: str | None
    workflow: str | None
    author: str | None
    standing: Standing


@frozen(kw_only=True)
class Case:
    """All reports of one target, until they are settled together. `settled_by` is a handle. `is_own`: the target is
    yours or you, so another admin has to settle it."""

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


@frozen(kw_only=True)
class FiledReport:
    """`reporter` is a handle, null when they have deleted their account."""

    report_id: UUID
    reporter: str | None
    reason: Reason
    note: str
    snapshot_id: UUID | None
    created_at: datetime


@frozen(kw_only=True)
class Snapshot:
    """What a target said when somebody reported it."""

    snapshot_id: UUID
    content: Json
    taken_at: datetime


@frozen(kw_only=True)
class CaseDetail:
    """A case with its first 100 reports and first 10 texts. `now` is what the target says today, null when it is gone.
    90 days after the decision notes are empty and snapshots gone. A case of your own does not show who reported it, or
    their notes."""

    case: Case
    filed: list[FiledReport]
    snapshots: list[Snapshot]
    now: Json


@frozen(kw_only=True)
class Action:
    """`removed` removes the project, the comment or the collection (of a workflow its project), `suspended` suspends
    its owner or author, `handled` says that enough was done otherwise. `reason` is the first that was reported when it
    is left out."""

    outcome: Literal["removed", "suspended", "handled"]
    reason: Reason | None = None
    note: str = text(max=1000, default="", description="For whom it concerns: the owner, the author.")
    answer: str = text(max=1000, default="", description="For those who reported it.")


@frozen(kw_only=True)
class Dismissal:
    answer: str = text(max=1000, default="", description="For those who reported it.")


# Removed and restored


@frozen(kw_only=True)
class NewRemoval:
    reason: Reason
    note: str = text(max=1000, default="", description="For whom it concerns: the owner, the author.")


@frozen(kw_only=True)
class Removal:
    reason: Reason
    note: str
    removed_at: datetime


@frozen(kw_only=True)
class RemovedQuery(PageQuery):
    kind: RemovedKind | None = None


@frozen(kw_only=True)
class RemovedItem:
    """A project, a comment in one (with `author` and `body`), or a collection. `was` is the project's status
    before its removal."""

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


@frozen(kw_only=True)
class WorkflowName:
    workflow_id: UUID
    slug: str
    title: str
    summary: str
    head_number: int | None


@frozen(kw_only=True)
class AdminProject:
    """A project in whatever state. `status_before_removal` is what it goes back to."""

    project: Project
    status_before_removal: str | None
    deleted_at: datetime | None
    removal: Removal | None
    workflows: list[WorkflowName]


@frozen(kw_only=True)
class AdminWorkflow:
    """A workflow in whatever project; `content` is that of its newest version."""

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
        min=1, max=254, multiline=False, default=None, description="The beginning of a handle, or a whole address."
    )
    status: Literal["active", "suspended", "deleted"] | None = None
    role: Literal["maker", "admin"] | None = None


@frozen(kw_only=True)
class AdminMaker:
    """`projects` counts those they own, in whatever state."""

    maker_id: UUID
    handle: str
    display_name: str
    role: Literal["maker", "admin"]
    status: Literal["active", "suspended", "deleted"]
    projects: int
    created_at: datetime


# The logs


@frozen(kw_only=True)
class AuditQuery(PageQuery):
    actor: str | None = text(min=1, max=100, multiline=False, default=None, description="An admin's handle.")
    action: str | None = text(min=1, max=60, multiline=False, default=None, example="project.remove")
    target: UUID | None = None


@frozen(kw_only=True)
class AuditEntry:
    """`admin` is a handle, null for a command at the server. `target` is the name it has today, if any."""

    audit_id: UUID
    admin: str | None
    action: str
    target_kind: str
    target_id: UUID
    target: str | None
    detail: dict[str, Scalar]
    created_at: datetime


@frozen(kw_only=True)
class PublicEntry:
    """Something an admin did about something that was public. `reported`: somebody had asked for it."""

    action: Literal["removed", "restored", "suspended", "unsuspended"]
    kind: Literal["project", "comment", "collection", "maker"]
    reason: Reason | None
    reported: bool
    created_at: datetime
