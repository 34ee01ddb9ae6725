"""Reader of request bodies, with limits on size and time."""

import asyncio
from typing import Final

from aiohttp import web

from service.http.problem import BadRequest, Problem

READ_SECONDS: Final = 10.0
"""Maximum seconds to receive a whole body. aiohttp has no such limit."""

LONGEST_LENGTH: Final = 20
"""Maximum digits of Content-Length: the parser allows any number of leading zeros, int() only 4,300 digits."""


async def read_json_bytes(request: web.BaseRequest, limit: int) -> bytes:
    """Return the body of a JSON request.

    Raise 415 for another media type or a content encoding, and 413 for more than `limit` bytes. Raise 408 when the body
    arrives too slowly, and 400 when it is incomplete or malformed.
    """
    headers = request.headers
    media_type, _, parameters = headers.get("Content-Type", "").partition(";")
    if media_type.strip().lower() not in ("application/json", "application/merge-patch+json"):
        raise Problem(415, "unsupported_media_type", "Send the body as application/json.")
    charset = parameters.strip().lower()
    if charset and charset.replace('"', "") not in ("charset=utf-8", "charset=utf8"):
        raise Problem(
            415,
            "unsupported_media_type",
            "Send JSON in UTF-8, without other Content-Type parameters.",
        )
    if headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise Problem(415, "unsupported_encoding", "Send the body without Content-Encoding.")
    too_large = Problem(413, "body_too_large", f"The body is larger than {limit} bytes.")
    length = headers.get("Content-Length")
    if length is not None:
        if len(length) > LONGEST_LENGTH:
            raise BadRequest("malformed_request", f"Content-Length has more than {LONGEST_LENGTH} digits.")
        if length.isdigit() and int(length) > limit:
            raise too_large
    content = request.content
    if headers.get("Expect", "").lower() == "100-continue" and request.transport is not None:
        request.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    chunks: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(READ_SECONDS):
            while chunk := await content.readany():
                size += len(chunk)
                if size > limit:
                    raise too_large
                chunks.append(chunk)
    except TimeoutError:
        raise Problem(
            408,
            "body_too_slow",
            f"The body did not arrive within {READ_SECONDS:g} s.",
            headers={"Connection": "close"},
        ) from None
    except (Problem, asyncio.CancelledError):
        raise
    except Exception:  # noqa: BLE001
        # The body parser raises various exceptions, such as for a broken chunk or a disconnect.
        raise Problem(
            400, "malformed_body", "Reading the body failed. Send it again.", headers={"Connection": "close"}
        ) from None
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)
