"""What can be starred or followed, and what is answered when it cannot."""

from typing import Final

from service.db.pool import Db
from service.deps import Deps
from service.features.community.discovery.queries import MarkedRow
from service.features.projects.projects.domain import why_not
from service.features.projects.projects.queries import find_address
from service.http.problem import Conflict, Forbidden, Moved, NotFound, Problem
from service.http.request import Principal

STAR: Final = "/api/v1/projects/{}/{}/star"
FOLLOW: Final = "/api/v1/me/follows/project/{}/{}"


async def marked(
    db: Db, deps: Deps, maker: Principal, handle: str, slug: str, row: MarkedRow | None, place: str
) -> MarkedRow:
    """The project that was to be starred or followed at `place`, as it came out of the insert.

    Raises Moved when it is elsewhere by now, NotFound for one who may not see it, Conflict when it was removed, and
    Forbidden when the maker has left since they were let in.
    """
    if row is None:
        raise await lost(db, deps, maker, handle, slug, place)
    if row.status == "removed":
        refused = why_not(row.status)
        raise Conflict(refused.code, str(refused))
    refuse_inactive(is_active=row.is_active)
    return row


async def lost(db: Db, deps: Deps, maker: Principal, handle: str, slug: str, place: str) -> Problem:
    """Where a project went that is not at its address: Moved, for one who may see it there, else NotFound."""
    found = await find_address(db, handle, slug, maker.maker_id, deps.clock())
    if found is not None and (found.handle, found.slug) != (handle, slug):
        return Moved(place.format(found.handle, found.slug))
    return NotFound()


def refuse_inactive(*, is_active: bool) -> None:
    """Raises Forbidden for a maker who has left since they were let in."""
    if not is_active:
        raise Forbidden("account_inactive", "This account cannot star or follow just now.")
