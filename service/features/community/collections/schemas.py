"""What the collections' endpoints take and give."""

from datetime import datetime
from uuid import UUID

from attrs import frozen

from service.features.projects.projects.domain import SLUG_LENGTH, SLUG_PATTERN
from service.features.projects.projects.schemas import Owner, ProjectSummary, Visibility
from service.http.schema.fields import MISSING, Missing, integer, items, text

MAX_ITEMS = 500
MAX_COLLECTIONS = 200


@frozen(kw_only=True)
class NewCollection:
    """`slug` is its place under your handle, for good; it is made from the title when left out."""

    title: str = text(min=1, max=120, multiline=False, example="Prompts for the classroom")
    slug: str | None = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=None, example="classroom")
    description: str = text(max=2_000, default="", description="Markdown.")
    visibility: Visibility = "public"


@frozen(kw_only=True)
class CollectionChanges:
    """What to change; what is left out stays."""

    title: str | Missing = text(min=1, max=120, multiline=False, default=MISSING)
    description: str | Missing = text(max=2_000, default=MISSING, description="Markdown.")
    visibility: Visibility | Missing = MISSING


@frozen(kw_only=True)
class NewItem:
    """Why it is in the collection. With `workflow` and `version`, that version is the one that is meant."""

    note: str = text(max=1_000, default="", description="Markdown.")
    workflow: str | None = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, default=None, example="lesson")
    version: int | None = integer(min=1, max=2**31 - 1, default=None)


@frozen
class NewOrder:
    """The projects by id, as they are to stand. Those that are not named come after them, in the order they had."""

    project_ids: list[UUID] = items(min=1, max=MAX_ITEMS)


@frozen
class Collection:
    """`items` counts all projects in it, also those that not everybody may see. `removed`: an admin removed it, and
    only its maker sees it."""

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


@frozen
class Pin:
    """A version of a workflow."""

    workflow: str
    title: str
    version: int


@frozen
class Item:
    project: ProjectSummary
    note: str
    pinned: Pin | None
    added_at: datetime
