"""Queries of identity. The SQL is in sql/identity/."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from service.cache.sessions import SessionState
from service.core.clock import Clock, system_clock
from service.db.pool import Db
from service.db.query import Row, query

# Registration


class PendingRegistration(Row):
    registration_id: UUID
    email: str
    handle: str


@query
async def find_handle_holder(db: Db, handle: str, now: datetime) -> UUID | None: ...


@query
async def find_reservation(db: Db, handle: str, now: datetime) -> UUID | None: ...


@query
async def insert_registration(
    db: Db,
    registration_id: UUID,
    email: str,
    handle: str,
    created_at: datetime,
    expires_at: datetime,
) -> None: ...


@query
async def find_registration(db: Db, registration_id: UUID, now: datetime) -> PendingRegistration | None: ...


@query
async def delete_registration(db: Db, registration_id: UUID, now: datetime) -> UUID | None: ...


@query
async def find_pending_registration(db: Db, email: str, now: datetime) -> UUID | None: ...


@query
async def delete_registrations_by_maker(db: Db, maker_id: UUID) -> None: ...


# Makers


class MeRow(Row):
    maker_id: UUID
    handle: str
    email: str
    display_name: str
    bio: str
    links: str
    avatar_url: str | None
    role: str
    version: int
    created_at: datetime
    updated_at: datetime


class AccountRow(Row):
    maker_id: UUID
    email: str
    handle: str
    display_name: str
    status: str


class CredentialsRow(Row):
    handle: str
    display_name: str
    email: str
    password_hash: str
    status: str


class StandingRow(Row):
    maker_id: UUID
    role: str
    status: str


@query
async def list_shared_projects(db: Db, maker_id: UUID, limit: int) -> list[str]: ...


@query
async def insert_maker(
    db: Db, maker_id: UUID, handle: str, email: str, display_name: str, password_hash: str, now: datetime
) -> None: ...


@query
async def find_account_by_email(db: Db, email: str) -> AccountRow | None: ...


@query
async def lock_account_by_email(db: Db, email: str) -> AccountRow | None: ...


@query
async def find_maker_by_handle(db: Db, handle: str) -> StandingRow | None: ...


@query
async def get_me(db: Db, maker_id: UUID) -> MeRow: ...


@query
async def lock_me(db: Db, maker_id: UUID) -> MeRow: ...


@query
async def get_credentials(db: Db, maker_id: UUID) -> CredentialsRow: ...


@query
async def update_profile(
    db: Db,
    maker_id: UUID,
    handle: str,
    display_name: str,
    bio: str,
    links: str,
    avatar_url: str | None,
    now: datetime,
) -> MeRow: ...


@query
async def update_password(
    db: Db, maker_id: UUID, verified_hash: str, password_hash: str, now: datetime
) -> UUID | None: ...


@query
async def update_password_by_reset(db: Db, maker_id: UUID, password_hash: str, now: datetime) -> str | None: ...


@query
async def update_email(db: Db, maker_id: UUID, email: str, now: datetime) -> str | None: ...


@query
async def update_role(db: Db, maker_id: UUID, role: str, now: datetime) -> UUID | None: ...


@query
async def update_status(db: Db, maker_id: UUID, status: str, now: datetime) -> UUID | None: ...


@query
async def lock_admins(db: Db) -> list[UUID]: ...


@query
async def anonymise_maker(db: Db, maker_id: UUID, verified_hash: str, handle: str, now: datetime) -> UUID | None: ...


# Handle reservations


@query
async def insert_reservation(db: Db, handle: str, maker_id: UUID, reserved_until: datetime) -> None: ...


@query
async def delete_reservation(db: Db, handle: str, maker_id: UUID) -> None: ...


@query
async def count_reservations(db: Db, maker_id: UUID, now: datetime) -> int: ...


# Tokens of mailed links


class TokenRow(Row):
    token_id: UUID
    maker_id: UUID
    handle: str
    display_name: str
    email: str
    new_email: str | None
    used_at: datetime | None


@query
async def insert_token(
    db: Db,
    token_id: UUID,
    purpose: str,
    maker_id: UUID,
    new_email: str | None,
    created_at: datetime,
    expires_at: datetime,
) -> None: ...


@query
async def find_token(db: Db, token_id: UUID, purpose: str, now: datetime) -> TokenRow | None: ...


@query
async def find_other_token(db: Db, maker_id: UUID, purpose: str, token_id: UUID, until: datetime) -> UUID | None: ...


@query
async def use_token(db: Db, token_id: UUID, purpose: str, now: datetime) -> UUID | None: ...


@query
async def delete_other_tokens(db: Db, maker_id: UUID, kept: UUID | None) -> None: ...


# Sessions


class LoginRow(Row):
    maker_id: UUID
    password_hash: str
    status: str
    role: str
    familiar: bool


class RotationRow(Row):
    maker_id: UUID
    counter: int
    role: str


class SessionRow(Row):
    session_id: UUID
    device: str
    user_agent: str
    ip: str
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime


class SessionStateRow(Row):
    session_id: UUID
    maker_id: UUID
    role: str
    live: bool
    expires_at: datetime


@query
async def find_login(db: Db, email: str, network: str, since: datetime) -> LoginRow | None: ...


class SuspensionRow(Row):
    reason: str
    note: str


@query
async def find_suspension(db: Db, maker_id: UUID) -> SuspensionRow | None: ...


@query
async def insert_session(
    db: Db,
    session_id: UUID,
    maker_id: UUID,
    verified_hash: str,
    device: str,
    user_agent: str,
    ip: str,
    network: str,
    now: datetime,
    expires_at: datetime,
) -> UUID | None: ...


@query
async def end_surplus_sessions(db: Db, maker_id: UUID, kept: int, now: datetime) -> list[UUID]: ...


@query
async def rotate_session(
    db: Db,
    session_id: UUID,
    counter: int,
    now: datetime,
    replay_since: datetime,
    expires_at: datetime,
    ip: str,
    network: str,
    longest_life: timedelta,
) -> RotationRow | None: ...


@query
async def revoke_reused_session(db: Db, session_id: UUID, counter: int, now: datetime) -> UUID | None: ...


@query
async def list_sessions(db: Db, maker_id: UUID, now: datetime) -> list[SessionRow]: ...


@query
async def list_live_session_ids(db: Db, maker_id: UUID, now: datetime) -> list[UUID]: ...


@query
async def revoke_session(db: Db, session_id: UUID, maker_id: UUID, now: datetime) -> UUID | None: ...


@query
async def revoke_sessions(db: Db, maker_id: UUID, kept: UUID | None, now: datetime) -> list[UUID]: ...


@query
async def scrub_sessions(db: Db, maker_id: UUID) -> None: ...


@query
async def list_session_states(db: Db, session_ids: list[UUID]) -> list[SessionStateRow]: ...


async def load_sessions(
    db: Db, session_ids: Sequence[UUID], *, clock: Clock = system_clock
) -> Mapping[UUID, SessionState]:
    """Load sessions from PostgreSQL by id; unknown ids are absent. Raises DatabaseUnavailable."""
    now = clock()
    return {
        row.session_id: SessionState(
            session_id=row.session_id,
            maker_id=row.maker_id,
            role=row.role,
            live=row.live and row.expires_at > now,
            expires_at=row.expires_at,
        )
        for row in await list_session_states(db, list(session_ids))
    }


# Purges: each deletes up to `portion` rows that ended before `before` and returns the number of deleted rows.


@query
async def purge_registrations(db: Db, before: datetime, portion: int) -> int: ...


@query
async def purge_tokens(db: Db, before: datetime, portion: int) -> int: ...


@query
async def purge_sessions(db: Db, before: datetime, portion: int) -> int: ...


@query
async def purge_reservations(db: Db, before: datetime, portion: int) -> int: ...


@query
async def forget_reporter(db: Db, maker_id: UUID) -> None: ...
