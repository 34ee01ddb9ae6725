"""Responses to malformed requests, and size limits of a request head."""

from typing import Final

from aiohttp import web
from aiohttp.http_exceptions import BadHttpMethod, HttpProcessingError, LineTooLong

from service.http.problem import BadRequest, Problem

MAX_LINE: Final = 8192
"""Maximum bytes of a request target. It must differ from MAX_FIELD: the parser's errors differ only in the limit."""

MAX_FIELD: Final = 16_384
"""Maximum bytes of one header, name and value."""

MAX_HEADERS: Final = 100

MAX_HEAD: Final = 32_768
"""Maximum bytes of the request line and all headers together."""


class HeadTooLarge(Exception):
    """Error for a head, complete or not, that is larger than MAX_HEAD."""


MALFORMED: Final = (HttpProcessingError, HeadTooLarge, web.RequestPayloadError)
"""Errors that a malformed request causes."""


def check_head_size(request: web.BaseRequest) -> None:
    """Raise HeadTooLarge for a complete head of more than MAX_HEAD bytes."""
    size = len(request.raw_path) + sum(len(name) + len(value) + 4 for name, value in request.raw_headers)
    if size > MAX_HEAD:
        raise HeadTooLarge


def problem_of(error: BaseException) -> Problem:
    """Return the problem for an error that no handler caught. It never quotes the input, which may hold a secret."""
    match error:
        case LineTooLong() if len(error.args) > 1 and error.args[1] == MAX_LINE:
            return Problem(414, "uri_too_long", f"The request target is longer than {MAX_LINE} bytes.")
        case LineTooLong():
            return Problem(431, "header_too_large", f"A header is larger than {MAX_FIELD} bytes.")
        case HeadTooLarge():
            detail = f"The request line and the headers are larger than {MAX_HEAD} bytes."
            return Problem(431, "head_too_large", detail)
        case web.RequestPayloadError():
            detail = "The request's body is not framed as HTTP/1.1 asks (RFC 9112 §6)."
            return BadRequest("malformed_body", detail)
        case BadHttpMethod():
            detail = "The request does not begin with an HTTP/1.1 request line; is it HTTPS?"
            return BadRequest("malformed_request", detail)
        case HttpProcessingError() if "too many headers" in str(error).lower():
            return Problem(431, "too_many_headers", f"The request has more than {MAX_HEADERS} headers.")
        case HttpProcessingError():
            return BadRequest("malformed_request", "The request is not well-formed HTTP/1.1 (RFC 9112).")
        case web.HTTPException() if 400 <= error.status < 500:
            return Problem(error.status, error.reason.lower().replace(" ", "_"), f"{error.reason}.")
        case _:
            detail = "Something went wrong on our side. The request id helps us to find it."
            return Problem(500, "internal_error", detail)
