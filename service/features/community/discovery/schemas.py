"""Wire types of stars, follows and ranked lists."""

from datetime import datetime
from typing import Any, Final, Literal
from uuid import UUID

from attrs import frozen

from service.features.projects.projects.schemas import ProjectSummary
from service.http.pagination import PageQuery
from service.http.schema.fields import Form, text
from service.http.schema.output import Output

type Sort = Literal["hot", "new", "top"]
type Window = Literal["day", "week", "month", "year", "all"]
type FollowKind = Literal["maker", "project", "tag", "tool"]

MAX_REACTIONS: Final = 100
"""Maximum number of ids or names of one kind per request: the size of the largest page."""


@frozen(kw_only=True)
class ProjectQuery(PageQuery):
    sort: Sort = "hot"
    window: Window | None = None  # only with sort=top; the default is "all"
    tag: str | None = text(max=100, default=None, description="Only projects with this tag.")
    tool: str | None = text(max=100, default=None, description="Only projects with a workflow that uses this tool.")
    license: str | None = text(
        max=60, default=None, description="Only projects with this SPDX license. Not with `tag` or `tool`."
    )
    explain: Literal["0", "1"] = "0"


class Score(Output):
    """Score of a project: `hot` = `marks_term` + `age_term`.

    `marks_term` is log10(max(1, stars + 2·forks + commenters)). `age_term` is the number of seconds from 1970 to
    `published_at`, divided by 79,200. Ten times the reactions weigh as much as 22 hours.
    """

    hot: float
    stars: int
    forks: int
    commenters: int
    published_at: datetime | None
    marks_term: float
    age_term: float
    formula: str


class ExplainedProject(ProjectSummary):
    """Project in a list requested with `explain=1`."""

    score: Score


class StarredProject(ProjectSummary):
    """Project that you starred. `starred_at` is the time of the star."""

    starred_at: datetime


class ListedMaker(Output):
    """Maker in a list of stargazers, followers or followed makers. `since` is the time of the star or follow."""

    handle: str
    display_name: str
    avatar_url: str | None
    since: datetime


class Follow(Output):
    """Followed maker (`handle`), project (`handle` and `slug`), tag or tool (`slug`).

    `name` is the display name.
    """

    kind: FollowKind
    handle: str | None
    slug: str | None
    name: str
    image_url: str | None
    since: datetime


@frozen(kw_only=True)
class FollowQuery(PageQuery):
    kind: FollowKind


def _joined(one: str, what: str, length: int, example: str) -> Any:
    """Return a query parameter for a comma-separated list, which can be empty."""
    pattern = Form(f"({one}(,{one}){{0,{MAX_REACTIONS - 1}}})?", f"up to {MAX_REACTIONS} {what}, separated by commas")
    said = f"Up to {MAX_REACTIONS} {what}, separated by commas."
    return text(
        max=(length + 1) * MAX_REACTIONS,
        pattern=pattern,
        multiline=False,
        default="",
        description=said,
        example=example,
    )


_ID: Final = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_NAME: Final = r"[^,\x00-\x1f\x7f]+"


@frozen(kw_only=True)
class MarksQuery:
    projects: str = _joined(_ID, "project ids", 36, "01941f29-7c00-7000-8000-000000000000")
    makers: str = _joined(_NAME, "maker handles", 32, "ada,grace")
    tags: str = _joined(_NAME, "tags", 30, "education,speech")
    tools: str = _joined(_NAME, "tool slugs", 60, "claude,ollama")


class Marks(Output):
    """Ids and names from the request that you starred or follow."""

    starred: list[UUID]
    followed_projects: list[UUID]
    followed_makers: list[str]
    followed_tags: list[str]
    followed_tools: list[str]
