"""Background jobs of identity: mails, session updates in Redis, and purges."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from service.db.errors import NoRow
from service.db.pool import Db, Tx
from service.features.accounts.identity import events
from service.features.accounts.identity.domain import (
    EMAIL_CHANGE_LIFE,
    REGISTRATION_LIFE,
    RESET_LIFE,
    RESET_LIFE_LEFT,
    SESSION_KEPT,
)
from service.features.accounts.identity.queries import (
    AccountRow,
    find_account_by_email,
    find_other_token,
    find_pending_registration,
    find_registration,
    find_token,
    get_credentials,
    insert_token,
    load_sessions,
    lock_account_by_email,
    purge_registrations,
    purge_reservations,
    purge_sessions,
    purge_tokens,
)
from service.features.accounts.identity.registration import EMAIL_CHANGE, PASSWORD_RESET, REGISTRATION
from service.jobs.context import JobContext, Jobs, Periodic, PermanentFailure
from service.mail import templates
from service.mail.message import Message
from service.security.tokens import OneTimeTokens

_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)
_PORTION = 1000


async def send_mail(job: JobContext, payload: dict[str, Any]) -> None:
    """Compose and send the requested mail, or skip it when its subject no longer exists."""
    compose = _MAILS.get(payload["what"])
    if compose is None:
        raise PermanentFailure(f"unknown mail {payload['what']}")
    message = await compose(job, payload)
    if message is not None:
        await job.mailer.send(message, event_id=job.event_id)


def _link(job: JobContext, page: str, purpose: str, row_id: UUID) -> str:
    """Return a web link with a token in the fragment, so that no server log and no Referer contains it."""
    return f"{job.config.web_url}/{page}#{OneTimeTokens(job.keyring).encode(purpose, row_id)}"


def _forgot_link(job: JobContext) -> str:
    return f"{job.config.web_url}/forgot-password"


def _already_registered(job: JobContext, email: str) -> Message:
    return templates.already_registered(email, login_link=f"{job.config.web_url}/login", reset_link=_forgot_link(job))


async def _registration(job: JobContext, payload: dict[str, Any]) -> Message | None:
    registration = await find_registration(job.db, UUID(payload["registration_id"]), job.clock())
    if registration is None:
        return None
    if await find_account_by_email(job.db, registration.email) is not None:
        return _already_registered(job, registration.email)
    return templates.confirm_registration(
        registration.email,
        handle=registration.handle,
        link=_link(job, "confirm", REGISTRATION, registration.registration_id),
        hours=REGISTRATION_LIFE // _HOUR,
    )


async def _registration_again(job: JobContext, payload: dict[str, Any]) -> Message | None:
    waiting = await find_pending_registration(job.db, payload["email"], job.clock())
    return None if waiting is None else await _registration(job, {"registration_id": str(waiting)})


async def _password_reset(job: JobContext, payload: dict[str, Any]) -> Message | None:
    token_id, now = UUID(payload["token_id"]), job.clock()

    async def work(tx: Tx) -> AccountRow | None:
        account = await lock_account_by_email(tx, payload["email"])
        if account is None or account.status != "active":
            return None
        if payload.get("only_if_needed"):
            earlier = await find_other_token(tx, account.maker_id, PASSWORD_RESET, token_id, now + RESET_LIFE_LEFT)
            if earlier is not None:
                return None
        await insert_token(
            tx,
            token_id=token_id,
            purpose=PASSWORD_RESET,
            maker_id=account.maker_id,
            new_email=None,
            created_at=now,
            expires_at=now + RESET_LIFE,
        )
        return account

    account = await job.db.run(work)
    if account is None:
        return None
    return templates.password_reset(
        account.email,
        handle=account.handle,
        link=_link(job, "reset", PASSWORD_RESET, token_id),
        minutes=RESET_LIFE // _MINUTE,
    )


async def _password_changed(job: JobContext, payload: dict[str, Any]) -> Message | None:
    try:
        account = await get_credentials(job.db, UUID(payload["maker_id"]))
    except NoRow:
        return None
    return templates.password_changed(account.email, handle=account.handle, reset_link=_forgot_link(job))


async def _email_change(job: JobContext, payload: dict[str, Any]) -> Message | None:
    token = await find_token(job.db, UUID(payload["token_id"]), EMAIL_CHANGE, job.clock())
    if token is None or token.new_email is None or token.used_at is not None:
        return None
    holder = await find_account_by_email(job.db, token.new_email)
    if holder is not None and holder.maker_id != token.maker_id:
        return _already_registered(job, token.new_email)
    return templates.confirm_email_change(
        token.new_email,
        handle=token.handle,
        link=_link(job, "confirm", EMAIL_CHANGE, token.token_id),
        hours=EMAIL_CHANGE_LIFE // _HOUR,
    )


async def _email_change_requested(job: JobContext, payload: dict[str, Any]) -> Message:
    return templates.email_change_requested(
        payload["email"], handle=payload["handle"], new_email=payload["new_email"], reset_link=_forgot_link(job)
    )


async def _email_changed(job: JobContext, payload: dict[str, Any]) -> Message:
    return templates.email_changed(payload["email"], handle=payload["handle"], new_email=payload["new_email"])


async def _account_deleted(job: JobContext, payload: dict[str, Any]) -> Message:
    return templates.account_deleted(payload["email"], handle=payload["handle"])


_MAILS: dict[str, Callable[[JobContext, dict[str, Any]], Awaitable[Message | None]]] = {
    REGISTRATION: _registration,
    "registration_again": _registration_again,
    PASSWORD_RESET: _password_reset,
    "password_changed": _password_changed,
    EMAIL_CHANGE: _email_change,
    "email_change_requested": _email_change_requested,
    "email_changed": _email_changed,
    "account_deleted": _account_deleted,
}


async def tell_sessions(job: JobContext, payload: dict[str, Any]) -> None:
    """Copy the current state of these sessions from PostgreSQL to Redis. Idempotent."""
    session_ids = [UUID(text) for text in payload["session_ids"]]
    states = await load_sessions(job.db, session_ids, clock=job.clock)
    await job.sessions.changed(states.values())


async def purge(job: JobContext, payload: dict[str, Any]) -> None:
    """Purge expired registrations, links and reservations, and sessions that ended more than SESSION_KEPT ago."""
    now = job.clock()
    await _all(job, purge_registrations, now)
    await _all(job, purge_tokens, now)
    await _all(job, purge_reservations, now)
    await _all(job, purge_sessions, now - SESSION_KEPT)


async def _all(job: JobContext, purge: Callable[[Db, datetime, int], Awaitable[int]], before: datetime) -> None:
    while await purge(job.db, before, _PORTION) == _PORTION:
        pass


JOBS: Jobs = {events.MAIL: send_mail, events.SESSIONS: tell_sessions}

PERIODIC: Periodic = {"identity.purge": (3600, purge)}
