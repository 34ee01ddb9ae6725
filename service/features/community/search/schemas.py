"""Wire types of search."""

from typing import Literal

from attrs import frozen

from service.features.accounts.makers.schemas import Maker
from service.features.community.tools.schemas import Tool
from service.features.projects.projects.schemas import ProjectSummary
from service.features.workflows.versions.schemas import Workflow
from service.http.schema.fields import integer, text
from service.http.schema.output import Output

type SearchType = Literal["projects", "workflows", "makers", "tools", "all"]
type HitType = Literal["project", "workflow", "maker", "tool"]
type SuggestionType = Literal["project", "maker", "tag", "tool"]
type Field = Literal["title", "tagline", "tag", "summary", "body", "prompt", "name", "handle", "vendor", "description"]

_Q = 'Words, "phrases" in quotes, `or` between words, and `-word` to exclude a word.'


@frozen(kw_only=True)
class SearchQuery:
    """Query string of a search."""

    q: str = text(min=1, max=200, description=_Q, example='"reading coach" -school')
    type: SearchType = "projects"
    limit: int = integer(
        min=1, max=100, default=20, description="Maximum number of items on the page. `all` returns a few of each type."
    )
    cursor: str | None = text(max=1000, default=None, description="The `next_cursor` of the previous page.")


@frozen(kw_only=True)
class SuggestQuery:
    q: str = text(min=1, max=100, description="The text typed so far.", example="read")


class Mark(Output):
    """Highlighted range: `length` characters from `start` on, in Unicode code points."""

    start: int
    length: int


class Match(Output, kw_only=True):
    """Matching text and its location. For a prompt, `text` is the line; `workflow`, `number` and `step` give the
    workflow's slug, version and step."""

    field: Field
    text: str
    marks: list[Mark]
    workflow: str | None = None
    number: int | None = None
    step: str | None = None


class Hit(Output, kw_only=True):
    """Search result. The member named by `type` holds the item; the other three are null."""

    type: HitType
    match: Match
    project: ProjectSummary | None = None
    workflow: Workflow | None = None
    maker: Maker | None = None
    tool: Tool | None = None


class Found(Output):
    """Page of search results, best first, from at most a thousand matches. `corrected` is the spelling-corrected query
    that was searched too, because the original query had few matches."""

    data: list[Hit]
    next_cursor: str | None
    corrected: str | None


class SearchSuggestion(Output):
    """Suggestion. `path` is the path of the item in this API."""

    type: SuggestionType
    text: str
    path: str


class SearchSuggestions(Output):
    data: list[SearchSuggestion]
