"""Request and response schemas of remixes."""

from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from attrs import frozen

from service.features.projects.projects.domain import SLUG_LENGTH, SLUG_PATTERN
from service.features.workflows.documents.merge import Conflict, Resolution
from service.features.workflows.versions.domain import LATEST
from service.features.workflows.versions.schemas import Attribution, Version, VersionSummary
from service.http.schema.fields import Form, integer, items, text
from service.http.schema.output import Output

MAX_NUMBER: Final = 999_999_999
MAX_RESOLUTIONS: Final = 3000
"""Upper bound. Two documents cannot have this many conflicts."""


@frozen(kw_only=True)
class NewRemix:
    """The target project, slug and source version of a remix. Without a `slug`, the service uses the slug of the source
    and appends a number when that slug is taken."""

    project: str = text(
        min=1,
        max=120,
        pattern=Form(f"([A-Za-z0-9-]+/)?{SLUG_PATTERN}", "the slug of a project, or handle/slug"),
        description="Slug of your project, or `handle/slug` of a project that you are an editor of.",
        example="reading-coach",
    )
    slug: str | None = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=None)
    version: str = text(min=1, max=40, default=LATEST, description="A number, a label or `latest`.", example="3")


class Relative(Output):
    """A workflow of the family with its current address."""

    workflow_id: UUID
    handle: str
    project: str
    slug: str
    title: str
    head_number: int | None
    created_at: datetime


class LineageNode(Output):
    """A workflow in the tree. `parent` is the index of its source in `nodes`; `number` is the source's version.
    `parent` is null for the root, and when the source is deleted. `workflow` is null when you may not see the remix."""

    parent: int | None
    number: int | None
    workflow: Relative | None


class Lineage(Output):
    """A family of remixes, the oldest first. `position` is the index of the requested workflow. If `is_complete` is
    false, there are more: `nodes` has the oldest, the ancestors of the requested workflow, and its own remixes."""

    nodes: list[LineageNode]
    position: int
    is_complete: bool


class Source(Output):
    """The source of a remix with its current address."""

    handle: str
    project: str
    workflow: str
    title: str
    head_number: int


class Upstream(Output):
    """The state of a remix relative to its source. `base_number` is the version pulled last; `head_number` is your own
    newest version. `newer` lists the later versions of the source, the newest first, at most 20. `conflicts` lists the
    conflicts of a pull. `source` and `base_number` are null when the source is `gone`: deleted, or hidden from you."""

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
    """A pull of updates. `resolutions` resolve conflicts by their `id`. They require `to` and `onto`, the two versions
    that the conflicts are between."""

    to: int | None = integer(
        min=1, max=MAX_NUMBER, default=None, description="Version of the source to pull. Defaults to the newest."
    )
    onto: int | None = integer(
        min=1,
        max=MAX_NUMBER,
        default=None,
        description="Your newest version. If it differs, the response is 409 `head_moved`.",
    )
    resolutions: dict[str, Resolution] = items(max=MAX_RESOLUTIONS, factory=dict)
    changelog: str = text(max=2000, default="", description="Version notes. Generated if omitted.")


class Pulled(Output):
    """The result of a pull. `saved` is your newest version; `base_number` is the source's version that it contains.
    `draft` is `followed` when your draft had no edits and equals the new version. It is `merged` when the pulled
    changes were added to your edits. It is `kept` when the pull didn't change the draft, or the merged draft would be
    too large."""

    saved: Version
    base_number: int
    draft: Literal["followed", "merged", "kept"]


class PullConflicts(Output):
    """Members of the problem `pull_conflicts`: the fields that both sides changed differently, and the two versions.
    Send `to` and `onto` with the resolutions. `conflicts` has the first 20 kB; `more_conflicts` is the number of
    omitted ones, which `GET …/upstream` lists."""

    to: int
    onto: int
    conflicts: list[Conflict]
    more_conflicts: int
