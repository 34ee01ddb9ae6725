"""Handlers of invitations to a project, for the owner and for the invitee.

OneTimeTokens derives a token from the row id on demand, so neither the table nor the outbox stores tokens. No request
looks up the account of an address, so that an invitation does not reveal whether the address has one.
"""

from typing import Final, cast
from uuid import UUID

from msgspec.structs import replace

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity.checks import checked
from service.features.accounts.identity.domain import email_of
from service.features.accounts.notifications.notify import Subject, notify
from service.features.projects.members.domain import INVITATION_LIFE, MAX_MEMBERS, MAX_WAITING
from service.features.projects.members.project_access import locked, member_of, refuse_unless_owner
from service.features.projects.members.queries import (
    InvitationRow,
    LockedInvitationRow,
    MembershipRow,
    ReceivedRow,
    count_members,
    delete_expired,
    find_maker,
    find_role,
    find_waiting,
    get_membership,
    get_received,
    insert_invitation,
    insert_member,
    list_invitations,
    list_received,
    lock_received,
    update_ended,
    update_invited_role,
    update_others_ended,
    update_withdrawn,
)
from service.features.projects.members.schemas import (
    Invitation,
    Membership,
    NewInvitation,
    ReceivedInvitation,
)
from service.features.projects.projects.domain import refuse_read_only
from service.features.projects.projects.queries import find_owner
from service.http.pagination import NEWEST, PageQuery
from service.http.problem import Conflict, FieldError, Forbidden, NotFound, Unprocessable
from service.http.refs import ProjectRef
from service.http.request import Principal
from service.http.results import Created, Existing, NoContent, Page
from service.http.schema.fields import Missing
from service.http.schema.mapper import GIVEN, mapper
from service.jobs.outbox import enqueue
from service.security.tokens import InvalidToken, OneTimeTokens

PURPOSE: Final = "invitation"
MAIL: Final = "members.invitation"


# Handlers for the owner


async def invite(
    tx: Tx, deps: Deps, maker: Principal, ref: ProjectRef, body: NewInvitation
) -> Created[Invitation] | Existing[Invitation]:
    """Invite a maker or an e-mail address to a project.

    The invitee gets a link that is valid for seven days. A repeated invitation sends no second e-mail and only updates
    the role. The response does not depend on whether the address has an account.
    """
    project = await locked(tx, deps, maker, ref)
    refuse_unless_owner(project)
    refuse_read_only(project.status)
    maker_id, email = await _invitee(tx, body)
    if maker_id is not None and await find_role(tx, project.project_id, maker_id) is not None:
        raise Conflict("already_member", "This maker is already a member.", "/handle")
    now = deps.clock()
    await delete_expired(tx, project.project_id, now)
    place = f"/projects/{ref.handle}/{ref.slug}/invitations"
    waiting = await find_waiting(tx, project.project_id, maker_id, email)
    if waiting is not None:
        if waiting.role != body.role:
            await update_invited_role(tx, waiting.invitation_id, body.role)
        return Existing(replace(_invitation_of(waiting), role=body.role), f"{place}/{waiting.invitation_id}")
    if len(await list_invitations(tx, project.project_id, now)) >= MAX_WAITING:
        raise Conflict(
            "too_many_invitations",
            f"The project has reached the limit of {MAX_WAITING} pending invitations. Withdraw one first.",
        )
    await _refuse_full(tx, project.project_id)
    invitation_id = new_id()
    expires_at = now + INVITATION_LIFE
    await insert_invitation(
        tx,
        invitation_id=invitation_id,
        project_id=project.project_id,
        maker_id=maker_id,
        email=email,
        role=body.role,
        created_at=now,
        expires_at=expires_at,
    )
    await enqueue(tx, MAIL, {"invitation_id": invitation_id})
    if maker_id is not None:
        about = Subject(project_id=project.project_id, invitation_id=invitation_id)
        await notify(tx, "invitation", actor_id=maker.maker_id, recipients=[maker_id], subject=about)
    invited = None if isinstance(body.handle, Missing) else body.handle.lower()
    return Created(Invitation(invitation_id, invited, email, body.role, now, expires_at), f"{place}/{invitation_id}")


async def _invitee(tx: Tx, body: NewInvitation) -> tuple[UUID | None, str | None]:
    """Return the maker's id or the address. Raise Unprocessable unless the request names exactly one known invitee."""
    if isinstance(body.handle, Missing) == isinstance(body.email, Missing):
        message = "Send either `handle` or `email`."
        raise Unprocessable([FieldError("", "exactly_one", message)], message)
    if not isinstance(body.email, Missing):
        return None, checked("/email", email_of, body.email)
    maker_id = await find_maker(tx, cast("str", body.handle).lower())
    if maker_id is None:
        raise Unprocessable([FieldError("/handle", "unknown_maker", "No maker has this handle.")])
    return maker_id, None


async def list_project_invitations(deps: Deps, maker: Principal, ref: ProjectRef) -> Page[Invitation]:
    """List the pending invitations of a project.

    Only the owner can list them. The newest comes first, and the list is always one page.
    """
    project = await member_of(deps, maker, ref)
    refuse_unless_owner(project)
    rows = await list_invitations(deps.db, project.project_id, deps.clock())
    return Page([_invitation_of(row) for row in rows], None)


async def withdraw_invitation(tx: Tx, deps: Deps, maker: Principal, ref: ProjectRef, invitation_id: UUID) -> NoContent:
    """Withdraw a pending invitation.

    Its link stops working.
    """
    project = await locked(tx, deps, maker, ref)
    refuse_unless_owner(project)
    if await update_withdrawn(tx, project.project_id, invitation_id, deps.clock()) is None:
        raise NotFound
    return NoContent()


# Handlers for the invitee


async def list_my_invitations(deps: Deps, maker: Principal, query: PageQuery) -> Page[ReceivedInvitation]:
    """List your pending invitations.

    Invitations to your handle and to your e-mail address are included. The newest comes first.
    """
    scope = f"me/invitations/{maker.maker_id}"
    page = deps.cursors.page(query, scope, NEWEST)
    rows = await list_received(deps.db, maker.maker_id, deps.clock(), *page.place)
    return page.of(
        rows,
        lambda row: (row.created_at, row.invitation_id),
        lambda row: _received_of(row, token=_token_of(deps, row)),
    )


async def get_invitation(deps: Deps, maker: Principal, token: str) -> ReceivedInvitation:
    """Return an invitation by the token in its link.

    You can read it before you accept or decline.
    """
    row = await get_received(deps.db, _id_of(deps, token), maker.maker_id, deps.clock())
    return _received_of(row, token=_token_of(deps, row))


async def accept_invitation(tx: Tx, deps: Deps, maker: Principal, token: str) -> Membership:
    """Accept an invitation and become a member of the project.

    A repeated request returns the same response. An existing member keeps the current role.

    Only the invited maker can accept an invitation by handle. Any maker with the link can accept an invitation by
    e-mail: people have more addresses than accounts, and the owner sees the new member.
    """
    invitation = await _lock(tx, deps, maker, token)
    if invitation.accepted_by is None:
        await _join(tx, deps, maker, invitation)
    # Not found if the member was removed since, or the owner's account was deleted.
    return _membership_of(await get_membership(tx, invitation.project_id, maker.maker_id))


async def _join(tx: Tx, deps: Deps, maker: Principal, invitation: LockedInvitationRow) -> None:
    refuse_read_only(invitation.status)
    if await find_owner(tx, maker.maker_id) is None:
        raise Forbidden("account_inactive", "This account can't join a project. It is suspended or not active.")
    now = deps.clock()
    if await find_role(tx, invitation.project_id, maker.maker_id) is None:
        await _refuse_full(tx, invitation.project_id)
        await insert_member(tx, invitation.project_id, maker.maker_id, invitation.role, now)
    await update_ended(tx, invitation.invitation_id, maker.maker_id, now)
    await update_others_ended(tx, invitation.project_id, maker.maker_id, now)


async def decline_invitation(tx: Tx, deps: Deps, maker: Principal, token: str) -> NoContent:
    """Decline an invitation.

    Its link stops working. The owner gets no reason.
    """
    invitation = await _lock(tx, deps, maker, token)
    if invitation.accepted_by is not None:
        raise Conflict("accepted", "You have already accepted this invitation. Leave the project instead.")
    await update_ended(tx, invitation.invitation_id, None, deps.clock())
    return NoContent()


async def _lock(tx: Tx, deps: Deps, maker: Principal, token: str) -> LockedInvitationRow:
    return await lock_received(tx, _id_of(deps, token), maker.maker_id, deps.clock())


def _id_of(deps: Deps, token: str) -> UUID:
    try:
        return OneTimeTokens(deps.keyring).decode(PURPOSE, token)
    except InvalidToken:
        raise NotFound from None


async def _refuse_full(tx: Tx, project_id: UUID) -> None:
    if await count_members(tx, project_id) >= MAX_MEMBERS:
        raise Conflict("too_many_members", f"The project has reached the limit of {MAX_MEMBERS} members.")


# Conversion of rows to wire types


_invitation_of: Final = mapper(InvitationRow, Invitation)
_received_of: Final = mapper(ReceivedRow, ReceivedInvitation, token=GIVEN)
_membership_of: Final = mapper(MembershipRow, Membership, since="created_at")


def _token_of(deps: Deps, row: ReceivedRow) -> str:
    return OneTimeTokens(deps.keyring).encode(PURPOSE, row.invitation_id)
