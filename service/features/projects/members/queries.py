"""Queries of members and invitations. See sql/members/."""

from datetime import datetime, timedelta
from uuid import UUID

from service.db.pool import Db
from service.db.query import Row, query


class StandingRow(Row):
    """Project, with the role of the requesting maker."""

    project_id: UUID
    owner_id: UUID
    slug: str
    status: str
    role: str


class MemberRow(Row):
    handle: str
    display_name: str
    avatar_url: str | None
    role: str
    created_at: datetime


class FoundMemberRow(MemberRow):
    """Member. `status` belongs to the maker."""

    maker_id: UUID
    status: str


class InvitationRow(Row):
    """Invitation. Either `handle` or `email` is set."""

    invitation_id: UUID
    handle: str | None
    email: str | None
    role: str
    created_at: datetime
    expires_at: datetime


class LockedInvitationRow(Row):
    """Locked invitation. `status` belongs to the project."""

    invitation_id: UUID
    project_id: UUID
    role: str
    accepted_by: UUID | None
    status: str


class MembershipRow(Row):
    """Membership. `handle`, `display_name` and `avatar_url` belong to the owner."""

    handle: str
    display_name: str
    avatar_url: str | None
    slug: str
    title: str
    role: str
    created_at: datetime


class ReceivedRow(MembershipRow):
    """Invitation of a maker."""

    invitation_id: UUID
    expires_at: datetime


class MailRow(Row):
    email: str
    owner_handle: str
    role: str
    earlier: int


# Project access


@query
async def find_project(db: Db, handle: str, slug: str, maker_id: UUID) -> StandingRow | None: ...


@query
async def lock_project(db: Db, handle: str, slug: str, maker_id: UUID) -> StandingRow | None: ...


# Members


@query
async def list_members(db: Db, project_id: UUID) -> list[MemberRow]: ...


@query
async def find_member(db: Db, project_id: UUID, handle: str) -> FoundMemberRow | None: ...


@query
async def find_role(db: Db, project_id: UUID, maker_id: UUID) -> str | None: ...


@query
async def get_membership(db: Db, project_id: UUID, maker_id: UUID) -> MembershipRow: ...


@query
async def count_members(db: Db, project_id: UUID) -> int: ...


@query
async def insert_member(db: Db, project_id: UUID, maker_id: UUID, role: str, now: datetime) -> None: ...


@query
async def update_role(db: Db, project_id: UUID, maker_id: UUID, role: str) -> None: ...


@query
async def delete_member(db: Db, project_id: UUID, maker_id: UUID) -> None: ...


# Transfer


@query
async def find_slug_holder(db: Db, owner_id: UUID, slug: str) -> UUID | None: ...


@query
async def update_owner(db: Db, project_id: UUID, owner_id: UUID, now: datetime) -> None: ...


# Invitations of a project, for its owner


@query
async def find_maker(db: Db, handle: str) -> UUID | None: ...


@query
async def list_invitations(db: Db, project_id: UUID, now: datetime) -> list[InvitationRow]: ...


@query
async def find_waiting(db: Db, project_id: UUID, maker_id: UUID | None, email: str | None) -> InvitationRow | None: ...


@query
async def delete_expired(db: Db, project_id: UUID, now: datetime) -> None: ...


@query
async def insert_invitation(
    db: Db,
    invitation_id: UUID,
    project_id: UUID,
    maker_id: UUID | None,
    email: str | None,
    role: str,
    created_at: datetime,
    expires_at: datetime,
) -> None: ...


@query
async def update_invited_role(db: Db, invitation_id: UUID, role: str) -> None: ...


@query
async def update_withdrawn(db: Db, project_id: UUID, invitation_id: UUID, now: datetime) -> UUID | None: ...


# Invitations of a maker


@query
async def list_received(
    db: Db, maker_id: UUID, now: datetime, before: datetime, before_id: UUID, limit: int
) -> list[ReceivedRow]: ...


@query
async def get_received(db: Db, invitation_id: UUID, maker_id: UUID, now: datetime) -> ReceivedRow: ...


@query
async def lock_received(db: Db, invitation_id: UUID, maker_id: UUID, now: datetime) -> LockedInvitationRow: ...


@query
async def update_ended(db: Db, invitation_id: UUID, accepted_by: UUID | None, now: datetime) -> None: ...


@query
async def update_others_ended(db: Db, project_id: UUID, maker_id: UUID, now: datetime) -> None: ...


# Jobs


@query
async def find_mail(db: Db, invitation_id: UUID, now: datetime, recently: timedelta) -> MailRow | None: ...


@query
async def purge(db: Db, before: datetime, portion: int) -> int: ...
