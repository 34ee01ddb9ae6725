"""Makers as everybody sees them."""

from service.cache.limits import READ
from service.deps import Deps
from service.features.identity.bodies import links_of
from service.features.makers.bodies import Maker
from service.features.makers.queries import find_profile, find_renamed
from service.http.problem import ConstraintProblem, Moved, NotFound
from service.http.routing import OPTIONAL, route


async def get_maker(deps: Deps, handle: str) -> Maker:
    """A maker's profile. An old handle leads to the new one (308) while it is reserved."""
    handle = handle.lower()
    row = await find_profile(deps.db, handle)
    if row is None:
        renamed = await find_renamed(deps.db, handle, deps.clock())
        if renamed is None:
            raise NotFound
        raise Moved(f"/api/v1/makers/{renamed}")
    return Maker(
        handle=row.handle,
        display_name=row.display_name,
        bio=row.bio,
        links=links_of(row.links),
        avatar_url=row.avatar_url,
        joined_at=row.created_at,
        followers=row.followers,
        following=row.following,
    )


CONSTRAINTS: dict[str, ConstraintProblem] = {}

ROUTES = [route("GET", "/makers/{handle}", get_maker, auth=OPTIONAL, limit=READ, responses={308: "moved"}, shared=True)]
