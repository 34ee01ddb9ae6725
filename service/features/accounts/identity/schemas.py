"""Request and response schemas of identity."""

from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from attrs import frozen

from service.features.accounts.identity.domain import HANDLE_PATTERN, Reason
from service.http.schema.fields import MISSING, Missing, items, text
from service.http.schema.output import Encoded, Output
from service.security.passwords import Weakness
from service.security.tokens import Role

_HANDLE_FORM: Final = "Letters, digits and single hyphens between them. Stored in lower case."


def _email() -> str:
    return text(min=3, max=254, format="email", multiline=False, example="ada@example.org")  # type: ignore[no-any-return]


def _handle() -> str:
    return text(  # type: ignore[no-any-return]
        min=3, max=30, pattern=HANDLE_PATTERN, multiline=False, description=_HANDLE_FORM, example="ada"
    )


def _password() -> str:
    return text(min=1, max=512, format="password")  # type: ignore[no-any-return]


def _new_password() -> str:
    return text(  # type: ignore[no-any-return]
        min=1,
        max=512,
        format="password",
        description="12 to 128 characters that are hard to guess, such as a few random words.",
    )


def _token() -> str:
    return text(min=1, max=128, multiline=False, description="Token from the mailed link.")  # type: ignore[no-any-return]


@frozen
class ProfileLink:
    label: str = text(min=1, max=60, multiline=False)
    url: str = text(min=1, max=2000, format="uri", multiline=False)


class Notice(Output):
    """Confirmation of a request. The text is the same whether or not the account exists."""

    detail: str


@frozen
class Registration:
    """Registration without a password. The owner of the address sets the password at confirmation."""

    email: str = _email()
    handle: str = _handle()


@frozen
class EmailVerification:
    """Confirmation of an address. `password` is the one to set (new account) or the current one (changed address).

    `handle` and `display_name` apply to a new account. `handle` replaces the registered handle. The display name
    defaults to the handle.
    """

    token: str = _token()
    password: str = text(min=1, max=512, format="password")
    handle: str | Missing = text(
        min=3, max=30, pattern=HANDLE_PATTERN, multiline=False, default=MISSING, description=_HANDLE_FORM
    )
    display_name: str | Missing = text(min=1, max=80, multiline=False, default=MISSING)


@frozen
class LinkToken:
    token: str = _token()


class PendingConfirmation(Output):
    """Subject of a mailed link: the address of a new account, or the new address of an existing account."""

    purpose: Literal["registration", "email_change"]
    handle: str
    email: str


class Confirmed(Output):
    handle: str
    email: str


@frozen
class Address:
    email: str = _email()


@frozen
class Login:
    email: str = _email()
    password: str = _password()
    device: str | Missing = text(
        min=1, max=80, multiline=False, default=MISSING, description="Device name shown in the list of sessions."
    )


@frozen
class Refresh:
    refresh_token: str = text(min=1, max=128, multiline=False)


@frozen
class PasswordReset:
    token: str = _token()
    password: str = _new_password()


@frozen
class PasswordChange:
    current_password: str = _password()
    new_password: str = _new_password()


@frozen
class PasswordCheck:
    """Password and the account data that it must not be based on. Omit unknown data."""

    password: str = text(max=512, format="password")
    handle: str | Missing = text(max=30, multiline=False, default=MISSING)
    email: str | Missing = text(max=254, multiline=False, default=MISSING)
    display_name: str | Missing = text(max=80, multiline=False, default=MISSING)


class PasswordVerdict(Output):
    """Result of a password check. Both fields are null when the password is strong enough."""

    code: Weakness | None
    message: str | None


@frozen
class EmailChange:
    password: str = _password()
    email: str = _email()


@frozen
class Deletion:
    password: str = _password()


@frozen
class Profile:
    """Changes to a profile. Omitted fields stay unchanged."""

    handle: str | Missing = text(
        min=3, max=30, pattern=HANDLE_PATTERN, multiline=False, default=MISSING, description=_HANDLE_FORM
    )
    display_name: str | Missing = text(min=1, max=80, multiline=False, default=MISSING)
    bio: str | Missing = text(max=2000, default=MISSING)
    links: list[ProfileLink] | Missing = items(max=10, default=MISSING)
    avatar_url: str | Missing | None = text(min=1, max=2000, format="uri", multiline=False, default=MISSING)


class Me(Output):
    id: UUID
    handle: str
    display_name: str
    email: str
    bio: str
    links: Encoded[list[ProfileLink]]
    avatar_url: str | None
    role: Role
    version: int
    created_at: datetime
    updated_at: datetime


class Suspended(Output):
    """Members of the problem `account_suspended`: the reason and the admin's note, which may be empty."""

    reason: Reason
    note: str


class Tokens(Output):
    """Tokens (RFC 6749 §5.1). `expires_in` is in seconds. A refresh token works once; always store the latest."""

    access_token: str
    token_type: Literal["Bearer"]
    expires_in: int
    refresh_token: str
    session_id: UUID


class LoggedIn(Tokens):
    """Tokens and the account that logged in."""

    maker: Me


class Session(Output):
    id: UUID
    device: str
    user_agent: str
    ip: str
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    current: bool
