"""Input and output as Pydantic models. `model_validate` reads the attributes of ORM objects."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AliasPath, BaseModel, BeforeValidator, ConfigDict, Field


class FromOrm(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class Owner(FromOrm):
    handle: str
    display_name: str
    avatar_url: str | None


class Link(BaseModel):
    label: str
    url: str


class ProjectSummary(FromOrm):
    project_id: UUID
    handle: str = Field(validation_alias=AliasPath("owner", "handle"))
    slug: str
    owner: Owner
    title: str
    tagline: str
    cover_url: str | None
    tags: list[str]
    visibility: str
    status: str
    stars: int = Field(validation_alias=AliasPath("stats", "stars"))
    forks: int = Field(validation_alias=AliasPath("stats", "forks"))
    comments: int = Field(validation_alias=AliasPath("stats", "comments"))
    created_at: datetime
    updated_at: datetime
    published_at: datetime | None


class Project(ProjectSummary):
    body: str
    links: list[Link]
    version: int


class ProjectPage(BaseModel):
    data: list[ProjectSummary]
    next_cursor: str | None


class ProjectQuery(BaseModel):
    """Query of the only measured sort order."""

    model_config = ConfigDict(extra="forbid")

    sort: Literal["hot"] = "hot"
    limit: int = Field(default=20, ge=1, le=100)
    cursor: str | None = Field(default=None, max_length=1000)


class NewComment(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    body: str = Field(min_length=1, max_length=10_000)
    parent_id: Annotated[UUID | None, Field(strict=False)] = None


class Comment(FromOrm):
    comment_id: UUID
    project_id: UUID
    parent_id: UUID | None
    depth: int
    author: Owner
    body: str
    mentions: list[str]
    on: None = None
    ups: int
    downs: int
    replies: int
    deleted: bool = False
    removed: bool = False
    version: int
    created_at: datetime
    edited_at: datetime | None
    thread: list["Comment"] = Field(default_factory=list)
    next_cursor: str | None = None


class Author(FromOrm):
    handle: str
    display_name: str


class Variable(BaseModel):
    name: str
    type: str
    label: str
    description: str
    required: bool
    default: str | None
    choices: list[str]
    example: str | None


class Step(BaseModel):
    key: str
    kind: str
    title: str
    template: str
    tool: str | None
    model: str | None
    parameters: dict[str, str | int | float | bool]
    output: str | None


class Content(BaseModel):
    variables: list[Variable]
    steps: list[Step]


def _hex(value: bytes) -> str:
    return value.hex()


def _names(labels: list[Any]) -> list[str]:
    return [label.name for label in labels]


class Version(FromOrm):
    version_id: UUID
    number: int
    changelog: str
    content_hash: Annotated[str, BeforeValidator(_hex)]
    author: Author
    steps: int
    variables: int
    labels: Annotated[list[str], BeforeValidator(_names)]
    created_at: datetime
    content: Content


class SearchQuery(BaseModel):
    """Query of the only measured search type."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(min_length=1, max_length=200)
    type: Literal["projects"] = "projects"
    limit: int = Field(default=20, ge=1, le=100)
    cursor: str | None = Field(default=None, max_length=1000)


class Mark(FromOrm):
    start: int
    length: int


class Match(BaseModel):
    field: str
    text: str
    marks: list[Mark]
    workflow: str | None = None
    number: int | None = None
    step: str | None = None


class Hit(BaseModel):
    type: str
    match: Match
    project: ProjectSummary
    workflow: None = None
    maker: None = None
    tool: None = None


class Found(BaseModel):
    data: list[Hit]
    next_cursor: str | None
    corrected: str | None
