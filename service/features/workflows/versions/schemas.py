"""Request and response schemas of workflows. See document.py for the schema of the document."""

from datetime import datetime
from typing import Final
from uuid import UUID

from attrs import frozen

from service.features.projects.projects.domain import SLUG_LENGTH, SLUG_PATTERN
from service.features.workflows.documents.diff import DocumentDiff
from service.features.workflows.documents.document import MAX_STEPS, MAX_VARIABLES, Document, Finding
from service.http.schema.fields import MISSING, Missing, Rules, Scalar, integer, items, text
from service.http.schema.output import Encoded, Output

SUMMARY_LENGTH: Final = 300
BODY_LIMIT: Final = 1536 * 1024
"""Bytes. A document of 200,000 characters fits even when a client escapes each character as \\uXXXX."""


@frozen(kw_only=True)
class NewWorkflow:
    """A new workflow. Without a `slug`, the service derives one from the title. `content` is the initial draft."""

    title: str = text(min=1, max=120, multiline=False, example="Lesson plan in four steps")
    slug: str | None = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=None, example="lesson-plan")
    summary: str = text(
        max=SUMMARY_LENGTH, multiline=False, default="", description="The result of the workflow, in one line."
    )
    content: Document | None = None


@frozen(kw_only=True)
class WorkflowChanges:
    """Changes to a workflow. Omitted fields keep their values. The slug is fixed after the first version, because other
    pages may link to it."""

    title: str | Missing = text(min=1, max=120, multiline=False, default=MISSING)
    slug: str | Missing = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=MISSING)
    summary: str | Missing = text(max=SUMMARY_LENGTH, multiline=False, default=MISSING)


class Attribution(Output):
    """The source of a remix, with its names at the time of the remix. The names are null if the source was not public
    then, an admin removed it, or its account is deleted. `version_id` is null once the version is deleted."""

    handle: str | None
    project: str | None
    workflow: str | None
    title: str | None
    number: int
    version_id: UUID | None


class Workflow(Output):
    """A workflow. `handle`, `project` and `slug` are its address. `head_number` is its newest version; `steps` and
    `variables` are counts of that version. `head_number` is null before the first version; until then only members of
    the project see the workflow."""

    workflow_id: UUID
    handle: str
    project: str
    slug: str
    title: str
    summary: str
    head_number: int | None
    steps: int
    variables: int
    forked_from: Attribution | None
    version: int
    created_at: datetime
    updated_at: datetime


@frozen(kw_only=True)
class NewDraft:
    """The whole draft. It may be incomplete or invalid; the response lists the problems as findings."""

    content: Document


class Author(Output):
    handle: str
    display_name: str


class Draft(Output):
    """The shared draft of the editors. `changed` is true when it differs from the newest version. Findings of severity
    `error` prevent saving a version, but not saving the draft."""

    content: Document
    findings: list[Finding]
    changed: bool
    version: int
    updated_at: datetime
    updated_by: Author


@frozen(kw_only=True)
class NewVersion:
    """A new version. Its content is the draft, or `content`, or an older version (`restore`). With `content` or
    `restore`, a draft with edits stays unchanged."""

    changelog: str = text(max=2000, default="", description="Version notes.")
    content: Document | None = None
    restore: int | None = integer(min=1, max=999_999_999, default=None, description="Number of the version to restore.")


class VersionSummary(Output):
    """A version in a list. `content_hash` is the SHA-256 of the document's canonical form, in hexadecimal."""

    version_id: UUID
    number: int
    changelog: str
    content_hash: str
    author: Author
    steps: int
    variables: int
    labels: list[str]
    created_at: datetime


class Version(VersionSummary):
    """A version. Only its labels can change."""

    content: Document


class Label(Output):
    name: str
    number: int
    updated_at: datetime


@frozen(kw_only=True)
class LabelTarget:
    number: int = integer(min=1, max=999_999_999, description="Number of the labelled version.")


@frozen(kw_only=True)
class DiffQuery:
    """Two versions to compare, each by number, label or `latest`. Write a version of another workflow as
    `handle/slug/workflow@3`."""

    from_: str = text(min=1, max=250, description="The older version.", example="1")
    to: str = text(min=1, max=250, default="latest", description="The newer version.", example="maya/coach/lesson@3")


class VersionDiff(Output):
    """The changes that turn `old` into `new`."""

    old: VersionSummary
    new: VersionSummary
    changes: Encoded[DocumentDiff]


@frozen(kw_only=True)
class Inputs:
    """Values of variables, and the known outputs of earlier steps."""

    inputs: dict[str, Scalar] = items(max=MAX_VARIABLES, item=Rules(max=100_000), factory=dict)
    outputs: dict[str, str] = items(max=MAX_STEPS, item=Rules(max=100_000), factory=dict)
