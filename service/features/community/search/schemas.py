"""What the search endpoints take and give."""

from typing import Literal

from attrs import frozen

from service.features.accounts.makers.schemas import Maker
from service.features.community.tools.schemas import Tool
from service.features.projects.projects.schemas import ProjectSummary
from service.features.workflows.versions.schemas import Workflow
from service.http.schema.fields import integer, text

type SearchType = Literal["projects", "workflows", "makers", "tools", "all"]
type HitType = Literal["project", "workflow", "maker", "tool"]
type SuggestionType = Literal["project", "maker", "tag", "tool"]
type Field = Literal["title", "tagline", "tag", "summary", "body", "prompt", "name", "handle", "vendor", "description"]

_Q = 'Words; "a phrase" in quotes; `or` between words; `-word` is left out.'


@frozen(kw_only=True)
class SearchQuery:
    """The query string of a search."""

    q: str = text(min=1, max=200, description=_Q, example='"reading coach" -school')
    type: SearchType = "projects"
    limit: int = integer(min=1, max=100, default=20, description="Items on the page; `all` has a few of each.")
    cursor: str | None = text(max=1000, default=None, description="next_cursor of the page before.")


@frozen(kw_only=True)
class SuggestQuery:
    q: str = text(min=1, max=100, description="What has been typed so far.", example="read")


@frozen
class Mark:
    """`length` characters from `start` on, in Unicode code points."""

    start: int
    length: int


@frozen(kw_only=True)
class Match:
    """What was found, where. Of a prompt: the line, and the workflow's slug, version and step it stands in."""

    field: Field
    text: str
    marks: list[Mark]
    workflow: str | None = None
    number: int | None = None
    step: str | None = None


@frozen(kw_only=True)
class Hit:
    """One thing that was found, in the member that its `type` names; the others are null."""

    type: HitType
    match: Match
    project: ProjectSummary | None = None
    workflow: Workflow | None = None
    maker: Maker | None = None
    tool: Tool | None = None


@frozen(kw_only=True)
class Found:
    """A page of what was found, the best first: the best thousand at most. `corrected` is what was searched as well,
    because next to nothing has what was typed."""

    data: list[Hit]
    next_cursor: str | None
    corrected: str | None


@frozen(kw_only=True)
class SearchSuggestion:
    """`path` is where in this API it is."""

    type: SuggestionType
    text: str
    path: str


@frozen(kw_only=True)
class SearchSuggestions:
    data: list[SearchSuggestion]
