"""Request and response schemas of members and invitations."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from attrs import frozen

from service.features.accounts.identity.domain import HANDLE_PATTERN
from service.features.projects.projects.domain import Role
from service.features.projects.projects.schemas import Owner
from service.http.schema.fields import MISSING, Missing, text
from service.http.schema.output import Output

type GivenRole = Literal["editor", "viewer"]


class Member(Output):
    """Member of a project. The owner manages it, editors write, and viewers read."""

    handle: str
    display_name: str
    avatar_url: str | None
    role: Role
    since: datetime


@frozen(kw_only=True)
class MemberChange:
    role: GivenRole


@frozen(kw_only=True)
class NewInvitation:
    """Request to invite a maker. Set either `handle` or `email`."""

    handle: str | Missing = text(min=3, max=30, pattern=HANDLE_PATTERN, default=MISSING, example="grace")
    email: str | Missing = text(max=254, format="email", multiline=False, default=MISSING)
    role: GivenRole


class Invitation(Output):
    """Pending invitation. It names the invitee as the owner did: by `handle` or by `email`."""

    invitation_id: UUID
    handle: str | None
    email: str | None
    role: GivenRole
    created_at: datetime
    expires_at: datetime


class InvitedTo(Output):
    """Project of an invitation. It can be visible only to its members."""

    handle: str
    slug: str
    title: str
    owner: Owner


class ReceivedInvitation(Output):
    """Invitation to you. Its link contains `token`."""

    token: str
    project: InvitedTo
    role: GivenRole
    created_at: datetime
    expires_at: datetime


class Membership(Output):
    """Your membership in a project."""

    project: InvitedTo
    role: Role
    since: datetime


@frozen(kw_only=True)
class Transfer:
    """Request to transfer a project to the member with this `handle`."""

    handle: str = text(min=3, max=30, pattern=HANDLE_PATTERN, example="grace")
