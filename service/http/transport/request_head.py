"""Checks of a request head that the parser does not make."""

from typing import Final

from aiohttp import HttpVersion10, HttpVersion11, web

from service.http.problem import Problem

_CLOSE: Final = {"Connection": "close"}


def check_head(request: web.BaseRequest) -> None:
    """Raise 400, 501 or 505 for a request that this server must reject, and close the connection.

    The parser has already checked the grammar and the framing (RFC 9112 §6.3). A transfer coding in HTTP/1.0 is faulty
    framing (§6.1): 400. So is more than one Authorization header. An unknown transfer coding is 501. An unknown major
    version is 505 (RFC 9110 §15.6.6).
    """
    version, headers = request.version, request.headers
    if version is not HttpVersion11 and version is not HttpVersion10:
        raise Problem(
            505,
            "version_not_supported",
            f"HTTP/{version.major}.{version.minor} is not supported. Use HTTP/1.1.",
            headers=_CLOSE,
        )
    coding = headers.get("Transfer-Encoding")
    if coding is not None:
        if version is HttpVersion10:
            detail = "HTTP/1.0 has no Transfer-Encoding. Send Content-Length, or use HTTP/1.1."
            raise Problem(400, "malformed_request", detail, headers=_CLOSE)
        if coding.strip().lower() != "chunked":
            raise Problem(
                501,
                "transfer_coding_not_supported",
                "Unsupported transfer coding. Use chunked.",
                headers=_CLOSE,
            )
    if len(headers.getall("Authorization", ())) > 1:
        raise Problem(400, "malformed_request", "The request has more than one Authorization header.", headers=_CLOSE)
