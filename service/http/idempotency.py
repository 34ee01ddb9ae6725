"""Idempotency-Key: safe retries of a POST (draft-ietf-httpapi-idempotency-key-header).

The transaction that does the work also writes the key's row, so both commit or neither does. A success is saved for
24 hours. A failure saves nothing, so the client may retry with the same key.
"""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from hashlib import blake2b
from uuid import UUID

import orjson
from attrs import frozen

from service.db.pool import Db, Tx
from service.db.query import query
from service.http.problem import BadRequest, Conflict, FieldError, Unprocessable
from service.http.results import Result

KEPT = timedelta(hours=24)
_KEY = re.compile(r'"?([\x21\x23-\x7e]{1,100})"?')


@frozen
class SavedAnswer:
    body_hash: bytes
    status: int
    headers: str
    body: bytes


@query
async def try_lock(db: Db, name: str) -> bool: ...


@query
async def find(db: Db, maker_id: UUID, route: str, key: str, since: datetime) -> SavedAnswer | None: ...


@query
async def insert(
    db: Db,
    maker_id: UUID,
    route: str,
    key: str,
    body_hash: bytes,
    status: int,
    headers: str,
    body: bytes,
    created_at: datetime,
) -> None: ...


@query
async def purge(db: Db, before: datetime, limit: int) -> int: ...


async def once(
    tx: Tx,
    maker_id: UUID,
    route: str,
    header: str,
    body: bytes,
    now: datetime,
    work: Callable[[], Awaitable[Result]],
) -> Result:
    """Run `work` in `tx`, or return the saved response of the first request with this key.

    Raise 400 for a malformed key, 409 while the first request is in flight, and 422 when the body differs from the
    first request's.
    """
    match = _KEY.fullmatch(header)
    if match is None:
        raise BadRequest("invalid_idempotency_key", "Idempotency-Key must be 1 to 100 printable ASCII characters.")
    key = match[1]
    if not await try_lock(tx, f"{maker_id} {route} {key}"):
        message = "A request with this Idempotency-Key is still in progress."
        raise Conflict("in_flight", message, headers={"Retry-After": "1"})
    body_hash = blake2b(body, digest_size=16).digest()
    saved = await find(tx, maker_id, route, key, now - KEPT)
    if saved is not None:
        if saved.body_hash != body_hash:
            error = FieldError(
                "", "idempotency_key_reused", "This Idempotency-Key was used with another body. Use a new key."
            )
            raise Unprocessable([error], error.message)
        return Result(saved.status, saved.body, {**orjson.loads(saved.headers), "Idempotency-Replayed": "true"})
    result = await work()
    await insert(
        tx,
        maker_id=maker_id,
        route=route,
        key=key,
        body_hash=body_hash,
        status=result.status,
        headers=orjson.dumps(result.headers).decode(),
        body=result.body,
        created_at=now,
    )
    return result
