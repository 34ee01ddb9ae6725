"""Registering, and confirming an address.

What is answered never depends on whether an address has an account, and neither does the work done before the answer:
the worker finds out, and writes the one mail or the other.
"""

from typing import Final
from uuid import UUID

from service.db.pool import Tx
from service.deps import Deps
from service.features.identity import announce
from service.features.identity.bodies import Address, Confirmed, EmailVerification, Notice, Registration
from service.features.identity.checks import check, checked, hash_password, weakness
from service.features.identity.limits import may_mail
from service.features.identity.queries import (
    delete_other_tokens,
    find_account_by_email,
    find_handle_holder,
    find_reservation,
    find_token,
    get_me,
    insert_maker,
    insert_registration,
    lock_registration,
    update_email,
    update_registration_confirmed,
    use_token,
)
from service.features.identity.rules import REGISTRATION_LIFE, email_of, handle_of, name_of
from service.http.answers import Accepted
from service.http.fields import Missing
from service.http.problem import Conflict, FieldError, Unprocessable
from service.ids import new_id
from service.security.tokens import InvalidToken, OneTimeTokens

REGISTRATION: Final = "registration"
EMAIL_CHANGE: Final = "email_change"
PASSWORD_RESET: Final = "password_reset"  # noqa: S105 (the purpose of a link)

_SENT: Final = Notice("If all is well, a mail is on its way to this address. Follow the link in it.")


def handle_taken() -> Conflict:
    return Conflict("handle_taken", "This handle is taken.", "/handle")


def email_taken() -> Conflict:
    return Conflict("email_taken", "This address belongs to an account already.")


def dead_link() -> Unprocessable:
    return Unprocessable([FieldError("/token", "invalid_token", "This link is not valid, was used, or has expired.")])


async def register(deps: Deps, body: Registration) -> Accepted[Notice]:
    """Asks for an account. The account exists once the link in the mail has been followed.

    202 also when the address has an account: then the mail says so.
    """
    errors: list[FieldError] = []
    email = check(errors, "/email", email_of, body.email)
    handle = check(errors, "/handle", handle_of, body.handle)
    name = (
        handle if isinstance(body.display_name, Missing) else check(errors, "/display_name", name_of, body.display_name)
    )
    errors += weakness("/password", body.password, handle=handle, email=email)
    if errors:
        raise Unprocessable(errors)
    now = deps.clock()
    if await find_handle_holder(deps.db, handle, now) is not None:
        raise handle_taken()
    password_hash = await hash_password(deps, body.password)
    wanted = await may_mail(deps, email)
    registration_id = new_id()

    async def work(tx: Tx) -> None:
        await insert_registration(tx, registration_id, email, handle, name, password_hash, now, now + REGISTRATION_LIFE)
        if wanted:
            await announce.mail(tx, REGISTRATION, registration_id=registration_id)

    await deps.db.run(work)
    return Accepted(_SENT)


async def resend_confirmation(deps: Deps, body: Address) -> Accepted[Notice]:
    """Sends the mail of the latest registration with this address again, if one waits."""
    email = checked("/email", email_of, body.email)
    if await may_mail(deps, email):
        await deps.db.run(lambda tx: announce.mail(tx, "registration_again", email=email))
    return Accepted(_SENT)


async def verify_email(tx: Tx, deps: Deps, body: EmailVerification) -> Confirmed:
    """Confirms an address with the token of a mailed link: of a registration or of a changed address.

    Repeating it gives the same answer. 409 `handle_taken` when somebody was faster: repeat it with another `handle`.
    """
    tokens = OneTimeTokens(deps.keyring)
    try:
        registration_id = tokens.decode(REGISTRATION, body.token)
    except InvalidToken:
        pass
    else:
        return await _confirm_registration(tx, deps, registration_id, body.handle)
    try:
        return await _confirm_email_change(tx, deps, tokens.decode(EMAIL_CHANGE, body.token))
    except InvalidToken:
        raise dead_link() from None


async def _confirm_registration(tx: Tx, deps: Deps, registration_id: UUID, other: str | Missing) -> Confirmed:
    now = deps.clock()
    registration = await lock_registration(tx, registration_id, now)
    if registration is None:
        raise dead_link()
    if registration.maker_id is not None:
        me = await get_me(tx, registration.maker_id)
        return Confirmed(handle=me.handle, email=me.email)
    # Asked first for the better answer: who registered twice may have taken the handle too.
    if await find_account_by_email(tx, registration.email) is not None:
        raise email_taken()
    handle = registration.handle if isinstance(other, Missing) else checked("/handle", handle_of, other)
    maker_id = new_id()
    await insert_maker(
        tx, maker_id, handle, registration.email, registration.display_name, registration.password_hash, now
    )
    if await find_reservation(tx, handle, now) is not None:
        raise handle_taken()
    await update_registration_confirmed(tx, registration_id, maker_id)
    return Confirmed(handle=handle, email=registration.email)


async def _confirm_email_change(tx: Tx, deps: Deps, token_id: UUID) -> Confirmed:
    now = deps.clock()
    used = await use_token(tx, token_id, EMAIL_CHANGE, now) is not None
    token = await find_token(tx, token_id, EMAIL_CHANGE, now)
    if token is None or token.new_email is None:
        raise dead_link()
    if not used:
        if token.email != token.new_email:
            raise dead_link()
        return Confirmed(handle=token.handle, email=token.email)
    if await update_email(tx, token.maker_id, token.new_email, now) is None:
        raise dead_link()
    await delete_other_tokens(tx, token.maker_id, token_id)
    return Confirmed(handle=token.handle, email=token.new_email)
