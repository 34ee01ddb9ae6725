"""What the feeds and the trends give."""

from datetime import datetime
from typing import Literal

from attrs import frozen

from service.features.projects.projects.schemas import ProjectSummary


@frozen
class Because:
    """What you follow that brings it: `name` is a handle, a tag, a tool's slug, or a project's handle/slug."""

    kind: Literal["maker", "tag", "tool", "project"]
    name: str


@frozen
class NewsWorkflow:
    """The workflow that has a new version, or is the remix. `changelog` is that of the version."""

    slug: str
    title: str
    version: int
    changelog: str


@frozen
class News:
    """Something new of what you follow. `workflow` is null for a new project."""

    kind: Literal["project", "version", "remix"]
    at: datetime
    because: Because
    project: ProjectSummary
    workflow: NewsWorkflow | None


@frozen
class Trend:
    """`name` is a tag, or a tool's slug, `title` what to call it.

    `recent` counts the stars given to its projects and the projects published in the last 7 days, `before` those of
    the 7 days before that. The score is recent × (recent + 1) / (recent + before + 1).
    """

    name: str
    title: str
    score: float
    recent: int
    before: int


@frozen
class Trends:
    """The 20 of each that rise most. `counted_at` is null until they were counted."""

    tags: list[Trend]
    tools: list[Trend]
    counted_at: datetime | None
