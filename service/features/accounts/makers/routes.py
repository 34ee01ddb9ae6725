"""Routes of public profiles."""

from service.cache.limits import READ
from service.deps import Deps
from service.features.accounts.makers.queries import find_profile
from service.features.accounts.makers.reading import maker_of, maker_redirect
from service.features.accounts.makers.schemas import Maker
from service.http.problem import ConstraintProblem
from service.http.routing import OPTIONAL, route


async def get_maker(deps: Deps, handle: str) -> Maker:
    """Return a maker's public profile.

    A former handle redirects to the current one (308) while it is reserved.
    """
    handle = handle.lower()
    row = await find_profile(deps.db, handle)
    if row is None:
        raise await maker_redirect(deps.db, handle, deps.clock())
    return maker_of(row)


CONSTRAINTS: dict[str, ConstraintProblem] = {}

ROUTES = [route("GET", "/makers/{handle}", get_maker, auth=OPTIONAL, limit=READ, responses={308: "moved"}, shared=True)]
