"""Request and response schemas of projects."""

from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from attrs import frozen

from service.features.projects.projects.domain import SLUG_LENGTH, SLUG_PATTERN, Role
from service.http.pagination import PageQuery
from service.http.schema.fields import MISSING, Missing, Rules, items, text
from service.http.schema.output import Encoded, Output

type Visibility = Literal["public", "unlisted", "private"]
type Status = Literal["draft", "published", "archived", "removed"]

MAX_TAGS: Final = 5
TAG: Final = Rules(min=2, max=30, pattern=SLUG_PATTERN, example="education")

_LICENSE: Final = "An identifier from the SPDX license list."


@frozen
class Link:
    label: str = text(min=1, max=60, multiline=False)
    url: str = text(min=1, max=2000, format="uri", multiline=False, description="An http or https URL.")


@frozen(kw_only=True)
class NewProject:
    """Request to create a project. If you omit `slug`, it is generated from the title. `body` is Markdown."""

    title: str = text(min=1, max=120, multiline=False, example="A reading coach for dyslexic kids")
    slug: str | None = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=None, example="reading-coach")
    tagline: str = text(max=200, multiline=False, default="", description="What it is, in one line.")
    body: str = text(max=50_000, default="", description="Markdown.")
    links: list[Link] = items(max=10, factory=list)
    cover_url: str | None = text(min=1, max=2000, format="uri", multiline=False, default=None)
    tags: list[str] = items(max=MAX_TAGS, item=TAG, unique=True, factory=list, example=["education", "speech"])
    license: str | None = text(min=1, max=60, multiline=False, default=None, description=_LICENSE, example="MIT")
    visibility: Visibility = "public"


@frozen(kw_only=True)
class ProjectChanges:
    """Changes to a project. Omitted fields stay unchanged. Only the owner can change `slug` and `visibility`. A former
    slug redirects to the project.
    """

    title: str | Missing = text(min=1, max=120, multiline=False, default=MISSING)
    slug: str | Missing = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=MISSING)
    tagline: str | Missing = text(max=200, multiline=False, default=MISSING)
    body: str | Missing = text(max=50_000, default=MISSING, description="Markdown.")
    links: list[Link] | Missing = items(max=10, default=MISSING)
    cover_url: str | Missing | None = text(min=1, max=2000, format="uri", multiline=False, default=MISSING)
    tags: list[str] | Missing = items(
        max=MAX_TAGS, item=TAG, unique=True, default=MISSING, description="All tags, in order."
    )
    license: str | Missing | None = text(min=1, max=60, multiline=False, default=MISSING, description=_LICENSE)
    visibility: Visibility | Missing = MISSING


class Owner(Output):
    handle: str
    display_name: str
    avatar_url: str | None


class ProjectSummary(Output):
    """Project in a list."""

    project_id: UUID
    handle: str
    slug: str
    owner: Owner
    title: str
    tagline: str
    cover_url: str | None
    tags: list[str]
    license: str | None
    visibility: Visibility
    status: Status
    stars: int
    forks: int
    comments: int
    created_at: datetime
    updated_at: datetime
    published_at: datetime | None


class Project(ProjectSummary):
    """Project. `handle` and `slug` form its address. `published_at` is the time of the first publication, or null."""

    body: str
    links: Encoded[list[Link]]
    version: int


class OwnProject(ProjectSummary):
    """Project that you are a member of since `since`. You can restore it for 30 days after `deleted_at`."""

    deleted_at: datetime | None
    role: Role
    since: datetime


@frozen(kw_only=True)
class OwnQuery(PageQuery):
    role: Role | None = None
    status: Literal["draft", "published", "archived", "removed", "deleted"] | None = None
