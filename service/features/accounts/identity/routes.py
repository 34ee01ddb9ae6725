"""Routes of identity."""

from service.cache.limits import READ, WRITE
from service.features.accounts.identity.account import change_email, delete_me, get_me, update_me
from service.features.accounts.identity.limits import (
    LOGIN,
    MAIL_REQUEST,
    MAILED,
    PASSWORD,
    PASSWORD_CHECK,
    REFRESH,
    REGISTER,
)
from service.features.accounts.identity.passwords import (
    change_password,
    check_password,
    forgot_password,
    reset_password,
)
from service.features.accounts.identity.registration import (
    get_confirmation,
    register,
    resend_confirmation,
    verify_email,
)
from service.features.accounts.identity.schemas import Suspended
from service.features.accounts.identity.sessions import (
    delete_other_sessions,
    delete_session,
    list_sessions,
    login,
    logout,
    refresh,
)
from service.http.problem import ConstraintProblem
from service.http.routing import MAKER, PUBLIC, route

_SMALL = 4096
"""Maximum body size in bytes for small requests, such as an address and a password."""

CONSTRAINTS = {
    "maker_handle_key": ConstraintProblem(409, "handle_taken", "/handle", "This handle is taken. Choose another."),
    "maker_email_key": ConstraintProblem(
        409, "email_taken", "", "This address already has an account. Log in or reset the password."
    ),
}

ROUTES = [
    route(
        "POST",
        "/auth/register",
        register,
        auth=PUBLIC,
        limit=REGISTER,
        body_limit=_SMALL,
        responses={409: "handle_taken"},
        private=True,
    ),
    route(
        "POST",
        "/auth/email/verify",
        verify_email,
        auth=PUBLIC,
        limit=MAILED,
        body_limit=_SMALL,
        responses={409: "email_taken handle_taken"},
    ),
    route("POST", "/auth/email/link", get_confirmation, auth=PUBLIC, limit=MAILED, body_limit=_SMALL, private=True),
    route(
        "POST",
        "/auth/email/resend",
        resend_confirmation,
        auth=PUBLIC,
        limit=MAIL_REQUEST,
        body_limit=_SMALL,
        private=True,
    ),
    route(
        "POST",
        "/auth/login",
        login,
        auth=PUBLIC,
        limit=LOGIN,
        body_limit=_SMALL,
        responses={401: "invalid_credentials", 403: "account_suspended"},
        members={403: Suspended},
        private=True,
    ),
    route(
        "POST",
        "/auth/refresh",
        refresh,
        auth=PUBLIC,
        limit=REFRESH,
        body_limit=_SMALL,
        responses={401: "invalid_refresh_token"},
        private=True,
    ),
    route("POST", "/auth/logout", logout, auth=MAKER, limit=WRITE, private=True),
    route(
        "POST",
        "/auth/password/forgot",
        forgot_password,
        auth=PUBLIC,
        limit=MAIL_REQUEST,
        body_limit=_SMALL,
        private=True,
    ),
    route(
        "POST",
        "/auth/password/check",
        check_password,
        auth=PUBLIC,
        limit=PASSWORD_CHECK,
        body_limit=_SMALL,
        private=True,
    ),
    route("POST", "/auth/password/reset", reset_password, auth=PUBLIC, limit=MAILED, body_limit=_SMALL, private=True),
    route("GET", "/auth/sessions", list_sessions, auth=MAKER, limit=READ),
    route("DELETE", "/auth/sessions", delete_other_sessions, auth=MAKER, limit=WRITE, private=True),
    route("DELETE", "/auth/sessions/{session_id}", delete_session, auth=MAKER, limit=WRITE, private=True),
    route("GET", "/me", get_me, auth=MAKER, limit=READ),
    route("PATCH", "/me", update_me, auth=MAKER, limit=WRITE, body_limit=64 * 1024, responses={409: "handle_taken"}),
    route(
        "DELETE",
        "/me",
        delete_me,
        auth=MAKER,
        limit=PASSWORD,
        body_limit=_SMALL,
        responses={403: "wrong_password", 409: "last_admin has_shared_projects"},
    ),
    route(
        "PUT",
        "/me/password",
        change_password,
        auth=MAKER,
        limit=PASSWORD,
        body_limit=_SMALL,
        responses={403: "wrong_password", 409: "changed_meanwhile"},
        private=True,
    ),
    route(
        "PUT",
        "/me/email",
        change_email,
        auth=MAKER,
        limit=PASSWORD,
        body_limit=_SMALL,
        responses={403: "wrong_password", 409: "unchanged"},
        private=True,
    ),
]
