"""Profile responses, and redirects from former handles."""

from typing import Final
from uuid import UUID

from service.db.pool import Db
from service.deps import Deps
from service.features.accounts.identity.queries import find_maker_by_handle
from service.features.accounts.makers.queries import ProfileRow, find_renamed
from service.features.accounts.makers.schemas import Maker
from service.http.problem import NotFound, Problem
from service.http.refs import MakerRef
from service.http.schema.mapper import JSON, mapper


async def maker_id_of(deps: Deps, maker: MakerRef) -> UUID:
    """Return the id of the maker. Raises Moved for a former handle, NotFound for an unknown one."""
    found = await find_maker_by_handle(deps.db, maker.handle)
    if found is None:
        raise await missing_maker(deps.db, deps, maker)
    return found.maker_id


async def missing_maker(db: Db, deps: Deps, maker: MakerRef) -> Problem:
    """Return Moved while a former handle is reserved, or else NotFound."""
    renamed = await find_renamed(db, maker.handle, deps.clock())
    return NotFound() if renamed is None else maker.moved(renamed)


maker_of: Final = mapper(ProfileRow, Maker, links=JSON, joined_at="created_at")
