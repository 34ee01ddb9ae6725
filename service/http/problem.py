"""Errors as application/problem+json (RFC 9457).

Any code below a handler may raise a problem; dispatch.py converts it to a response. Clients test for `code`, which is
stable. `detail` is for people. `errors` locates each error with a JSON pointer (RFC 6901).
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Final
from urllib.parse import quote

import asyncpg
import orjson
from attrs import field, frozen

from service.db.errors import REPEATABLE, DatabaseUnavailable, NoRow

MEDIA_TYPE = "application/problem+json"

MAX_BODY: Final = 32_000
"""Maximum bytes of a problem document."""
MAX_ERRORS: Final = 50
"""Maximum errors in a problem document. The member `more_errors` counts the others."""
MAX_TEXT: Final = 500
"""Maximum characters of `detail`, a message or a pointer: each may quote input of up to a megabyte."""
_MAX_EXTENSIONS: Final = 24_000
"""Maximum bytes of the extension members. Larger extensions are left out."""


@frozen
class FieldError:
    """Error in the input. `pointer` is "" for the whole input, or the path of a part, such as "/steps/2/name"."""

    pointer: str
    code: str
    message: str


class Problem(Exception):
    """Error response.

    `headers` are added to the response. `extensions` are further members of its body (RFC 9457 §3.2); the route's
    `members` document them. `more_errors` counts the errors that are not in `errors`.
    """

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        errors: Sequence[FieldError] = (),
        more_errors: int = 0,
        headers: Mapping[str, str] | None = None,
        extensions: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.errors = tuple(errors[:MAX_ERRORS])
        self.more_errors = more_errors + len(errors) - len(self.errors)
        self.headers: Mapping[str, str] = headers or {}
        self.extensions: Mapping[str, object] = extensions or {}


class NotFound(Problem):
    """404: the resource does not exist, or the caller may not know that it exists."""

    def __init__(self, detail: str = "Not found, or you have no access.") -> None:
        super().__init__(404, "not_found", detail)


class Forbidden(Problem):
    """403: the caller may see the resource, but not perform this action."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(403, code, detail)


class Conflict(Problem):
    """409: the request conflicts with the current state."""

    def __init__(
        self, code: str, detail: str, pointer: str | None = None, *, headers: Mapping[str, str] | None = None
    ) -> None:
        errors = [] if pointer is None else [FieldError(pointer, code, detail)]
        super().__init__(409, code, detail, errors=errors, headers=headers)


class Unprocessable(Problem):
    """422: the input is well-formed but invalid."""

    def __init__(
        self,
        errors: Sequence[FieldError],
        detail: str = "The input is invalid. See `errors`.",
        *,
        more_errors: int = 0,
    ) -> None:
        super().__init__(422, "invalid_input", detail, errors=errors, more_errors=more_errors)


class BadRequest(Problem):
    """400: the request is malformed."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(400, code, detail)


class Unauthorized(Problem):
    """401 with a challenge (RFC 6750 §3)."""

    def __init__(
        self, code: str = "unauthorized", detail: str = "Log in and send the access token as a Bearer token."
    ) -> None:
        challenge = 'Bearer error="invalid_token"' if code == "invalid_token" else "Bearer"
        super().__init__(401, code, detail, headers={"WWW-Authenticate": challenge})


class TooManyRequests(Problem):
    """429 with Retry-After in whole seconds."""

    def __init__(self, retry_after: float, detail: str = "Too many requests. Wait and try again.") -> None:
        super().__init__(429, "rate_limited", detail, headers={"Retry-After": str(max(1, -int(-retry_after // 1)))})


class TooManyStreams(Problem):
    """429: the maker or the address has reached its limit of live streams."""

    def __init__(self, detail: str) -> None:
        super().__init__(429, "too_many_streams", detail, headers={"Retry-After": "30"})


class Unavailable(Problem):
    """503 with Retry-After in whole seconds."""

    def __init__(self, detail: str = "The service is unavailable. Try again.", retry_after: int = 1) -> None:
        super().__init__(503, "unavailable", detail, headers={"Retry-After": str(retry_after)})


_IN_A_URI: Final = "!$%&'()*+,/:;=?@~"
"""Characters that need no escape in a path or query (RFC 3986 §3.3, §3.4), besides letters, digits and `-._`."""


class Moved(Problem):
    """308: the resource has a new address, where the client repeats the request.

    `location` is a path of this API. It may end in client input, so it is escaped.
    """

    def __init__(self, location: str) -> None:
        location = quote(location, safe=_IN_A_URI, errors="surrogateescape")
        super().__init__(308, "moved", f"Moved to {location}.", headers={"Location": location})


@frozen
class ConstraintProblem:
    """Problem for a violated database constraint. `pointer` names the field, or is "" for none."""

    status: int
    code: str
    pointer: str
    message: str

    def problem(self) -> Problem:
        errors = [FieldError(self.pointer, self.code, self.message)] if self.pointer else []
        return Problem(self.status, self.code, self.message, errors=errors)


@frozen
class Constraints:
    """Constraints of all features that client input can violate, by name."""

    by_name: Mapping[str, ConstraintProblem] = field(factory=dict)

    def problem(self, error: Exception) -> Problem | None:
        """Return the problem for an exception, or None for an internal error (500)."""
        match error:
            case Problem():
                return error
            case NoRow():
                return NotFound()
            case DatabaseUnavailable():
                return Unavailable("The database is unavailable. An unanswered write may or may not have been saved.")
            case asyncpg.IntegrityConstraintViolationError():
                named = self.by_name.get(error.constraint_name or "")
                return named.problem() if named else None
            case asyncpg.DataError() | UnicodeEncodeError():
                return Unprocessable([FieldError("", "invalid_value", "A value can't be stored.")])
            case _ if isinstance(error, REPEATABLE):
                return Unavailable("Too many concurrent changes. Try again.")
            case _:
                return None


def shortened(text: str, length: int = MAX_TEXT) -> str:
    """Return at most `length` characters of `text`; an ellipsis replaces the rest."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def encode(problem: Problem, request_id: str) -> bytes:
    """Return the problem document, at most MAX_BODY bytes of JSON."""
    body: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": shortened(problem.detail),
        "code": problem.code,
        "request_id": request_id,
    }
    if problem.extensions and len(orjson.dumps(problem.extensions)) <= _MAX_EXTENSIONS:
        body = {**problem.extensions, **body}
    if problem.errors:
        listed = _listed(problem.errors, MAX_BODY - len(orjson.dumps(body)))
        body["errors"] = listed
        if more := problem.more_errors + len(problem.errors) - len(listed):
            body["more_errors"] = more
    return orjson.dumps(body)


def _listed(errors: Sequence[FieldError], room: int) -> list[dict[str, str]]:
    """Return the first errors that fit into `room` bytes."""
    listed = []
    room -= len(b',"errors":[],"more_errors":1000000')
    for error in errors:
        item = {"pointer": shortened(error.pointer), "code": error.code, "message": shortened(error.message)}
        room -= len(orjson.dumps(item)) + 1
        if room < 0:
            break
        listed.append(item)
    return listed
