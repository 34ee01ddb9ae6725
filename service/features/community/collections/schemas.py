"""Wire types of collections."""

from datetime import datetime
from uuid import UUID

from attrs import frozen

from service.features.projects.projects.domain import SLUG_LENGTH, SLUG_PATTERN
from service.features.projects.projects.schemas import Owner, ProjectSummary, Visibility
from service.http.schema.fields import MISSING, Missing, integer, items, text
from service.http.schema.output import Output

MAX_ITEMS = 500
MAX_COLLECTIONS = 200


@frozen(kw_only=True)
class NewCollection:
    """New collection. `slug` is its permanent path under your handle; the default is derived from the title."""

    title: str = text(min=1, max=120, multiline=False, example="Prompts for the classroom")
    slug: str | None = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=None, example="classroom")
    description: str = text(max=2_000, default="", description="Markdown.")
    visibility: Visibility = "public"


@frozen(kw_only=True)
class CollectionChanges:
    """Changes to a collection. Omitted members keep their values."""

    title: str | Missing = text(min=1, max=120, multiline=False, default=MISSING)
    description: str | Missing = text(max=2_000, default=MISSING, description="Markdown.")
    visibility: Visibility | Missing = MISSING


@frozen(kw_only=True)
class NewItem:
    """Item of a collection. `note` says why the project is included. `workflow` and `version` pin one version."""

    note: str = text(max=1_000, default="", description="Markdown.")
    workflow: str | None = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=None, example="lesson")
    version: int | None = integer(min=1, max=2**31 - 1, default=None)


@frozen
class NewOrder:
    """New order of a collection as project ids. Projects that are not listed follow in their current order."""

    project_ids: list[UUID] = items(min=1, max=MAX_ITEMS)


class Collection(Output):
    """Collection of projects. `items` counts all its projects, including those that you cannot see. `removed` is true
    if an admin removed the collection; then only its maker sees it."""

    collection_id: UUID
    handle: str
    slug: str
    owner: Owner
    title: str
    description: str
    visibility: Visibility
    items: int
    removed: bool
    version: int
    created_at: datetime
    updated_at: datetime


class Pin(Output):
    """Pinned version of a workflow."""

    workflow: str
    title: str
    version: int


class Item(Output):
    project: ProjectSummary
    note: str
    pinned: Pin | None
    added_at: datetime
