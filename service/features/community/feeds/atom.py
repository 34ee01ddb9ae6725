"""Atom feeds (RFC 4287) of new projects, a tag's projects, a maker's projects and a project's versions."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement, tostring

from attrs import frozen

from service.core.config import API_PATH
from service.deps import Deps
from service.features.accounts.makers.queries import find_profile
from service.features.accounts.makers.reading import maker_id_of
from service.features.community.feeds.queries import list_versions
from service.features.community.tags.queries import get as get_tag
from service.features.projects.projects.queries import SummaryRow, find_by_slug, list_newest, list_shown, list_tagged
from service.features.projects.projects.reading import missing
from service.http.pagination import NEWEST
from service.http.problem import NotFound
from service.http.refs import Lower, MakerRef, ProjectRef
from service.http.results import Raw

MEDIA_TYPE: Final = "application/atom+xml; charset=utf-8"
ENTRIES: Final = 30

_NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)

# Characters that XML 1.0 forbids (§2.2), even when escaped.
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@frozen
class Entry:
    """Entry of a feed. `path` is relative to WEB_URL."""

    entry_id: UUID
    path: str
    title: str
    author: str
    summary: str
    published: datetime
    updated: datetime
    tags: Sequence[str] = ()
    license: str | None = None


async def get_newest_atom(deps: Deps) -> Raw:
    """Return the newest public projects as an Atom feed."""
    rows = await list_newest(deps.db, *NEWEST, ENTRIES)
    return _feed(deps, "/projects/feed.atom", "/", "AIpoweredMakers: new projects", [_entry_of(row) for row in rows])


async def get_tag_atom(deps: Deps, name: Lower) -> Raw:
    """Return the newest public projects with a tag as an Atom feed."""
    tag = await get_tag(deps.db, name)
    rows = await list_tagged(deps.db, tag.name, *NEWEST, ENTRIES)
    entries = [_entry_of(row) for row in rows]
    return _feed(deps, f"/tags/{tag.name}/feed.atom", f"/tags/{tag.name}", f"AIpoweredMakers: {tag.name}", entries)


async def get_maker_atom(deps: Deps, maker: MakerRef) -> Raw:
    """Return a maker's newest public projects as an Atom feed."""
    maker_id = await maker_id_of(deps, maker)
    profile = await find_profile(deps.db, maker.handle)
    if profile is None:  # deleted since the first query
        raise NotFound
    rows = await list_shown(deps.db, maker_id, *NEWEST, ENTRIES)
    entries = [_entry_of(row) for row in rows]
    page = f"/makers/{maker.handle}"
    return _feed(deps, f"{page}/feed.atom", page, f"AIpoweredMakers: {profile.display_name}", entries)


async def get_project_atom(deps: Deps, ref: ProjectRef) -> Raw:
    """Return the newest versions of a project's workflows as an Atom feed."""
    project = await find_by_slug(deps.db, ref.handle, ref.slug, None)
    if project is None:
        raise await missing(deps.db, deps, ref)
    path = f"/projects/{project.handle}/{project.slug}"
    entries = [
        Entry(
            row.version_id,
            f"{path}/workflows/{row.slug}",
            f"{row.title}, version {row.number}",
            row.author,
            row.changelog,
            row.created_at,
            row.created_at,
        )
        for row in await list_versions(deps.db, project.project_id, ENTRIES)
    ]
    return _feed(deps, f"{path}/feed.atom", path, project.title, entries)


def _entry_of(row: SummaryRow) -> Entry:
    published = row.published_at or row.created_at
    return Entry(
        row.project_id,
        f"/projects/{row.handle}/{row.slug}",
        row.title,
        row.display_name,
        row.tagline,
        published,
        max(published, row.updated_at),
        row.tags,
        row.license,
    )


def _feed(deps: Deps, own_path: str, page: str, title: str, entries: Sequence[Entry]) -> Raw:
    """Build a feed. `own_path` is the path of the feed in the API; `page` is the path of its web page below WEB_URL."""
    own = f"{deps.config.public_url}{API_PATH}{own_path}"
    feed = Element("feed", {"xmlns": _NAMESPACE})
    _text(feed, "id", own)
    _text(feed, "title", title)
    _text(feed, "updated", _time(max((entry.updated for entry in entries), default=_BEGINNING)))
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": deps.config.web_url + page})
    for entry in entries:
        element = SubElement(feed, "entry")
        _text(element, "id", f"urn:uuid:{entry.entry_id}")
        _text(element, "title", entry.title)
        _text(element, "published", _time(entry.published))
        _text(element, "updated", _time(entry.updated))
        SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": deps.config.web_url + entry.path})
        _text(SubElement(element, "author"), "name", entry.author)
        for tag in entry.tags:
            SubElement(element, "category", {"term": tag})
        if entry.license:
            _text(element, "rights", entry.license)
        if entry.summary:
            _text(element, "summary", entry.summary)
    return Raw(tostring(feed, encoding="utf-8", xml_declaration=True), MEDIA_TYPE)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _NOT_XML.sub("", text)


def _time(moment: datetime) -> str:
    """Format a time as RFC 3339, as RFC 4287 §3.3 requires."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
