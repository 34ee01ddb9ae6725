"""Access checks for the members of a project."""

from service.db.pool import Db, Tx
from service.deps import Deps
from service.features.projects.members.queries import StandingRow, find_project, lock_project
from service.features.projects.projects.reading import redirect_if_moved
from service.http.problem import Forbidden, NotFound
from service.http.request import Principal


async def member_of(deps: Deps, maker: Principal, handle: str, slug: str, rest: str) -> StandingRow:
    """Return the project for one of its members. `rest` is the part of the path after the address.

    Raise Forbidden if the maker can see the project but is not a member, Moved if it has another address, and NotFound
    otherwise.
    """
    handle = handle.lower()
    row = await find_project(deps.db, handle, slug, maker.maker_id)
    return row or await _not_a_member(deps.db, deps, maker, handle, slug, rest)


async def locked(tx: Tx, deps: Deps, maker: Principal, handle: str, slug: str, rest: str) -> StandingRow:
    """Return the project like `member_of`, and lock the project and the caller's role until the commit."""
    handle = handle.lower()
    row = await lock_project(tx, handle, slug, maker.maker_id)
    return row or await _not_a_member(tx, deps, maker, handle, slug, rest)


async def _not_a_member(db: Db, deps: Deps, maker: Principal, handle: str, slug: str, rest: str) -> StandingRow:
    await redirect_if_moved(db, handle, slug, maker.maker_id, deps.clock(), rest, visible=True)
    raise NotFound


def refuse_unless_owner(row: StandingRow) -> None:
    """Raise Forbidden if the member is not the owner."""
    if row.role != "owner":
        raise Forbidden("not_yours", "Only its owner decides who works on a project.")
