"""Responses to malformed requests, and size limits of a request head."""

from typing import Final

from aiohttp import web
from aiohttp.http_exceptions import BadHttpMethod, LineTooLong
from aiohttp.web_protocol import RequestPayloadError

MAX_LINE: Final = 8192
"""Maximum bytes of a request target. It must differ from MAX_FIELD: the parser's errors differ only in the limit."""

MAX_FIELD: Final = 16_384
"""Maximum bytes of one header, name and value."""

MAX_HEADERS: Final = 100

MAX_HEAD: Final = 32_768
"""Maximum bytes of the request line and all headers together."""


class HeadTooLarge(Exception):
    """Error for a head, complete or not, that is larger than MAX_HEAD."""


def malformed(error: BaseException | None) -> tuple[int, str, str]:
    """Return status, code and detail. They never quote the input, which may hold a secret."""
    match error:
        case LineTooLong() if len(error.args) > 1 and error.args[1] == MAX_LINE:
            return 414, "uri_too_long", f"The request target is longer than {MAX_LINE} bytes."
        case LineTooLong():
            return 431, "header_too_large", f"A header is larger than {MAX_FIELD} bytes."
        case HeadTooLarge():
            return 431, "head_too_large", f"The request line and the headers are larger than {MAX_HEAD} bytes."
        case RequestPayloadError():
            return 400, "malformed_body", "The request's body is not framed as HTTP/1.1 asks (RFC 9112 §6)."
        case BadHttpMethod():
            return 400, "malformed_request", "The request does not begin with an HTTP/1.1 request line; is it HTTPS?"
        case _ if "too many headers" in str(error).lower():
            return 431, "too_many_headers", f"The request has more than {MAX_HEADERS} headers."
        case _:
            return 400, "malformed_request", "The request is not well-formed HTTP/1.1 (RFC 9112)."


def unexpected(error: BaseException | None) -> tuple[int, str, str]:
    """Return status, code and detail for an exception that a handler did not catch."""
    if isinstance(error, web.HTTPException) and 400 <= error.status < 500:
        return error.status, error.reason.lower().replace(" ", "_"), f"{error.reason}."
    return 500, "internal_error", "Something went wrong on our side. The request id helps us to find it."
