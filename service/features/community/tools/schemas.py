"""Wire types of tools."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from attrs import frozen

from service.features.community.tools.domain import SLUG_LENGTH, SLUG_PATTERN
from service.http.pagination import PageQuery
from service.http.schema.fields import MISSING, Missing, text
from service.http.schema.output import Output

type Kind = Literal[
    "chat",
    "coding",
    "image",
    "video",
    "audio",
    "vision",
    "research",
    "writing",
    "translation",
    "automation",
    "local",
    "data",
    "platform",
    "productivity",
]
type SuggestionStatus = Literal["pending", "accepted", "declined"]


@frozen(kw_only=True)
class NewTool:
    """New tool. `slug` is its permanent name in steps of workflows; the default is derived from the name."""

    name: str = text(min=1, max=80, multiline=False, example="Ollama")
    slug: str | None = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=None, example="ollama")
    vendor: str = text(min=1, max=80, multiline=False, example="Ollama")
    url: str = text(min=1, max=2000, format="uri", multiline=False, example="https://ollama.com/")
    kind: Kind
    description: str = text(max=300, multiline=False, default="", description="What it does, in one line.")


@frozen(kw_only=True)
class ToolChanges:
    """Changes to a tool. Omitted members keep their values. The slug cannot change."""

    name: str | Missing = text(min=1, max=80, multiline=False, default=MISSING)
    vendor: str | Missing = text(min=1, max=80, multiline=False, default=MISSING)
    url: str | Missing = text(min=1, max=2000, format="uri", multiline=False, default=MISSING)
    kind: Kind | Missing = MISSING
    description: str | Missing = text(max=300, multiline=False, default=MISSING)


class Tool(Output):
    """Tool of the catalogue. `used_by` counts workflows of public, published projects whose newest version has a step
    for the tool."""

    tool_id: UUID
    slug: str
    name: str
    vendor: str
    url: str
    kind: Kind
    description: str
    used_by: int
    version: int
    created_at: datetime
    updated_at: datetime


@frozen(kw_only=True)
class ToolQuery(PageQuery):
    kind: Kind | None = None
    sort: Literal["name", "use"] = "name"


@frozen(kw_only=True)
class NewSuggestion:
    name: str = text(min=1, max=80, multiline=False, example="Ollama")
    # Shorter than other URLs: tool_suggestion_pending_key contains it, and an index row has at most 2,704 bytes.
    url: str = text(min=1, max=500, format="uri", multiline=False, example="https://ollama.com/")
    kind: Kind
    note: str = text(max=1000, default="", description="What it is, or why it is needed.")


class Suggestion(Output):
    """Suggestion of a tool. `maker` is the handle of the maker who sent it. `tool` is the slug of the resulting tool;
    `reason` explains why it was declined."""

    suggestion_id: UUID
    maker: str
    name: str
    url: str
    kind: Kind
    note: str
    status: SuggestionStatus
    reason: str
    tool: str | None
    created_at: datetime
    decided_at: datetime | None


@frozen(kw_only=True)
class SuggestionQuery(PageQuery):
    status: SuggestionStatus = "pending"


@frozen(kw_only=True)
class Acceptance:
    """Tool to create from a suggestion. Omitted members default to the suggested values."""

    vendor: str = text(min=1, max=80, multiline=False)
    slug: str | None = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=None)
    name: str | None = text(min=1, max=80, multiline=False, default=None)
    url: str | None = text(min=1, max=2000, format="uri", multiline=False, default=None)
    kind: Kind | None = None
    description: str = text(max=300, multiline=False, default="")


@frozen(kw_only=True)
class Refusal:
    reason: str = text(max=500, default="", description="Shown to the maker who made the suggestion.")
