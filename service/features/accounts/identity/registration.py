"""Registration and e-mail confirmation. Protocol: docs/decisions/0039-registration-protocol.md.

Neither the response nor the work before it depends on whether an address has an account. The worker looks up the
address and chooses the mail.
"""

from typing import Final
from uuid import UUID

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity import events
from service.features.accounts.identity.checks import check, checked, hash_password, is_password, weakness
from service.features.accounts.identity.domain import REGISTRATION_LIFE, display_name_of, email_of, handle_of
from service.features.accounts.identity.limits import admit_confirmation, may_mail
from service.features.accounts.identity.queries import (
    TokenRow,
    delete_other_tokens,
    delete_registration,
    find_account_by_email,
    find_handle_holder,
    find_registration,
    find_reservation,
    find_token,
    get_credentials,
    insert_maker,
    insert_registration,
    update_email,
    use_token,
)
from service.features.accounts.identity.schemas import (
    Address,
    Confirmed,
    EmailVerification,
    LinkToken,
    Notice,
    PendingConfirmation,
    Registration,
)
from service.http.problem import Conflict, FieldError, Unprocessable
from service.http.request import RequestInfo
from service.http.results import Accepted
from service.http.schema.fields import Missing
from service.security.tokens import InvalidToken, OneTimeTokens

REGISTRATION: Final = "registration"
EMAIL_CHANGE: Final = "email_change"
PASSWORD_RESET: Final = "password_reset"  # noqa: S105 (a link purpose)

_SENT: Final = Notice("If the address is correct, you will receive an email. Open its link to continue.")


def handle_taken() -> Conflict:
    return Conflict("handle_taken", "This handle is taken. Choose another.", "/handle")


def email_taken() -> Conflict:
    return Conflict("email_taken", "This address already has an account. Log in or reset the password.")


def dead_link() -> Unprocessable:
    return Unprocessable(
        [FieldError("/token", "invalid_token", "This link is invalid, used or expired. Request a new one.")]
    )


async def register(deps: Deps, request: RequestInfo, body: Registration) -> Accepted[Notice]:
    """Register an e-mail address and a handle.

    The owner of the address creates the account by following the link in the mail. The response is also 202 when the
    address already has an account; the mail then says so.
    """
    errors: list[FieldError] = []
    email = check(errors, "/email", email_of, body.email)
    handle = check(errors, "/handle", handle_of, body.handle)
    if errors:
        raise Unprocessable(errors)
    now = deps.clock()
    if await find_handle_holder(deps.db, handle, now) is not None:
        raise handle_taken()
    wanted = await may_mail(deps, "confirmation", email, request.address)
    registration_id = new_id()

    async def work(tx: Tx) -> None:
        await insert_registration(tx, registration_id, email, handle, now, now + REGISTRATION_LIFE)
        if wanted:
            await events.mail(tx, REGISTRATION, registration_id=registration_id)

    await deps.db.run(work)
    return Accepted(_SENT)


async def resend_confirmation(deps: Deps, request: RequestInfo, body: Address) -> Accepted[Notice]:
    """Resend the confirmation mail of the latest pending registration."""
    email = checked("/email", email_of, body.email)
    if await may_mail(deps, "confirmation", email, request.address):
        await deps.db.run(lambda tx: events.mail(tx, "registration_again", email=email))
    return Accepted(_SENT)


async def get_confirmation(deps: Deps, body: LinkToken) -> PendingConfirmation:
    """Return what a mailed link confirms.

    The response is 422 when the link is invalid, used or expired.
    """
    purpose, row_id = _decoded(deps, body.token)
    if purpose == REGISTRATION:
        registration = await find_registration(deps.db, row_id, deps.clock())
        if registration is None:
            raise dead_link()
        return PendingConfirmation("registration", registration.handle, registration.email)
    token, new_email = await _unused_change(deps, row_id)
    return PendingConfirmation("email_change", token.handle, new_email)


async def verify_email(deps: Deps, body: EmailVerification) -> Confirmed:
    """Confirm an e-mail address with a mailed token and a password.

    For a new account, `password` is the password to set. The response is 409 `handle_taken` when another maker has the
    handle; repeat the request with another `handle`. For a changed address, `password` is the account's password,
    because the maker who requested the change may not own the new address. A link works once.
    """
    purpose, row_id = _decoded(deps, body.token)
    if purpose == REGISTRATION:
        return await _confirm_registration(deps, row_id, body)
    return await _confirm_email_change(deps, row_id, body.password)


def _decoded(deps: Deps, text: str) -> tuple[str, UUID]:
    """Return the purpose and the row id of a confirmation link. Raises Unprocessable."""
    tokens = OneTimeTokens(deps.keyring)
    for purpose in (REGISTRATION, EMAIL_CHANGE):
        try:
            return purpose, tokens.decode(purpose, text)
        except InvalidToken:
            continue
    raise dead_link()


async def _confirm_registration(deps: Deps, registration_id: UUID, body: EmailVerification) -> Confirmed:
    now = deps.clock()
    registration = await find_registration(deps.db, registration_id, now)
    if registration is None:
        raise dead_link()
    email = registration.email
    errors: list[FieldError] = []
    handle = check(
        errors, "/handle", handle_of, registration.handle if isinstance(body.handle, Missing) else body.handle
    )
    name = (
        handle
        if isinstance(body.display_name, Missing)
        else check(errors, "/display_name", display_name_of, body.display_name)
    )
    errors += weakness("/password", body.password, handle=handle, email=email, name=name)
    if errors:
        raise Unprocessable(errors)
    password_hash = await hash_password(deps, body.password)

    async def work(tx: Tx) -> None:
        if await delete_registration(tx, registration_id, now) is None:
            raise dead_link()
        # Check the address first: a maker who registered twice may hold the handle, and email_taken explains more.
        if await find_account_by_email(tx, email) is not None:
            raise email_taken()
        await insert_maker(
            tx, maker_id=new_id(), handle=handle, email=email, display_name=name, password_hash=password_hash, now=now
        )
        if await find_reservation(tx, handle, now) is not None:
            raise handle_taken()

    await deps.db.run(work)
    return Confirmed(handle=handle, email=email)


async def _unused_change(deps: Deps, token_id: UUID) -> tuple[TokenRow, str]:
    """Return an unused e-mail change and its new address. Raises Unprocessable."""
    token = await find_token(deps.db, token_id, EMAIL_CHANGE, deps.clock())
    if token is None or token.new_email is None or token.used_at is not None:
        raise dead_link()
    return token, token.new_email


async def _confirm_email_change(deps: Deps, token_id: UUID, password: str) -> Confirmed:
    token, new_email = await _unused_change(deps, token_id)
    await admit_confirmation(deps, token_id)
    credentials = await get_credentials(deps.db, token.maker_id)
    if not await is_password(deps, credentials.password_hash, password):
        message = f"Wrong password for @{token.handle}. Enter your current password."
        raise Unprocessable([FieldError("/password", "wrong_password", message)])
    now = deps.clock()

    async def work(tx: Tx) -> None:
        # A concurrent password change deletes the token.
        if await use_token(tx, token_id, EMAIL_CHANGE, now) is None:
            raise dead_link()
        before = await update_email(tx, token.maker_id, new_email, now)
        if before is None:
            raise dead_link()
        await delete_other_tokens(tx, token.maker_id, token_id)
        await events.mail(tx, "email_changed", email=before, handle=token.handle, new_email=new_email)

    await deps.db.run(work)
    return Confirmed(handle=token.handle, email=new_email)
