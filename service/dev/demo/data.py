"""Demo makers and their projects, read from service/dev/demo/data: one TOML file per maker."""

from pathlib import Path
from typing import Literal

from attrs import frozen

from service.dev.demo.files import read_files
from service.features.projects.projects.domain import SLUG_LENGTH, SLUG_PATTERN
from service.features.projects.projects.schemas import NewProject, Visibility
from service.http.schema.fields import Rules, items, number, text

DIRECTORY = Path(__file__).with_name("data")


@frozen(kw_only=True)
class DemoLink:
    label: str = text(min=1, max=60, multiline=False)
    url: str = text(min=1, max=200, pattern=r"https://[\x21-\x7e]+")


@frozen(kw_only=True)
class DemoProject(NewProject):
    slug: str = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN)
    tagline: str = text(min=1, max=160, multiline=False)
    tags: list[str] = items(min=2, max=4, item=Rules(2, 30, pattern=r"[a-z0-9]+(-[a-z0-9]+)*"))
    body: str = text(min=1, max=20_000)
    visibility: Visibility
    status: Literal["draft", "published", "archived"]
    days_ago: float = number(min=0, max=365)
    """Time of publication; for a draft, time of creation."""
    links: list[DemoLink] = items(max=5)  # type: ignore[assignment]  # a stricter type of link


@frozen(kw_only=True)
class DemoMaker:
    handle: str = text(min=3, max=30)
    display_name: str = text(min=1, max=60, multiline=False)
    email: str = text(min=3, max=254)
    role: Literal["maker", "admin"]
    joined_days_ago: float = number(min=0, max=365)
    bio: str = text(max=500)
    links: list[DemoLink] = items(max=5)
    projects: list[DemoProject] = items(min=1, max=10)


def read_makers() -> list[DemoMaker]:
    """Return the demo makers, earliest first. Raise ValueError that names an invalid file."""
    makers: list[DemoMaker] = []
    for handle, maker in read_files(DIRECTORY, DemoMaker):
        if maker.handle != handle:
            raise ValueError(f"{handle}.toml contains the maker {maker.handle}")
        makers.append(maker)
    return sorted(makers, key=lambda maker: maker.joined_days_ago, reverse=True)
