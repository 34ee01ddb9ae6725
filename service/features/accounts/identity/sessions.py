"""Login, token refresh, logout and session management."""

from datetime import datetime
from typing import Final, cast
from uuid import UUID

import msgspec
import structlog

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity import events
from service.features.accounts.identity.account import me_of
from service.features.accounts.identity.checks import is_password
from service.features.accounts.identity.domain import (
    FAMILIAR_SINCE,
    REPLAY_GRACE,
    SESSION_LIFE,
    SESSION_LONGEST_LIFE,
    SESSIONS_PER_MAKER,
    Refused,
    device_of,
    email_of,
    network_of,
)
from service.features.accounts.identity.limits import admit_from_network, admit_stranger
from service.features.accounts.identity.queries import (
    SessionRow,
    SuspensionRow,
    end_surplus_sessions,
    find_login,
    find_suspension,
    get_me,
    insert_session,
    revoke_reused_session,
    revoke_session,
    revoke_sessions,
    rotate_session,
)
from service.features.accounts.identity.queries import list_sessions as list_session_rows
from service.features.accounts.identity.schemas import LoggedIn, Login, Me, Refresh, Session, Suspended, Tokens
from service.http.problem import NotFound, Problem, Unauthorized
from service.http.request import Principal, RequestInfo
from service.http.results import NoContent, Page
from service.http.schema.fields import Missing
from service.http.schema.mapper import GIVEN, mapper
from service.security.tokens import InvalidToken, RefreshTokens, Role

log = structlog.get_logger(__name__)


def _refused() -> Unauthorized:
    return Unauthorized("invalid_credentials", "The address or password is wrong, or the address isn't confirmed.")


def _dead_refresh_token() -> Unauthorized:
    return Unauthorized("invalid_refresh_token", "The refresh token is no longer valid. Log in again.")


async def login(deps: Deps, request: RequestInfo, body: Login) -> LoggedIn:
    """Log in and start a session.

    The response is the same 401 for an unknown address and a wrong password. It is 403 `account_suspended`, with the
    reason, only after the correct password. It is 503 while attempts cannot be counted.
    """
    try:
        email = email_of(body.email)
    except Refused:
        email = body.email  # unknown address: counted and hashed like any other
    network = network_of(request.address)
    await admit_from_network(deps, email, request.address)
    found = await find_login(deps.db, email, network, deps.clock() - FAMILIAR_SINCE)
    await admit_stranger(deps, email, request.address, found)
    right = await is_password(deps, None if found is None else found.password_hash, body.password)
    if found is None or not right:
        raise _refused()
    if found.status != "active":
        raise _suspended(await find_suspension(deps.db, found.maker_id))
    now = deps.clock()
    session_id = new_id()
    device = device_of(request.user_agent) if isinstance(body.device, Missing) else body.device

    async def work(tx: Tx) -> Me:
        started = await insert_session(
            tx,
            session_id=session_id,
            maker_id=found.maker_id,
            verified_hash=found.password_hash,
            device=device,
            user_agent=request.user_agent,
            ip=request.address,
            network=network,
            now=now,
            expires_at=now + SESSION_LIFE,
        )
        if started is None:  # the password or the status changed concurrently
            raise _refused()
        surplus = await end_surplus_sessions(tx, found.maker_id, SESSIONS_PER_MAKER, now)
        await events.sessions_ended(tx, deps, found.maker_id, surplus)
        return me_of(await get_me(tx, found.maker_id))

    me = await deps.db.run(work)
    tokens = _tokens(deps, found.maker_id, session_id, 0, me.role, now)
    return _logged_in(tokens, maker=me)


def _suspended(row: SuspensionRow | None) -> Problem:
    told = Suspended("other", "") if row is None else _suspended_of(row)
    detail = f"This account is suspended ({told.reason}). {told.note}".rstrip()
    return Problem(403, "account_suspended", detail, extensions=msgspec.structs.asdict(told))


def _tokens(deps: Deps, maker_id: UUID, session_id: UUID, counter: int, role: str, now: datetime) -> Tokens:
    access_token, expires_at = deps.access_tokens.issue(maker_id, session_id, cast("Role", role))
    return Tokens(
        access_token=access_token,
        token_type="Bearer",  # noqa: S106 (RFC 6750)
        expires_in=max(0, int((expires_at - now).total_seconds())),
        refresh_token=RefreshTokens(deps.keyring).encode(session_id, counter),
        session_id=session_id,
    )


async def refresh(deps: Deps, request: RequestInfo, body: Refresh) -> Tokens:
    """Exchange a refresh token for an access token and a new refresh token.

    The same token returns the same successor within ten seconds, because responses get lost and browser tabs race. An
    older token counts as stolen and ends the session (RFC 9700 §4.14.2).
    """
    try:
        session_id, counter = RefreshTokens(deps.keyring).decode(body.refresh_token)
    except InvalidToken:
        raise _dead_refresh_token() from None
    now = deps.clock()
    rotated = await rotate_session(
        deps.db,
        session_id=session_id,
        counter=counter,
        now=now,
        replay_since=now - REPLAY_GRACE,
        expires_at=now + SESSION_LIFE,
        ip=request.address,
        network=network_of(request.address),
        longest_life=SESSION_LONGEST_LIFE,
    )
    if rotated is None:
        await _end_reused(deps, session_id, counter, now)
        raise _dead_refresh_token()
    return _tokens(deps, rotated.maker_id, session_id, rotated.counter, rotated.role, now)


async def _end_reused(deps: Deps, session_id: UUID, counter: int, now: datetime) -> None:
    async def work(tx: Tx) -> None:
        maker_id = await revoke_reused_session(tx, session_id, counter, now)
        if maker_id is not None:
            log.warning("refresh_token_reused", session_id=str(session_id), maker_id=str(maker_id), counter=counter)
            await events.sessions_ended(tx, deps, maker_id, [session_id])

    await deps.db.run(work)


async def logout(tx: Tx, deps: Deps, maker: Principal) -> NoContent:
    """Log out of this session.

    The access token is invalid once the response arrives.
    """
    ended = await revoke_session(tx, maker.session_id, maker.maker_id, deps.clock())
    if ended is not None:
        await events.sessions_ended(tx, deps, maker.maker_id, [ended])
    return NoContent()


async def list_sessions(deps: Deps, maker: Principal) -> Page[Session]:
    """List your sessions, most recently used first.

    The list is always one page.
    """
    rows = await list_session_rows(deps.db, maker.maker_id, deps.clock())
    return Page([_session_of(row, current=row.session_id == maker.session_id) for row in rows], None)


async def delete_session(tx: Tx, deps: Deps, maker: Principal, session_id: UUID) -> NoContent:
    """Log out one of your sessions."""
    ended = await revoke_session(tx, session_id, maker.maker_id, deps.clock())
    if ended is None:
        raise NotFound
    await events.sessions_ended(tx, deps, maker.maker_id, [ended])
    return NoContent()


async def delete_other_sessions(tx: Tx, deps: Deps, maker: Principal) -> NoContent:
    """Log out all your other sessions."""
    ended = await revoke_sessions(tx, maker.maker_id, maker.session_id, deps.clock())
    await events.sessions_ended(tx, deps, maker.maker_id, ended)
    return NoContent()


_logged_in: Final = mapper(Tokens, LoggedIn, maker=GIVEN)
_suspended_of: Final = mapper(SuspensionRow, Suspended)
_session_of: Final = mapper(SessionRow, Session, id="session_id", current=GIVEN)
