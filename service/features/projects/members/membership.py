"""Handlers that list, change and remove members, and transfer a project."""

from typing import Final

from msgspec.structs import replace

from service.db.pool import Tx
from service.deps import Deps
from service.features.projects.members.project_access import locked, member_of, refuse_unless_owner
from service.features.projects.members.queries import (
    FoundMemberRow,
    MemberRow,
    StandingRow,
    delete_member,
    find_member,
    find_slug_holder,
    list_members,
    update_owner,
    update_role,
)
from service.features.projects.members.schemas import Member, MemberChange, Transfer
from service.features.projects.projects.domain import OLD_SLUGS_KEPT, refuse_read_only
from service.features.projects.projects.queries import (
    delete_old_slug,
    delete_surplus_old_slugs,
    find_owner,
    get,
    insert_old_slug,
)
from service.features.projects.projects.reading import project_of
from service.features.projects.projects.schemas import Project
from service.http.problem import Conflict, FieldError, Forbidden, NotFound, Unprocessable
from service.http.refs import Lower, ProjectRef
from service.http.request import Principal
from service.http.results import NoContent, Page
from service.http.schema.mapper import mapper


async def list_project_members(deps: Deps, maker: Principal, ref: ProjectRef) -> Page[Member]:
    """List the members of a project.

    Only members can list the owner, editors and viewers. The list is always one page.
    """
    project = await member_of(deps, maker, ref)
    return Page([_member_of(row) for row in await list_members(deps.db, project.project_id)], None)


async def change_member(
    tx: Tx, deps: Deps, maker: Principal, ref: ProjectRef, member: Lower, body: MemberChange
) -> Member:
    """Change the role of a member.

    The owner's role changes only by a transfer.
    """
    project = await locked(tx, deps, maker, ref)
    refuse_unless_owner(project)
    refuse_read_only(project.status)
    found = await find_member(tx, project.project_id, member)
    if found is None:
        raise NotFound
    if found.role == "owner":
        raise _owner_stays()
    if found.role != body.role:
        await update_role(tx, project.project_id, found.maker_id, body.role)
    return replace(_member_of(found), role=body.role)


async def remove_member(tx: Tx, deps: Deps, maker: Principal, ref: ProjectRef, member: Lower) -> NoContent:
    """Remove a member from a project.

    The owner can remove any other member. Other members can only remove themselves.
    """
    project = await locked(tx, deps, maker, ref)
    found = await find_member(tx, project.project_id, member)
    if project.role != "owner" and (found is None or found.maker_id != maker.maker_id):
        raise Forbidden("not_yours", "Only the owner can remove other members.")
    if found is None:
        raise NotFound
    if found.role == "owner":
        raise _owner_stays()
    await delete_member(tx, project.project_id, found.maker_id)
    return NoContent()


async def transfer_project(tx: Tx, deps: Deps, maker: Principal, ref: ProjectRef, body: Transfer) -> Project:
    """Transfer a project to another member.

    The member becomes the owner at once, and the owner becomes an editor. The old address redirects to the new one. If
    the new owner has a project with this slug, the response is 409 `slug_taken`: rename this project first.
    """
    project = await locked(tx, deps, maker, ref)
    refuse_unless_owner(project)
    refuse_read_only(project.status)
    heir = await find_member(tx, project.project_id, body.handle.lower())
    if heir is None:
        message = "You can transfer a project only to a member. Invite this maker first."
        raise Unprocessable([FieldError("/handle", "not_a_member", message)], message)
    if heir.role != "owner":
        if await find_owner(tx, heir.maker_id) is None:
            raise Conflict(
                "account_inactive", "This account can't own a project. It is suspended or not active.", "/handle"
            )
        if await find_slug_holder(tx, heir.maker_id, project.slug) is not None:
            raise Conflict(
                "slug_taken",
                "The new owner already has a project with this slug, perhaps a deleted one. Change the slug first.",
            )
        await _hand_over(tx, deps, project, heir)
    return project_of(await get(tx, project.project_id))


async def _hand_over(tx: Tx, deps: Deps, project: StandingRow, heir: FoundMemberRow) -> None:
    now = deps.clock()
    # Demote before promoting: project_member_owner_key allows one owner.
    await update_role(tx, project.project_id, project.owner_id, "editor")
    await update_role(tx, project.project_id, heir.maker_id, "owner")
    await update_owner(tx, project.project_id, heir.maker_id, now)
    await delete_old_slug(tx, heir.maker_id, project.slug)
    await insert_old_slug(tx, project.owner_id, project.slug, project.project_id, now)
    await delete_surplus_old_slugs(tx, project.project_id, OLD_SLUGS_KEPT)


def _owner_stays() -> Conflict:
    return Conflict("is_owner", "The owner can't leave. Transfer the project to another member first.")


_member_of: Final = mapper(MemberRow, Member, since="created_at")
