"""Password reset and password change. Both end sessions."""

from typing import Final

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity import events
from service.features.accounts.identity.checks import WEAK, checked, hash_password, refuse_weak, require_password
from service.features.accounts.identity.domain import email_of
from service.features.accounts.identity.limits import may_mail, recipient_key
from service.features.accounts.identity.queries import (
    delete_other_tokens,
    find_token,
    get_credentials,
    revoke_sessions,
    update_password,
    update_password_by_reset,
    use_token,
)
from service.features.accounts.identity.registration import PASSWORD_RESET, dead_link
from service.features.accounts.identity.schemas import (
    Address,
    Notice,
    PasswordChange,
    PasswordCheck,
    PasswordReset,
    PasswordVerdict,
)
from service.http.problem import Conflict
from service.http.request import Principal, RequestInfo
from service.http.results import Accepted, NoContent
from service.http.schema.fields import Missing
from service.security.passwords import check_strength
from service.security.tokens import InvalidToken, OneTimeTokens

_SENT: Final = Notice("If this address has an account, we sent it an email.")


def changed_meanwhile() -> Conflict:
    return Conflict("changed_meanwhile", "Your password was just changed. Log in again.")


async def forgot_password(deps: Deps, request: RequestInfo, body: Address) -> Accepted[Notice]:
    """Send a password reset link if the address has an account.

    Repeated requests send no further mail while a recent link still works. They never invalidate a link.
    """
    email = checked("/email", email_of, body.email)
    admitted = await may_mail(deps, "recovery", email, request.address)

    async def work(tx: Tx) -> None:
        # Enqueue over the limit too: the worker sends the mail unless an earlier link still works.
        await events.mail(
            tx,
            PASSWORD_RESET,
            dedupe_key=None if admitted else f"{PASSWORD_RESET}:{recipient_key('recovery', email)}",
            email=email,
            token_id=new_id(),
            only_if_needed=not admitted,
        )

    await deps.db.run(work)
    return Accepted(_SENT)


async def check_password(body: PasswordCheck) -> PasswordVerdict:
    """Check whether a password is strong enough for an account.

    The response gives the reason for a refusal. Nothing is stored.
    """
    given = ("" if isinstance(text, Missing) else text for text in (body.handle, body.email, body.display_name))
    handle, email, name = given
    code = check_strength(body.password, handle=handle, email=email, name=name)
    return PasswordVerdict(code, None if code is None else WEAK[code])


async def reset_password(deps: Deps, body: PasswordReset) -> NoContent:
    """Set a new password with a mailed token and end all sessions."""
    try:
        token_id = OneTimeTokens(deps.keyring).decode(PASSWORD_RESET, body.token)
    except InvalidToken:
        raise dead_link() from None
    now = deps.clock()
    token = await find_token(deps.db, token_id, PASSWORD_RESET, now)
    if token is None or token.used_at is not None:
        raise dead_link()
    refuse_weak("/password", body.password, handle=token.handle, email=token.email, name=token.display_name)
    password_hash = await hash_password(deps, body.password)

    async def work(tx: Tx) -> None:
        maker_id = await use_token(tx, token_id, PASSWORD_RESET, now)
        if maker_id is None or await update_password_by_reset(tx, maker_id, password_hash, now) is None:
            raise dead_link()
        await delete_other_tokens(tx, maker_id, token_id)
        await events.mail(tx, "password_changed", maker_id=maker_id)
        # Revoke after the password update: see insert_session.sql.
        await events.sessions_ended(tx, deps, maker_id, await revoke_sessions(tx, maker_id, None, now))

    await deps.db.run(work)
    return NoContent()


async def change_password(deps: Deps, maker: Principal, body: PasswordChange) -> NoContent:
    """Change your password and end all your other sessions."""
    current = await get_credentials(deps.db, maker.maker_id)
    refuse_weak(
        "/new_password", body.new_password, handle=current.handle, email=current.email, name=current.display_name
    )
    await require_password(deps, current.password_hash, body.current_password)
    password_hash = await hash_password(deps, body.new_password)
    now = deps.clock()

    async def work(tx: Tx) -> None:
        if await update_password(tx, maker.maker_id, current.password_hash, password_hash, now) is None:
            raise changed_meanwhile()
        await delete_other_tokens(tx, maker.maker_id, None)
        await events.mail(tx, "password_changed", maker_id=maker.maker_id)
        ended = await revoke_sessions(tx, maker.maker_id, maker.session_id, now)
        await events.sessions_ended(tx, deps, maker.maker_id, ended)

    await deps.db.run(work)
    return NoContent()
