"""OpenAPI 3.1 document, generated from the route tables and signatures that `bind` compiles.

Security, rate limits, parameters, request bodies and the core's problems are derived from the route. The route's
`responses` lists the problems of its handler.
"""

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints
from uuid import UUID

import attrs
import orjson

from service.http.binding import Contract, contract
from service.http.guard import SAFE
from service.http.problem import MAX_ERRORS, MEDIA_TYPE
from service.http.results import EVENTS, Created, NoContent, Page, Raw, Stream
from service.http.routing import ADMIN, MAX_SEGMENT, OPTIONAL, PUBLIC, Auth, Route, RouteError
from service.http.schema.json_schema import Schema, Schemas, first_paragraph, not_null, reference
from service.http.schema.wire import wire_name

type Table = tuple[str, Iterable[Route]]
"""Path prefix and the routes under it."""

_ABOUT: Final = """\
API of AIpoweredMakers, where makers publish what they built with AI and the workflows that they used.

- Requests and responses are JSON in UTF-8 with snake_case names. Times are RFC 3339 in UTC. Unknown keys and query
  parameters are rejected with 422. The character U+0000 is rejected everywhere.
- Errors are `application/problem+json` (RFC 9457), at most 32 kB. Test for `code` and show `detail`. `errors` lists up
  to 50 errors; `more_errors` counts the others. Every operation can also return 405 (method not allowed), 431 (headers
  too large) and 500 (internal error).
- Lists return `data` and `next_cursor`. Send it as `cursor` with the same filters to get the next page.
- `ETag` and `If-None-Match`: an unchanged result is 304. A 304 does not count against the quota, but against a second
  quota that is ten times as large. Every other result of such a request counts as usual.
- Edits require `If-Match` with the ETag that you read: 428 if it is missing, 412 if the resource has changed since.
- A POST with an `Idempotency-Key` runs once. Retries within 24 hours return the stored response.
- `RateLimit-Policy` and `RateLimit` describe the quota and what remains (draft-ietf-httpapi-ratelimit-headers).
"""

_WHEN: Final[Mapping[int, str]] = {
    308: "The resource has a new address. Repeat the request there.",
    400: "The request is malformed.",
    401: "The access token is missing or invalid.",
    403: "You may not perform this action.",
    404: "The resource does not exist, or you have no access.",
    408: "The body arrived too slowly.",
    409: "The request conflicts with the current state.",
    412: "The resource has changed since you read it.",
    413: "The body is too large.",
    414: "The path and query string are too long.",
    415: "The body is not `application/json` in UTF-8, or has a Content-Encoding.",
    422: "The input is invalid. `errors` lists each error with its location.",
    428: "If-Match is missing.",
    429: "The rate limit is exceeded.",
    503: "The service is temporarily unavailable.",
}

_USUAL: Final[Mapping[int, list[str]]] = {
    308: ["moved"],
    401: ["unauthorized", "invalid_token", "unsupported_scheme"],
    403: ["admin_only"],
    404: ["not_found"],
    408: ["body_too_slow"],
    409: ["in_flight"],
    412: ["stale"],
    413: ["body_too_large"],
    414: ["uri_too_long"],
    415: ["unsupported_media_type", "unsupported_encoding"],
    422: ["invalid_input"],
    428: ["if_match_required"],
    429: ["rate_limited"],
    503: ["unavailable"],
}
"""Problem codes of the core, by status. 400 has too many codes to list."""

_COMMON: Final = ["X-Request-Id"]
_COUNTED: Final = [*_COMMON, "RateLimit-Policy", "RateLimit"]

_HEADERS: Final[Mapping[str, Schema]] = {
    "X-Request-Id": {
        "description": "Id of the request. Every log line of the request contains it.",
        "required": True,
        "schema": {"type": "string"},
    },
    "ETag": {"description": "Version of the resource.", "schema": {"type": "string"}},
    "Location": {"description": "Path of the resource.", "schema": {"type": "string", "format": "uri-reference"}},
    "RateLimit-Policy": {"description": "Rate limit: quota `q` per `w` seconds.", "schema": {"type": "string"}},
    "RateLimit": {
        "description": "Remaining quota: `r` requests; full again in `t` seconds.",
        "schema": {"type": "string"},
    },
    "Retry-After": {"description": "Seconds to wait before a retry.", "schema": {"type": "integer", "minimum": 1}},
    "WWW-Authenticate": {"description": "Challenge (RFC 6750 §3).", "schema": {"type": "string"}},
    "Idempotency-Replayed": {
        "description": "`true` on a stored response.",
        "schema": {"type": "string", "const": "true"},
    },
}

_PARAMETERS: Final[Mapping[str, Schema]] = {
    "If-None-Match": {"description": "ETags of the versions that you have.", "schema": {"type": "string"}},
    "If-Match": {
        "description": 'ETag that you read, or `*`. Only its version number is compared, so `"7"` works, too.',
        "required": True,
        "schema": {"type": "string", "examples": ['"7"']},
    },
    "Last-Event-ID": {
        "description": "Last `id` received from this stream. The stream starts with the events after it.",
        "schema": {"type": "string", "pattern": "^[0-9]{0,18}$", "examples": ["42"]},
    },
    "Idempotency-Key": {
        "description": "Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID.",
        "schema": {"type": "string", "pattern": '^"?[!#-~]{1,100}"?$'},
    },
    "X-Request-Id": {
        "description": "Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced.",
        "schema": {"type": "string"},
    },
}

_TEXT: Final[Schema] = {"type": "string"}
_PROBLEM: Final[Schema] = {
    "type": "object",
    "description": "Error (RFC 9457).",
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "examples": ["about:blank"]},
        "title": {**_TEXT, "description": "HTTP phrase of the status."},
        "status": {"type": "integer", "minimum": 300, "maximum": 599},
        "detail": {**_TEXT, "description": "Explanation for people."},
        "code": {**_TEXT, "description": "Stable code for programs.", "examples": ["not_found"]},
        "request_id": _TEXT,
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "pointer": {
                        **_TEXT,
                        "description": 'Location as a JSON pointer (RFC 6901); "" is the whole input.',
                    },
                    "code": _TEXT,
                    "message": _TEXT,
                },
                "required": ["pointer", "code", "message"],
            },
            "maxItems": MAX_ERRORS,
        },
        "more_errors": {
            "type": "integer",
            "minimum": 1,
            "description": "Minimum number of errors that are not in `errors`. Absent if `errors` is complete.",
        },
    },
    "required": ["type", "title", "status", "detail", "code", "request_id"],
}


def document(tables: Sequence[Table]) -> dict[str, Any]:
    """Build the document of all routes, in table order. Raise RouteError when two handlers or schemas share a name."""
    schemas = Schemas()
    schemas.add("Problem", _PROBLEM)
    for route in (route for _, table in tables for route in table):
        # Register responses first: a class used both ways keeps its name there and becomes `…Input` in requests.
        _content(route, contract(route), schemas)
    shared: dict[str, Schema] = {}
    paths: dict[str, dict[str, Any]] = {}
    tags: dict[str, Schema] = {}
    names: set[str] = set()
    for prefix, table in tables:
        for route in table:
            if route.name in names:
                raise RouteError(f"two handlers are named {route.name}; operation ids are unique")
            names.add(route.name)
            tag = _tag(route)
            tags.setdefault(tag, {"name": tag})
            paths.setdefault(prefix + route.path, {})[route.method.lower()] = _operation(route, tag, schemas, shared)
    return {
        "openapi": "3.1.0",
        "info": {"title": "AIpoweredMakers", "version": "1", "description": _ABOUT},
        "servers": [{"url": "/"}],
        "tags": list(tags.values()),
        "paths": paths,
        "components": {
            "schemas": dict(sorted(schemas.components.items())),
            "responses": dict(sorted(shared.items())),
            "headers": dict(_HEADERS),
            "parameters": {name: {"name": name, "in": "header", **said} for name, said in _PARAMETERS.items()},
            "securitySchemes": {
                "access_token": {
                    "type": "http",
                    "scheme": "bearer",
                    "bearerFormat": "JWT",
                    "description": "Access token from a login. It is valid for five minutes.",
                }
            },
        },
    }


def encode(tables: Sequence[Table]) -> bytes:
    """Return the document as served and committed: indented JSON that ends with a line feed."""
    return orjson.dumps(document(tables), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


_TAGS: Final = {"documents": "workflows", "versions": "workflows", "formats": "workflows"}
"""Features that the document groups under another tag."""


def _tag(route: Route) -> str:
    """Return the feature of a handler, or its module outside of the features."""
    path = route.handler.__module__.split(".")
    feature = path[3] if path[1] == "features" else path[-1]
    return _TAGS.get(feature, feature)


def _operation(route: Route, tag: str, schemas: Schemas, shared: dict[str, Schema]) -> dict[str, Any]:
    told = contract(route)
    summary, _, rest = route.doc.partition("\n\n")
    operation: dict[str, Any] = {
        "operationId": route.name,
        "tags": [tag],
        "summary": first_paragraph(summary).removesuffix(".") or route.name.replace("_", " ").capitalize(),
    }
    notes = [" ".join(paragraph.split()) for paragraph in rest.split("\n\n") if paragraph.strip()]
    if route.auth is ADMIN:
        notes.append("Requires the role admin.")
    if route.limit is not None:
        notes.append(f"Rate limit: `{route.limit.name}`, {route.limit.quota} per {route.limit.window} seconds.")
    if notes:
        operation["description"] = "\n\n".join(notes)
    operation["security"] = _security(route.auth)
    operation["parameters"] = _parameters(route, told, schemas)
    if told.body is not None:
        operation["requestBody"] = {
            "required": True,
            "description": f"At most {route.body_limit:,} bytes.",
            "content": {"application/json": {"schema": schemas.of_class(told.body, "in")}},
        }
    operation["responses"] = _responses(route, told, schemas, shared)
    return operation


def _security(auth: Auth) -> list[Schema]:
    if auth is PUBLIC:
        return []
    return [{"access_token": []}, {}] if auth is OPTIONAL else [{"access_token": []}]


def _parameters(route: Route, told: Contract, schemas: Schemas) -> list[Schema]:
    found: list[Schema] = [
        {"name": name, "in": "path", "required": True, "schema": _path_schema(kind)}
        for name, kind in ((name, told.path[name]) for name in route.parameters)
    ]
    if told.query is not None:
        for attribute in attrs.fields(attrs.resolve_types(told.query)):
            schema = not_null(schemas.of_field(attribute, "in"))
            description = schema.pop("description", None)
            parameter = {
                "name": wire_name(attribute.name),
                "in": "query",
                "required": attribute.default is attrs.NOTHING,
            }
            found.append({**parameter, **({"description": description} if description else {}), "schema": schema})
    headers = ["X-Request-Id"]
    if told.result is Stream:
        headers.append("Last-Event-ID")
    elif route.method in SAFE and told.result is not NoContent:
        headers.append("If-None-Match")
    if told.if_match:
        headers.append("If-Match")
    if route.idempotent:
        headers.append("Idempotency-Key")
    return found + [{"$ref": f"#/components/parameters/{name}"} for name in headers]


def _path_schema(kind: type) -> Schema:
    if kind is UUID:
        return {"type": "string", "format": "uuid"}
    if kind is int:
        return {"type": "integer", "minimum": 0, "maximum": 999_999_999}
    return {"type": "string", "minLength": 1, "maxLength": MAX_SEGMENT}


def _responses(route: Route, told: Contract, schemas: Schemas, shared: dict[str, Schema]) -> dict[str, Schema]:
    common = _COMMON if route.limit is None else _COUNTED
    found = {told.status: _success(route, told, schemas, common)}
    if told.existing:
        found[200] = {**found[told.status], "description": "The resource already existed."}
    if route.method in SAFE and told.result not in (NoContent, Stream):
        found[304] = {"description": "The resource has not changed.", "headers": _headers([*common, "ETag"])}
    for status, codes in _problems(route, told).items():
        response = _problem(status, codes, common)
        usual = _problem(status, _USUAL.get(status, []), _COUNTED)
        if response == usual:
            name = HTTPStatus(status).phrase.replace(" ", "")
            shared[name] = usual
            response = {"$ref": f"#/components/responses/{name}"}
        if status in route.members:
            more = {"allOf": [reference("Problem"), schemas.of_class(route.members[status], "out")]}
            response["content"] = {MEDIA_TYPE: {"schema": {"anyOf": [reference("Problem"), more]}}}
        found[status] = response
    return {str(status): found[status] for status in sorted(found)}


def _success(route: Route, told: Contract, schemas: Schemas, common: Sequence[str]) -> Schema:
    headers = list(common)
    if told.result not in (NoContent, Stream):
        if route.method in SAFE or told.versioned:
            headers.append("ETag")
        if told.wraps is Created:
            headers.append("Location")
        if route.idempotent:
            headers.append("Idempotency-Replayed")
    content = _content(route, told, schemas)
    return {
        "description": HTTPStatus(told.status).phrase + ".",
        "headers": _headers(headers),
        **({"content": content} if content else {}),
    }


def _content(route: Route, told: Contract, schemas: Schemas) -> Schema | None:
    if told.result is NoContent:
        return None
    if told.result is Raw:
        return {_raw_media_type(route): {}}
    if told.result is Stream:
        return {EVENTS: {"schema": _TEXT}}
    schema = schemas.page_of(told.result) if told.wraps is Page else schemas.of_class(told.result, "out")
    return {"application/json": {"schema": schema}}


def _raw_media_type(route: Route) -> str:
    """Return the media type in `-> Annotated[Raw, "text/html"]`, or */* for a plain Raw."""
    hint = get_type_hints(route.handler, include_extras=True)["return"]
    return str(get_args(hint)[1]) if get_origin(hint) is Annotated else "*/*"


def _problems(route: Route, told: Contract) -> dict[int, list[str]]:
    """Return the problem codes of a route, by status."""
    statuses = [400, 422, 503]
    if route.auth is not PUBLIC:
        statuses.append(401)
    if route.auth is ADMIN:
        statuses.append(403)
    if route.parameters:
        statuses.append(404)
    if route.parameters or told.query is not None:
        statuses.append(414)
    if told.body is not None:
        statuses += [408, 413, 415]
    if route.idempotent:
        statuses.append(409)
    if told.if_match:
        statuses += [412, 428]
    if route.limit is not None:
        statuses.append(429)
    found = {status: list(_USUAL.get(status, [])) for status in statuses}
    moved = {308: "moved"} if told.moves else {}
    for status, codes in (moved | route.responses).items():
        found[status] = list(dict.fromkeys([*found.get(status, []), *codes.split()]))
    return found


def _problem(status: int, codes: Sequence[str], common: Sequence[str]) -> Schema:
    headers = list(common)
    match status:
        case 308:
            headers.append("Location")
        case 401:
            headers.append("WWW-Authenticate")
        case 429 | 503:
            headers.append("Retry-After")
        case 409 if "in_flight" in codes:
            headers.append("Retry-After")
    told = f" Code: {', '.join(f'`{code}`' for code in codes)}." if codes else ""
    return {
        "description": _WHEN.get(status, HTTPStatus(status).phrase + ".") + told,
        "headers": _headers(headers),
        "content": {MEDIA_TYPE: {"schema": reference("Problem")}},
    }


def _headers(names: Sequence[str]) -> Schema:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
