"""What the remixes' endpoints take and give."""

from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from attrs import frozen

from service.features.projects.projects.domain import SLUG_LENGTH, SLUG_PATTERN
from service.features.workflows.documents.merge import Conflict, Resolution
from service.features.workflows.versions.domain import LATEST
from service.features.workflows.versions.schemas import Attribution, Version, VersionSummary
from service.http.schema.fields import Form, integer, items, text

MAX_NUMBER: Final = 999_999_999
MAX_RESOLUTIONS: Final = 3000
"""More than the conflicts that two contents can have."""


@frozen(kw_only=True)
class NewRemix:
    """Where the remix goes, and of which version. Without a slug it keeps that of its source, with a number when that
    is taken."""

    project: str = text(
        min=1,
        max=120,
        pattern=Form(f"([A-Za-z0-9-]+/)?{SLUG_PATTERN}", "the slug of a project, or handle/slug"),
        description="A project of yours by its slug; one that you are an editor of as `handle/slug`.",
        example="reading-coach",
    )
    slug: str | None = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=None)
    version: str = text(min=1, max=40, default=LATEST, description="A number, a label or `latest`.", example="3")


@frozen(kw_only=True)
class Relative:
    """A workflow of the family, where it is today."""

    workflow_id: UUID
    handle: str
    project: str
    slug: str
    title: str
    head_number: int | None
    created_at: datetime


@frozen(kw_only=True)
class LineageNode:
    """One workflow. `parent` is the place in `nodes` of what it was forked from, and `number` the version of that;
    `parent` is null for the first, and where the parent has gone. `workflow` is null for a remix you may not see."""

    parent: int | None
    number: int | None
    workflow: Relative | None


@frozen(kw_only=True)
class Lineage:
    """A family of remixes, the oldest first; `position` is the place of the workflow that was asked for. With
    `is_complete` false there are more: these are the oldest, the way up from this one, and its own remixes."""

    nodes: list[LineageNode]
    position: int
    is_complete: bool


@frozen(kw_only=True)
class Source:
    """What a workflow was remixed from, where it is today."""

    handle: str
    project: str
    workflow: str
    title: str
    head_number: int


@frozen(kw_only=True)
class Upstream:
    """How a remix stands to its source. `base_number` is the version pulled last, `head_number` your own newest.

    `newer` are the versions since, the newest first, 20 at most; `conflicts` is what pulling them would ask. `source`
    and `base_number` are null when it is `gone`: deleted, or no longer yours to see.
    """

    state: Literal["up_to_date", "behind", "gone"]
    versions_behind: int
    forked_from: Attribution
    source: Source | None
    base_number: int | None
    head_number: int
    newer: list[VersionSummary]
    conflicts: list[Conflict]


@frozen(kw_only=True)
class Pull:
    """`resolutions` answer conflicts by their `id`; with them go `to` and `onto`, the two versions they were found
    between."""

    to: int | None = integer(
        min=1, max=MAX_NUMBER, default=None, description="The source's version to pull; its newest when left out."
    )
    onto: int | None = integer(
        min=1, max=MAX_NUMBER, default=None, description="Your newest version: 409 `head_moved` when it is another."
    )
    resolutions: dict[str, Resolution] = items(max=MAX_RESOLUTIONS, factory=dict)
    changelog: str = text(max=2000, default="", description="Made up when left out.")


@frozen(kw_only=True)
class Pulled:
    """`saved` is your newest version now, `base_number` the source's version that is in it.

    `draft` says what became of your draft: it had no edits and `followed`; the pulled changes were put in around its
    edits (`merged`); or it was `kept` as it was, because none came, or it would have grown too large with them.
    """

    saved: Version
    base_number: int
    draft: Literal["followed", "merged", "kept"]


@frozen(kw_only=True)
class PullConflicts:
    """Members of the problem `pull_conflicts`: what both sides changed, each in its way, and between which versions.
    Send `to` and `onto` back with the resolutions. `conflicts` holds the first 20 kB; `more_conflicts` counts those
    that are left out, which `GET …/upstream` lists."""

    to: int
    onto: int
    conflicts: list[Conflict]
    more_conflicts: int
