"""Access checks for the members of a project."""

from service.db.pool import Tx
from service.deps import Deps
from service.features.projects.members.queries import StandingRow, find_project, lock_project
from service.features.projects.projects.reading import missing
from service.http.problem import Forbidden
from service.http.refs import ProjectRef
from service.http.request import Principal


async def member_of(deps: Deps, maker: Principal, project: ProjectRef) -> StandingRow:
    """Return the project for one of its members.

    Raise Forbidden if the maker can see the project but is not a member, Moved if it has another address, and NotFound
    otherwise.
    """
    row = await find_project(deps.db, project.handle, project.slug, maker.maker_id)
    if row is None:
        raise await missing(deps.db, deps, project, members_only=True)
    return row


async def locked(tx: Tx, deps: Deps, maker: Principal, project: ProjectRef) -> StandingRow:
    """Return the project like `member_of`, and lock the project and the caller's role until the commit."""
    row = await lock_project(tx, project.handle, project.slug, maker.maker_id)
    if row is None:
        raise await missing(tx, deps, project, members_only=True)
    return row


def refuse_unless_owner(row: StandingRow) -> None:
    """Raise Forbidden if the member is not the owner."""
    if row.role != "owner":
        raise Forbidden("not_yours", "Only the owner can manage members.")
