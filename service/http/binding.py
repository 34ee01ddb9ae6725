"""Compiler from routes to request functions.

A handler's signature declares its input; the return annotation declares its response. `bind` validates both once, at
boot. The function that it returns does only what the handler needs: admission check, parameters, body, transaction
and response.
"""

import asyncio
import inspect
import types
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from operator import itemgetter
from typing import Any, Final, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import attrs

from service.cache.page_cache import PageCache
from service.core.clock import Clock
from service.core.config import API_PATH
from service.db.pool import Database, Tx
from service.db.query import columns
from service.http import idempotency
from service.http.etags import IfMatch, etag, matches, parse_if_match
from service.http.guard import SAFE, Admit, Guards
from service.http.page_cache import ending, kept, mark
from service.http.problem import NotFound, Problem
from service.http.refs import Lower, MakerRef
from service.http.request import Principal, RequestInfo
from service.http.results import (
    EVENTS,
    Accepted,
    BoundHandler,
    Created,
    Existing,
    NoContent,
    Page,
    Raw,
    Result,
    Stream,
    StreamResult,
)
from service.http.routing import ADMIN, MAKER, OPTIONAL, Route, RouteError
from service.http.schema.decode import decode
from service.http.schema.output import encode
from service.http.schema.wire import query_reader, reader
from service.http.transport.body import read_json_bytes

type Getter = Callable[[RequestInfo], Any]

JSON: Final = "application/json"


@attrs.frozen
class Contract:
    """Input and result of a handler, derived from its signature. openapi.py documents the same contract."""

    hints: dict[str, Any]
    body: type | None
    query: type | None
    path: dict[str, Any]
    moves: bool
    if_match: bool
    tx: bool
    result: Any
    status: int
    wraps: Any
    existing: bool

    @property
    def versioned(self) -> bool:
        """Return whether the result has a version, which becomes part of its ETag."""
        return self.wraps is not Page and "version" in (columns(self.result) or {})

    @property
    def media_type(self) -> str | None:
        if self.result is Stream:
            return EVENTS
        return None if self.result is NoContent or self.result is Raw else JSON


@cache
def contract(route: Route) -> Contract:
    """Return the contract of a route's handler. Raise RouteError when the signature is invalid."""
    handler = route.handler
    where = f"{route.method} {route.path} ({handler.__module__}.{handler.__name__})"
    if not inspect.iscoroutinefunction(handler):
        raise RouteError(f"{where}: a handler must be an async function")
    hints = get_type_hints(handler)
    body = query = None
    path: dict[str, Any] = {}
    if_match = tx = False
    for name in inspect.signature(handler).parameters:
        hint = hints.get(name)
        if hint is None:
            raise RouteError(f"{where}: {name} has no annotation")
        if hint is Principal:
            if route.auth not in (MAKER, ADMIN):
                raise RouteError(f"{where}: {name} requires a maker, but the route is {route.auth.value}")
        elif _optional(hint) is Principal:
            if route.auth is not OPTIONAL:
                raise RouteError(f"{where}: {name} can be None only on an OPTIONAL route")
        elif hint is IfMatch:
            if_match = True
        elif hint is Tx:
            tx = True
        elif hint is RequestInfo or name == "deps":
            pass
        elif name == "body":
            if route.method in SAFE:
                raise RouteError(f"{where}: a {route.method} cannot have a body")
            body = hint
        elif name == "query":
            query = hint
        else:
            path |= _path(name, hint, route, where)
    if missing := [name for name in route.parameters if name not in path]:
        raise RouteError(f"{where}: the handler does not take {', '.join(missing)}")
    if route.idempotent and not (tx and route.auth in (MAKER, ADMIN) and body is not None):
        raise RouteError(f"{where}: an idempotent route must take tx, a body and a maker")
    if "return" not in hints:
        raise RouteError(f"{where}: the return annotation is missing")
    returned, existing = _created(hints["return"], where)
    status, wraps, result = _result(returned, where)
    moves = any(map(_is_ref, hints.values()))
    taken = {name: hint for name, hint in hints.items() if name != "return"}
    told = Contract(taken, body, query, path, moves, if_match, tx, result, status, wraps, existing)
    if reason := _refused(route, told, hints):
        raise RouteError(f"{where}: {reason}")
    return told


def _path(name: str, hint: Any, route: Route, where: str) -> dict[str, Any]:
    """Return the path parameters that a handler's parameter takes, with their types."""
    if _is_ref(hint):
        if missing := [part for part in hint.NAMES if part not in route.parameters]:
            raise RouteError(f"{where}: {name} needs {', '.join(missing)} in the path")
        return dict.fromkeys(hint.NAMES, str)
    if name not in route.parameters:
        raise RouteError(f"{where}: {name} is not in the path and has no type that can be bound")
    if hint not in (str, Lower, int, UUID):
        raise RouteError(f"{where}: the path parameter {name} is str, Lower, int or UUID")
    return {name: hint}


def _refused(route: Route, told: Contract, hints: dict[str, Any]) -> str | None:
    """Return why the route and its handler conflict, or None when they do not."""
    if told.result is Stream and route.method != "GET":
        return "a stream must use GET"
    if route.private and route.method in SAFE:
        return f"a {route.method} changes nothing, so private does not apply"
    if not route.shared:
        return None
    if route.method != "GET" or route.auth in (MAKER, ADMIN):
        return "a shared page must be a PUBLIC or OPTIONAL GET"
    if any(hint in (Principal, RequestInfo) or _optional(hint) is Principal for hint in hints.values()):
        return "a shared page cannot depend on the maker"
    if told.tx or told.if_match or told.result in (NoContent, Stream):
        return "a shared page must return one complete result from a read"
    return None


def _optional(hint: Any) -> Any:
    members = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else ()
    kept = [member for member in members if member is not type(None)]
    return kept[0] if len(members) == 2 and len(kept) == 1 else None


def _is_ref(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, MakerRef)


def _created(hint: Any, where: str) -> tuple[Any, bool]:
    """Return (Created[T], True) for `Created[T] | Existing[T]`, and (hint, False) for any other annotation."""
    members = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else ()
    if [get_origin(member) for member in members] != [Created, Existing]:
        return hint, False
    created, existing = members
    if get_args(created) != get_args(existing):
        raise RouteError(f"{where}: Created and the existing result must have the same type")
    return created, True


def _result(hint: Any, where: str) -> tuple[int, Any, Any]:
    if hint is NoContent:
        return 204, None, NoContent
    if hint is Raw:
        return 200, None, Raw
    if hint is Stream:
        return 200, None, Stream
    origin = get_origin(hint)
    if origin in (Created, Accepted, Page):
        status = {Created: 201, Accepted: 202}.get(origin, 200)
        return status, origin, get_args(hint)[0]
    if columns(hint) is not None:
        return 200, None, hint
    raise RouteError(f"{where}: {hint} is not a result type")


def bind(route: Route, *, deps: object, guards: Guards, db: Database, clock: Clock, pages: PageCache) -> BoundHandler:
    """Compile a route. Raise RouteError for an invalid handler and TypeError for an invalid wire type."""
    told = contract(route)
    admit = guards.compile(route.auth, route.limit, safe=route.method in SAFE, mark=mark(route))
    finish = _finisher(told, route)
    getters = _getters(route, told, deps)
    call = _caller(route, told, getters, finish, db, clock)
    if route.method in SAFE:
        return _conditional(admit, kept(call, pages) if route.shared else call)
    if not route.private:
        call = ending(call, pages, in_transaction=told.tx)
    if admit is None:
        return call

    async def guarded(info: RequestInfo) -> Result:
        await admit(info, 1)
        return await call(info)

    return guarded


def _conditional(admit: Admit | None, call: BoundHandler) -> BoundHandler:
    """Add If-None-Match and the admission check to a GET.

    A 304 consumes one request of the conditional quota and none of the route's quota. Every other outcome is charged
    like a request without If-None-Match, including a problem and a client that disconnects. `If-None-Match: *` names
    no ETag, so it is charged, too.
    """
    charging: set[asyncio.Task[None]] = set()

    def charge_later(info: RequestInfo) -> None:
        task = asyncio.get_running_loop().create_task(_charge(admit, info))
        charging.add(task)
        task.add_done_callback(charging.discard)

    async def get(info: RequestInfo) -> Result:
        known = info.raw.headers.get("If-None-Match")
        if known is None:
            if admit is not None:
                await admit(info, 1)
            return await call(info)
        anything = known.strip() == "*"
        if admit is not None:
            await admit(info, 1 if anything else 0)
        try:
            result = await call(info)
        except asyncio.CancelledError:
            if not anything:
                charge_later(info)
            raise
        except Exception:
            if admit is not None and not anything:
                await admit(info, 1)
            raise
        tag = result.headers.get("ETag")
        if tag is not None and matches(known, tag):
            kept = {name: value for name, value in result.headers.items() if name != "Content-Type"}
            return Result(304, b"", kept)
        if admit is not None and not anything:
            await admit(info, 1)
        return result

    return get


async def _charge(admit: Admit | None, info: RequestInfo) -> None:
    """Charge a request whose client has disconnected; no client would receive a problem."""
    if admit is not None:
        with suppress(Problem):
            await admit(info, 1)


def _getters(route: Route, told: Contract, deps: object) -> dict[str, Getter]:
    """Return a getter for each parameter except `body` and `tx`, which are awaited."""
    getters: dict[str, Getter] = {}
    for name, hint in told.hints.items():
        if hint is Principal or _optional(hint) is Principal:
            getters[name] = lambda info: info.principal
        elif hint is IfMatch:
            getters[name] = lambda info: parse_if_match(info.raw.headers.get("If-Match"))
        elif hint is RequestInfo:
            getters[name] = lambda info: info
        elif hint is Tx or name == "body":
            continue
        elif name == "deps":
            getters[name] = lambda info: deps
        elif name == "query":
            getters[name] = _query_getter(hint)
        elif _is_ref(hint):
            getters[name] = _ref_getter(hint, route)
        else:
            getters[name] = _path_getter(route.parameters.index(name), hint)
    if told.query is None:
        getters[""] = _no_query
    return getters


def _no_query(info: RequestInfo) -> None:
    """Raise 422 for any query parameter of a route that takes none, as for an unknown JSON key."""
    if info.query_string:
        _nothing(info.query_string)


@attrs.frozen
class _NoQuery:
    pass


_nothing: Final = query_reader(_NoQuery)


def _query_getter(cls: type) -> Getter:
    read: Callable[[str], Any] = query_reader(cls)
    return lambda info: read(info.query_string)


def _ref_getter(cls: type[MakerRef], route: Route) -> Getter:
    """Return a getter of a reference. A shared page is made without knowing who asks."""
    places = [route.parameters.index(name) for name in cls.NAMES]
    pick = itemgetter(*places)

    def get(info: RequestInfo) -> MakerRef:
        viewer_id = None if info.principal is None or route.shared else info.principal.maker_id
        names = pick(info.arguments)
        return cls(info, viewer_id, names) if len(places) == 1 else cls(info, viewer_id, *names)

    return get


def _path_getter(index: int, kind: Any) -> Getter:
    if kind is str:
        return lambda info: info.arguments[index]
    if kind is Lower:
        return lambda info: info.arguments[index].lower()

    def get(info: RequestInfo) -> Any:
        text = info.arguments[index]
        if kind is int and text.isascii() and text.isdigit() and len(text) <= 9:
            return int(text)
        if kind is UUID and len(text) == 36:
            try:
                return UUID(text)
            except ValueError:
                pass
        raise NotFound  # a malformed id identifies no resource

    return get


def _caller(
    route: Route,
    told: Contract,
    getters: dict[str, Getter],
    finish: Callable[[RequestInfo, Any], Result],
    db: Database,
    clock: Clock,
) -> BoundHandler:
    handler = route.handler
    check_query = getters.pop("", None)
    pairs = list(getters.items())
    read_body: Callable[[Any], Any] | None = reader(told.body) if told.body is not None else None
    limit = route.body_limit

    def without_body(info: RequestInfo) -> dict[str, Any]:
        if check_query is not None:
            check_query(info)
        return {name: get(info) for name, get in pairs}

    async def arguments(info: RequestInfo) -> tuple[dict[str, Any], bytes]:
        given = without_body(info)
        if read_body is None:
            return given, b""
        data = await read_json_bytes(info.raw, limit)
        given["body"] = read_body(decode(data))
        return given, data

    async def read_only(info: RequestInfo) -> Result:
        return finish(info, await handler(**without_body(info)))

    async def plain(info: RequestInfo) -> Result:
        given, _ = await arguments(info)
        return finish(info, await handler(**given))

    async def in_transaction(info: RequestInfo) -> Result:
        given, data = await arguments(info)
        header = info.raw.headers.get("Idempotency-Key") if route.idempotent else None

        async def attempt(tx: Tx) -> Result:
            async def work() -> Result:
                return finish(info, await handler(tx=tx, **given))

            if header is None or info.principal is None:
                return await work()
            # The scope includes the path parameters: the same key under two projects is two requests.
            scope = " ".join([route.method, route.path, *info.arguments])
            return await idempotency.once(tx, info.principal.maker_id, scope, header, data, clock(), work)

        return await db.run(attempt)

    if told.tx:
        return in_transaction
    return read_only if read_body is None else plain


def _finisher(told: Contract, route: Route) -> Callable[[RequestInfo, Any], Result]:
    """Build the response serializer."""
    status = told.status
    if told.result is NoContent:
        return lambda info, result: Result(204, b"", {"Cache-Control": "no-store"})
    if told.result is Stream:
        return lambda info, result: StreamResult(result)
    if told.result is Raw:

        def raw(info: RequestInfo, result: Raw) -> Result:
            headers = {
                "Content-Type": result.content_type,
                "Cache-Control": result.cache_control,
                "ETag": result.etag,
                **result.headers,
            }
            return Result(result.status, result.body, headers)

        return raw
    versioned = told.versioned
    if route.method not in SAFE:

        def changed(info: RequestInfo, result: Any) -> Result:
            value = result.value if told.wraps is not None else result
            body = encode(value)
            headers = {"Content-Type": JSON, "Cache-Control": "no-store"}
            if versioned:
                headers["ETag"] = etag(body, value.version)
            if told.wraps is Created:
                headers["Location"] = API_PATH + result.location
            return Result(200 if told.existing and type(result) is Existing else status, body, headers)

        return changed

    def got(info: RequestInfo, result: Any) -> Result:
        body = encode(result)
        personal = info.principal is not None and not route.shared
        return Result(
            status,
            body,
            {
                "Content-Type": JSON,
                "ETag": etag(body, result.version if versioned else None),
                "Cache-Control": "private, no-cache" if personal else "public, no-cache",
                "Vary": "Authorization",
            },
        )

    return got
