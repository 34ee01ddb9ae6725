"""Stars, follows, collections and reports of the demo makers, read from service/dev/demo/community: one TOML file per
maker.

Numbers are days before the load.
"""

from pathlib import Path
from typing import Literal

import attrs
from attrs import frozen

from service.dev.demo.files import read_files
from service.features.accounts.identity.domain import Reason
from service.features.projects.projects.domain import SLUG_LENGTH, SLUG_PATTERN
from service.http.schema.fields import items, number, text

DIRECTORY = Path(__file__).with_name("community")

_PROJECT = r"[a-z0-9-]+/[a-z0-9-]+"


@frozen(kw_only=True)
class DemoFollows:
    makers: dict[str, float] = attrs.field(factory=dict)
    projects: dict[str, float] = attrs.field(factory=dict)
    """By handle/slug."""
    tags: dict[str, float] = attrs.field(factory=dict)
    tools: dict[str, float] = attrs.field(factory=dict)


@frozen(kw_only=True)
class DemoItem:
    project: str = text(max=200, pattern=_PROJECT)
    note: str = text(max=1_000, default="")
    pinned: str | None = text(max=100, pattern=r"[a-z0-9-]+@[0-9]+", default=None)
    """Version of one of the project's workflows, as workflow@number."""


@frozen(kw_only=True)
class DemoCollection:
    slug: str = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN)
    title: str = text(min=1, max=120, multiline=False)
    description: str = text(max=2_000)
    visibility: Literal["public", "unlisted", "private"] = "public"
    days_ago: float = number(min=0, max=365)
    items: list[DemoItem] = items(min=1, max=20)


@frozen(kw_only=True)
class DemoRemoval:
    """Action of an admin on a report."""

    by: str = text(max=30)
    days_ago: float = number(min=0, max=365)
    note: str = text(max=1_000)
    """Note to the project's owner."""
    answer: str = text(max=1_000)
    """Message to the reporter."""


@frozen(kw_only=True)
class DemoReport:
    """Report of a project, or of a comment by its key."""

    project: str | None = text(max=200, pattern=_PROJECT, default=None)
    comment: str | None = text(max=60, default=None)
    reason: Reason
    note: str = text(max=1_000)
    days_ago: float = number(min=0, max=365)
    removal: DemoRemoval | None = None
    """None if the report is open."""


@frozen(kw_only=True)
class DemoLife:
    """Actions of one maker. Notifications before `looked_days_ago` are read."""

    looked_days_ago: float = number(min=0, max=365)
    stars: dict[str, float] = attrs.field(factory=dict)
    """By handle/slug."""
    follows: DemoFollows = attrs.field(factory=DemoFollows)
    collections: list[DemoCollection] = items(max=5, factory=list)
    reports: list[DemoReport] = items(max=5, factory=list)


def read_community() -> dict[str, DemoLife]:
    """Return the actions of each demo maker by handle. Raise ValueError that names an invalid file."""
    return dict(read_files(DIRECTORY, DemoLife))
