"""Routes as tables. What a route needs of its caller, and how often it may be asked, cannot be left out."""

import inspect
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any, Final
from urllib.parse import unquote

from attrs import field, frozen

from service.cache.limits import Limit

DEFAULT_BODY_LIMIT: Final = 256 * 1024
MAX_SEGMENT: Final = 200
"""Characters in one path parameter at most; nothing here has a longer name."""


class Auth(Enum):
    """Who may call. A token that is sent and does not hold is 401 everywhere but on PUBLIC routes."""

    PUBLIC = "public"
    OPTIONAL = "optional"
    MAKER = "maker"
    ADMIN = "admin"


PUBLIC: Final = Auth.PUBLIC
OPTIONAL: Final = Auth.OPTIONAL
MAKER: Final = Auth.MAKER
ADMIN: Final = Auth.ADMIN

type Handler = Callable[..., Awaitable[Any]]


@frozen
class Route:
    """One line of a table. `body_limit` is bytes; `responses` documents what only the handler knows:
    status → codes, separated by spaces; `members`: status → what more a problem of one of them tells.

    `shared`: a GET whose result is the same for everybody and is cached (service/cache/page_cache.py). Any other method
    invalidates the page cache unless its route is `private`: nothing that it changes is on a cached page."""

    method: str
    path: str
    handler: Handler
    auth: Auth
    limit: Limit | None
    body_limit: int = DEFAULT_BODY_LIMIT
    idempotent: bool = False
    responses: dict[int, str] = field(factory=dict)
    members: dict[int, type] = field(factory=dict)
    shared: bool = False
    private: bool = False

    @property
    def name(self) -> str:
        return self.handler.__name__

    @property
    def parameters(self) -> list[str]:
        """The names in braces, in order."""
        return [segment[1:-1] for segment in self.path.split("/") if segment.startswith("{")]

    @property
    def doc(self) -> str:
        return inspect.getdoc(self.handler) or ""


def route(
    method: str,
    path: str,
    handler: Handler,
    *,
    auth: Auth,
    limit: Limit | None,
    body_limit: int = DEFAULT_BODY_LIMIT,
    idempotent: bool = False,
    responses: dict[int, str] | None = None,
    members: dict[int, type] | None = None,
    shared: bool = False,
    private: bool = False,
) -> Route:
    """One route. `auth` and `limit` have no default: PUBLIC and UNLIMITED are written out."""
    return Route(
        method, path, handler, auth, limit, body_limit, idempotent, responses or {}, members or {}, shared, private
    )


class RouteError(Exception):
    """A route table that cannot work. Raised at boot."""


class _Node[T]:
    __slots__ = ("children", "methods", "parameter")

    def __init__(self) -> None:
        self.children: dict[str, _Node[T]] = {}
        self.parameter: _Node[T] | None = None
        self.methods: dict[str, T] = {}


class Router[T]:
    """Path and method → target. A literal segment goes before a parameter."""

    def __init__(self) -> None:
        self._static: dict[str, dict[str, T]] = {}
        self._root: _Node[T] = _Node()

    def add(self, method: str, path: str, target: T) -> None:
        """Adds one target. Raises RouteError when two would answer the same request."""
        if "{" not in path:
            methods = self._static.setdefault(path, {})
        else:
            node = self._root
            for segment in path.split("/")[1:]:
                if segment.startswith("{"):
                    node.parameter = node.parameter or _Node()
                    node = node.parameter
                else:
                    node = node.children.setdefault(segment, _Node())
            methods = node.methods
        if method in methods:
            raise RouteError(f"{method} {path}: two routes answer this")
        methods[method] = target

    def find(self, path: str) -> tuple[dict[str, T], list[str]] | None:
        """The targets by method and the decoded parameters of a raw path; None when nothing is there."""
        static = self._static.get(path)
        if static is not None:
            return static, []
        arguments: list[str] = []
        segments = path.split("/")
        node = _walk(self._root, segments, 1, arguments)
        if node is None:
            return None
        for index, argument in enumerate(arguments):
            if "%" in argument:
                try:
                    argument = arguments[index] = unquote(argument, errors="strict")
                except UnicodeDecodeError:
                    return None
            if not argument or len(argument) > MAX_SEGMENT or not argument.isprintable():
                return None
        return node.methods, arguments


def _walk[T](node: _Node[T], segments: list[str], index: int, arguments: list[str]) -> _Node[T] | None:
    if index == len(segments):
        return node if node.methods else None
    segment = segments[index]
    child = node.children.get(segment)
    if child is not None:
        found = _walk(child, segments, index + 1, arguments)
        if found is not None:
            return found
    if node.parameter is None:
        return None
    arguments.append(segment)
    found = _walk(node.parameter, segments, index + 1, arguments)
    if found is None:
        arguments.pop()
    return found
