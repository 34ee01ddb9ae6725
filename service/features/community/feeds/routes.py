"""Routes of the following feed, trends and Atom feeds with their authentication and rate limits."""

from typing import Final

from service.cache.limits import READ
from service.features.community.feeds.atom import get_maker_atom, get_newest_atom, get_project_atom, get_tag_atom
from service.features.community.feeds.following import list_feed
from service.features.community.feeds.trending import get_trending
from service.http.routing import MAKER, OPTIONAL, Route, route

ROUTES: Final[list[Route]] = [
    route("GET", "/feed", list_feed, auth=MAKER, limit=READ),
    route("GET", "/trending", get_trending, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/projects/feed.atom", get_newest_atom, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/tags/{name}/feed.atom", get_tag_atom, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/makers/{handle}/feed.atom", get_maker_atom, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/projects/{handle}/{slug}/feed.atom", get_project_atom, auth=OPTIONAL, limit=READ, shared=True),
]
