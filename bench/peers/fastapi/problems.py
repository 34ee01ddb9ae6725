"""Errors as application/problem+json with the service's texts."""

from http import HTTPStatus

import orjson
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException


class Problem(Exception):
    """An error response."""

    def __init__(
        self, status: int, code: str, detail: str, *, pointer: str | None = None, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail = status, code, detail
        self.errors = [] if pointer is None else [{"pointer": pointer, "code": code, "message": detail}]
        self.headers = headers or {}


class NotFound(Problem):
    def __init__(self, detail: str = "Not found, or you have no access.") -> None:
        super().__init__(404, "not_found", detail)


def _response(request: Request, problem: Problem) -> Response:
    body: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
        "code": problem.code,
        "request_id": request.state.request_id,
    }
    if problem.errors:
        body["errors"] = problem.errors
    headers = {"Cache-Control": "no-store", **problem.headers}
    return Response(orjson.dumps(body), problem.status, headers, "application/problem+json")


async def on_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return _response(request, error)


async def on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    problem = Problem(422, "invalid_input", "The input is invalid. See `errors`.")
    problem.errors = [
        {"pointer": "".join(f"/{part}" for part in each["loc"][1:]), "code": each["type"], "message": each["msg"]}
        for each in error.errors()
    ]
    return _response(request, problem)


async def on_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = HTTPStatus(error.status_code).phrase.lower().replace(" ", "_")
    problem = Problem(error.status_code, code, error.detail, headers=dict(error.headers or {}))
    if error.status_code == 404:
        problem = NotFound("No such path. See /docs.")
    return _response(request, problem)
