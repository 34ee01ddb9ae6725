"""Wire types of feeds and trends."""

from datetime import datetime
from typing import Literal

from service.features.projects.projects.schemas import ProjectSummary
from service.http.schema.output import Output


class Because(Output):
    """Follow that caused a news item. `name` is a handle, a tag, a tool's slug or a project's handle/slug."""

    kind: Literal["maker", "tag", "tool", "project"]
    name: str


class NewsWorkflow(Output):
    """Workflow with a new version, or a remix. `changelog` holds the version notes."""

    slug: str
    title: str
    version: int
    changelog: str


class News(Output):
    """News item about something you follow. `workflow` is null for a new project."""

    kind: Literal["project", "version", "remix"]
    at: datetime
    because: Because
    project: ProjectSummary
    workflow: NewsWorkflow | None


class Trend(Output):
    """Trending tag or tool. `name` is a tag or a tool's slug; `title` is the display name.

    `recent` counts stars and publications of its projects in the last 7 days; `before` counts those of the 7 days
    before. The score is recent × (recent + 1) / (recent + before + 1).
    """

    name: str
    title: str
    score: float
    recent: int
    before: int


class Trends(Output):
    """The 20 tags and 20 tools with the highest trend scores. `counted_at` is null before the first count."""

    tags: list[Trend]
    tools: list[Trend]
    counted_at: datetime | None
