"""Routes of public profiles."""

from service.cache.limits import READ
from service.deps import Deps
from service.features.accounts.makers.queries import find_profile
from service.features.accounts.makers.reading import maker_of, missing_maker
from service.features.accounts.makers.schemas import Maker
from service.http.refs import MakerRef
from service.http.routing import OPTIONAL, route


async def get_maker(deps: Deps, maker: MakerRef) -> Maker:
    """Return a maker's public profile.

    A former handle redirects to the current one (308) while it is reserved.
    """
    row = await find_profile(deps.db, maker.handle)
    if row is None:
        raise await missing_maker(deps.db, deps, maker)
    return maker_of(row)


ROUTES = [route("GET", "/makers/{handle}", get_maker, auth=OPTIONAL, limit=READ, shared=True)]
