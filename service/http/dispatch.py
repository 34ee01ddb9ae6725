"""Request dispatcher: routing, error handling and response headers."""

import asyncio
import time
from collections.abc import Iterable
from typing import Final, Protocol

import structlog
from aiohttp import web

from service.core.cancellation import is_abandoned
from service.core.log import UNMATCHED, request_id
from service.http.problem import MEDIA_TYPE, Constraints, NotFound, Problem, Unavailable, encode
from service.http.request import Addresses, RequestIds, RequestInfo, limit_key
from service.http.results import BoundHandler, Result, StreamResult
from service.http.routing import Router
from service.http.transport.request_head import check_head
from service.http.transport.response import SERVER, BytesResponse
from service.http.transport.stream import StreamResponse, Streams

log = structlog.get_logger(__name__)

CLIENT_CLOSED_REQUEST: Final = 499
"""Status in logs and metrics when the client disconnects before its response (nginx's code; never sent)."""

LIVENESS: Final = "/livez"
"""Path that overload never refuses: a supervisor must not kill a process that is only busy."""


class Observer(Protocol):
    """Callback for metrics and the request log, called once per response. `seconds` is the request's duration."""

    def __call__(self, info: RequestInfo, method: str, status: int, seconds: float) -> None: ...


class Dispatch:
    """Dispatcher that runs a request's route and converts exceptions to problems. It raises only CancelledError."""

    def __init__(
        self,
        routes: Iterable[tuple[str, str, BoundHandler]],
        *,
        constraints: Constraints,
        addresses: Addresses,
        observe: Observer,
        max_in_flight: int,
        streams: Streams,
    ) -> None:
        self._router: Router[tuple[str, BoundHandler]] = Router()
        for method, path, bound in routes:
            self._router.add(method, path, (path, bound))
        self._constraints = constraints
        self._addresses = addresses
        self._observe = observe
        self._ids = RequestIds()
        self._max_in_flight = max_in_flight
        self._streams = streams
        self.in_flight = 0

    async def __call__(self, request: web.BaseRequest) -> web.StreamResponse:
        started = time.perf_counter()
        info = RequestInfo(request, self._ids.take(request.headers.get("X-Request-Id")), self._addresses.of(request))
        request_id.set(info.id)
        method = request.method
        self.in_flight += 1
        try:
            result = await self._route(info, method)
            if type(result) is StreamResult:
                self._streams.admit(self._stream_key(info))
        except Problem as problem:
            result = _problem_result(problem, info)
        except asyncio.CancelledError:
            if is_abandoned():
                self._observe(info, method, CLIENT_CLOSED_REQUEST, time.perf_counter() - started)
            raise
        except Exception as error:  # noqa: BLE001 - last resort: respond with 500 and log it
            result = self._failed(error, info)
        finally:
            self.in_flight -= 1
        headers = result.headers
        headers["X-Request-Id"] = info.id
        headers["Server"] = SERVER
        headers["X-Content-Type-Options"] = "nosniff"
        if info.headers:
            headers.update(info.headers)
        response: BytesResponse
        if type(result) is StreamResult:  # it no longer counts as in flight
            response = StreamResponse(self._streams, result.stream.opened, headers, self._stream_key(info))
        else:
            response = BytesResponse(result.status, result.body, headers)
        self._observe(info, method, result.status, time.perf_counter() - started)
        return response

    async def _route(self, info: RequestInfo, method: str) -> Result:
        target = info.raw.path_qs if info.raw.raw_path[:1] != "/" else info.raw.raw_path
        path, _, info.query_string = target.partition("?")
        info.path = path
        info.route = UNMATCHED
        check_head(info.raw)
        found = self._router.find(path)
        if found is None:
            raise NotFound("No such path. See /docs.")
        methods, info.arguments = found
        # Set the route before any refusal: the log must not contain a path, which may hold a token.
        info.route = next(iter(methods.values()))[0]
        if self.in_flight > self._max_in_flight and path != LIVENESS:
            raise Unavailable("The service is busy. Try again in a moment.")
        target_of = methods.get("GET" if method == "HEAD" else method)
        if target_of is None:
            allowed = ", ".join(sorted({*methods, "OPTIONS", *(["HEAD"] if "GET" in methods else [])}))
            if method == "OPTIONS":
                return Result(204, b"", {"Allow": allowed})
            raise Problem(
                405,
                "method_not_allowed",
                f"Method {method} not allowed. Use {allowed}.",
                headers={"Allow": allowed},
            )
        info.route, bound = target_of
        return await bound(info)

    def _stream_key(self, info: RequestInfo) -> str:
        return "" if self._addresses.is_trusted(info.address) else limit_key(info.address)

    def _failed(self, error: Exception, info: RequestInfo) -> Result:
        problem = self._constraints.problem(error)
        if problem is None:
            log.error("request_failed", request_id=info.id, route=info.route, exc_info=error)
            problem = Problem(
                500, "internal_error", "Internal error. Try again; if it persists, report the request id."
            )
        elif problem.status >= 500:
            log.warning("request_unavailable", request_id=info.id, route=info.route, reason=str(error))
        return _problem_result(problem, info)


def _problem_result(problem: Problem, info: RequestInfo) -> Result:
    headers = {"Content-Type": MEDIA_TYPE, "Cache-Control": "no-store", **problem.headers}
    return Result(problem.status, encode(problem, info.id), headers)
