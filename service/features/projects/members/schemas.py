"""What the members' endpoints take and give."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from attrs import frozen

from service.features.accounts.identity.domain import HANDLE_PATTERN
from service.features.projects.projects.domain import Role
from service.features.projects.projects.schemas import Owner
from service.http.schema.fields import MISSING, Missing, text

type GivenRole = Literal["editor", "viewer"]


@frozen
class Member:
    """Somebody who works on a project. An owner decides, an editor writes, a viewer reads."""

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
    """Either `handle` or `email` says who is invited."""

    handle: str | Missing = text(min=3, max=30, pattern=HANDLE_PATTERN, default=MISSING, example="grace")
    email: str | Missing = text(max=254, format="email", multiline=False, default=MISSING)
    role: GivenRole


@frozen
class Invitation:
    """One that waits. Its invitee is named as you named them: by `handle` or by `email`."""

    invitation_id: UUID
    handle: str | None
    email: str | None
    role: GivenRole
    created_at: datetime
    expires_at: datetime


@frozen
class InvitedTo:
    """The project of an invitation; it may be one that only its members see."""

    handle: str
    slug: str
    title: str
    owner: Owner


@frozen
class ReceivedInvitation:
    """An invitation to you. `token` is what its link carries."""

    token: str
    project: InvitedTo
    role: GivenRole
    created_at: datetime
    expires_at: datetime


@frozen
class Membership:
    """Your place in a project."""

    project: InvitedTo
    role: Role
    since: datetime


@frozen(kw_only=True)
class Transfer:
    """`handle` is a member's."""

    handle: str = text(min=3, max=30, pattern=HANDLE_PATTERN, example="grace")
