"""Responses as bytes, because an ETag is computed from bytes: Pydantic writes the JSON once, and FastAPI sends it.

Cursors equal the service's, so that whole pages can be compared.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import Any, Final

import orjson
from fastapi import Request, Response
from pydantic import BaseModel

from bench.peers.fastapi.dependencies import Admission
from bench.peers.fastapi.problems import Problem
from service.security.keyring import KeyRing

_SIGNATURE: Final = 16


async def conditional(
    admission: Admission, value: BaseModel, *, version: int | None = None, personal: bool = False
) -> Response:
    """Return 200, or 304 if the client's ETag matches."""
    body = value.model_dump_json().encode()
    headers = {
        "ETag": tag_of(body, version),
        "Cache-Control": "private, no-cache" if personal else "public, no-cache",
        "Vary": "Authorization",
    }
    if await admission.has(headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


def tag_of(body: bytes, version: int | None) -> str:
    digest = sha256(body).hexdigest()[:20]
    return f'"{digest}"' if version is None else f'"{version}-{digest}"'


def encode_cursor(request: Request, scope: str, position: list[Any]) -> str:
    payload = orjson.dumps(position)
    return urlsafe_b64encode(_sign(request, scope, payload) + payload).rstrip(b"=").decode()


def decode_cursor(request: Request, scope: str, cursor: str) -> list[Any]:
    """Decode a cursor. Raise 400 for a changed cursor or that of another list."""
    keyring: KeyRing = request.app.state.keyring
    try:
        data = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        signature, payload = data[:_SIGNATURE], data[_SIGNATURE:]
        if keyring.verify("cursor", scope.encode() + b"\0" + payload, signature, length=_SIGNATURE):
            found: list[Any] = orjson.loads(payload)
            return found
    except ValueError:
        pass
    raise Problem(400, "invalid_cursor", "Invalid cursor for this list and these filters. Start at the first page.")


def _sign(request: Request, scope: str, payload: bytes) -> bytes:
    keyring: KeyRing = request.app.state.keyring
    return keyring.sign("cursor", scope.encode() + b"\0" + payload)[:_SIGNATURE]
