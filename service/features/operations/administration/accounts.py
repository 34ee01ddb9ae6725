"""Handlers of roles and suspensions, and the command that promotes the first admin."""

from typing import Final, Literal
from uuid import UUID

import structlog

from service.core.clock import Clock, system_clock
from service.db.pool import Database, Tx
from service.deps import Deps
from service.features.accounts.audit.record import record
from service.features.accounts.identity import events
from service.features.accounts.identity.checks import refuse_last_admin
from service.features.accounts.identity.domain import Reason, Refused, email_of
from service.features.accounts.identity.queries import (
    StandingRow,
    find_account_by_email,
    find_maker_by_handle,
    list_live_session_ids,
    lock_admins,
    revoke_sessions,
    update_role,
    update_status,
)
from service.features.operations.administration.schemas import RoleChange, SuspensionQuery
from service.http.problem import Forbidden, NotFound
from service.http.refs import Lower
from service.http.request import Principal
from service.http.results import NoContent
from service.jobs.outbox import enqueue

log = structlog.get_logger(__name__)

_STATEMENTS: Final = 16


async def put_role(tx: Tx, deps: Deps, admin: Principal, handle: Lower, body: RoleChange) -> NoContent:
    """Change the role of a maker.

    If the maker is the only admin, a demotion returns 409 `last_admin`.
    """
    target, admins = await _target(tx, admin, handle)
    if target.role == body.role:
        return NoContent()
    if body.role != "admin":
        refuse_last_admin(admins, target.maker_id)
    now = deps.clock()
    await update_role(tx, target.maker_id, body.role, now)
    await events.role_changed(tx, deps, target.maker_id, now)
    await record(tx, admin.maker_id, "maker.role", target.maker_id, now, role=body.role)
    log.info("role_changed", maker_id=str(target.maker_id), role=body.role, by=str(admin.maker_id))
    return NoContent()


async def put_suspension(tx: Tx, deps: Deps, admin: Principal, query: SuspensionQuery, handle: Lower) -> NoContent:
    """Suspend a maker.

    All sessions of the maker end at once, and the maker cannot log in. Published content stays.
    """
    await suspend(tx, deps, admin, handle, query.reason, "", reported=False)
    return NoContent()


async def suspend(
    tx: Tx, deps: Deps, admin: Principal, handle: str, reason: Reason, note: str, *, reported: bool
) -> None:
    """Suspend a maker, unless already suspended. Raise NotFound, or Conflict for the last admin."""
    target, admins = await _target(tx, admin, handle)
    if target.status == "suspended":
        return
    refuse_last_admin(admins, target.maker_id)
    await _set_status(tx, deps, admin, target, "suspended")
    # Revoke sessions after the status change: see insert_session.sql.
    now = deps.clock()
    ended = await revoke_sessions(tx, target.maker_id, None, now)
    await events.sessions_ended(tx, deps, target.maker_id, ended)
    detail = {"reason": reason, "note": note, "reported": reported}
    await record(tx, admin.maker_id, "maker.suspend", target.maker_id, now, **detail)


async def delete_suspension(tx: Tx, deps: Deps, admin: Principal, handle: Lower) -> NoContent:
    """End the suspension of a maker.

    The maker can log in again.
    """
    target, _ = await _target(tx, admin, handle)
    if target.status == "suspended":
        await _set_status(tx, deps, admin, target, "active")
        await record(tx, admin.maker_id, "maker.unsuspend", target.maker_id, deps.clock())
    return NoContent()


async def _target(tx: Tx, admin: Principal, handle: str) -> tuple[StandingRow, list[UUID]]:
    """Lock the active admins, which serializes these changes. Return the maker with this handle and the admins' ids."""
    admins = await lock_admins(tx)
    if admin.maker_id not in admins:  # demoted while this request waited for the lock
        raise Forbidden("admin_only", "Only admins can do this.")
    target = await find_maker_by_handle(tx, handle)
    if target is None:
        raise NotFound
    return target, admins


async def _set_status(
    tx: Tx, deps: Deps, admin: Principal, target: StandingRow, status: Literal["active", "suspended"]
) -> None:
    await update_status(tx, target.maker_id, status, deps.clock())
    log.info("status_changed", maker_id=str(target.maker_id), status=status, by=str(admin.maker_id))


async def promote(database_url: str, email: str, *, clock: Clock = system_clock) -> str:
    """Make the account with this address an admin and return the message for the command line.

    A worker updates the sessions in Redis, so that the new role applies without a new login. Raise SystemExit with a
    message if the account does not exist or is suspended.
    """
    try:
        email = email_of(email)
    except Refused as refused:
        raise SystemExit(f"{email}: {refused}") from None
    db = Database(database_url, size=1, statements=_STATEMENTS)
    await db.start()
    try:
        async with db.transaction() as tx:
            await lock_admins(tx)
            account = await find_account_by_email(tx, email)
            if account is None:
                raise SystemExit(
                    f"No account has the address {email}. The account exists only after the address is confirmed."
                )
            if account.status != "active":
                raise SystemExit(f"@{account.handle} is suspended. Restore the account first.")
            now = clock()
            await update_role(tx, account.maker_id, "admin", now)
            await record(tx, None, "maker.role", account.maker_id, now, role="admin")
            session_ids = await list_live_session_ids(tx, account.maker_id, now)
            if session_ids:
                await enqueue(tx, events.SESSIONS, {"session_ids": session_ids})
    finally:
        await db.close()
    return f"@{account.handle} is an admin."
