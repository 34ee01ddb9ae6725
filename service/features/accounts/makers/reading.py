"""Profile responses, and redirects from former handles."""

from datetime import datetime
from typing import Final
from uuid import UUID

from service.db.pool import Db
from service.deps import Deps
from service.features.accounts.identity.queries import find_maker_by_handle
from service.features.accounts.identity.schemas import links_of
from service.features.accounts.makers.queries import ProfileRow, find_renamed
from service.features.accounts.makers.schemas import Maker
from service.http.pagination import PageQuery
from service.http.problem import Moved, NotFound, Problem

BASE_PATH: Final = "/api/v1/makers"


async def maker_id_of(deps: Deps, handle: str, rest: str, query: PageQuery | None = None) -> UUID:
    """Return the id of the maker with this handle. Raises Moved for a former handle, NotFound for an unknown one.

    `rest` is the path after the handle; `query` is the requested page. The redirect keeps both.
    """
    handle = handle.lower()
    maker = await find_maker_by_handle(deps.db, handle)
    if maker is not None:
        return maker.maker_id
    asked = "" if query is None else query.asked
    raise await maker_redirect(deps.db, handle, deps.clock(), rest=f"{rest}?{asked}" if asked else rest)


async def maker_redirect(db: Db, handle: str, now: datetime, *, place: str = BASE_PATH, rest: str = "") -> Problem:
    """Return Moved to `place`/<current handle>`rest` while a former handle is reserved, else NotFound."""
    renamed = await find_renamed(db, handle, now)
    return NotFound() if renamed is None else Moved(f"{place}/{renamed}{rest}")


def maker_of(row: ProfileRow) -> Maker:
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
