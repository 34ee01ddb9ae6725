"""Routes of stars, follows and ranked lists with their authentication and rate limits."""

from typing import Final

from service.cache.limits import READ, WRITE
from service.features.community.discovery.follows import (
    follow_maker,
    follow_project,
    follow_tag,
    follow_tool,
    list_maker_followers,
    list_maker_following,
    list_my_follows,
    unfollow_maker,
    unfollow_project,
    unfollow_tag,
    unfollow_tool,
)
from service.features.community.discovery.ranking import list_projects
from service.features.community.discovery.stars import (
    list_my_reactions,
    list_my_stars,
    list_project_stargazers,
    star_project,
    unstar_project,
)
from service.http.routing import MAKER, OPTIONAL, Route, route

_STAR: Final = "/projects/{handle}/{slug}/star"
_MAKER: Final = "/me/follows/maker/{handle}"
_PROJECT: Final = "/me/follows/project/{handle}/{slug}"
_TAG: Final = "/me/follows/tag/{name}"
_TOOL: Final = "/me/follows/tool/{slug}"

_INACTIVE: Final = {403: "account_inactive"}
_MARKED: Final = _INACTIVE | {409: "removed"}

# Follows of projects, tags and tools are private: only the maker sees them.
ROUTES: Final[list[Route]] = [
    route("GET", "/projects", list_projects, auth=OPTIONAL, limit=READ, shared=True),
    route("PUT", _STAR, star_project, auth=MAKER, limit=WRITE, responses=_MARKED),
    route("DELETE", _STAR, unstar_project, auth=MAKER, limit=WRITE),
    route("GET", "/projects/{handle}/{slug}/stargazers", list_project_stargazers, auth=OPTIONAL, limit=READ),
    route("GET", "/me/stars", list_my_stars, auth=MAKER, limit=READ),
    route("GET", "/me/reactions", list_my_reactions, auth=MAKER, limit=READ),
    route("GET", "/me/follows", list_my_follows, auth=MAKER, limit=READ),
    route("PUT", _MAKER, follow_maker, auth=MAKER, limit=WRITE, responses=_INACTIVE),
    route("DELETE", _MAKER, unfollow_maker, auth=MAKER, limit=WRITE),
    route("PUT", _PROJECT, follow_project, auth=MAKER, limit=WRITE, responses=_MARKED, private=True),
    route("DELETE", _PROJECT, unfollow_project, auth=MAKER, limit=WRITE, private=True),
    route("PUT", _TAG, follow_tag, auth=MAKER, limit=WRITE, responses=_INACTIVE, private=True),
    route("DELETE", _TAG, unfollow_tag, auth=MAKER, limit=WRITE, private=True),
    route("PUT", _TOOL, follow_tool, auth=MAKER, limit=WRITE, responses=_INACTIVE, private=True),
    route("DELETE", _TOOL, unfollow_tool, auth=MAKER, limit=WRITE, private=True),
    route("GET", "/makers/{handle}/followers", list_maker_followers, auth=OPTIONAL, limit=READ, shared=True),
    route("GET", "/makers/{handle}/following", list_maker_following, auth=OPTIONAL, limit=READ, shared=True),
]
