"""Route tables and the router. Every route declares its authentication and its rate limit."""

import inspect
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any, Final
from urllib.parse import unquote

from attrs import field, frozen

from service.cache.limits import Limit

DEFAULT_BODY_LIMIT: Final = 256 * 1024
MAX_SEGMENT: Final = 200
"""Maximum characters of a path parameter; no identifier in the API is longer."""


class Auth(Enum):
    """Authentication that a route requires. An invalid token is 401 on every route that is not PUBLIC."""

    PUBLIC = "public"
    OPTIONAL = "optional"
    MAKER = "maker"
    ADMIN = "admin"


PUBLIC: Final = Auth.PUBLIC
OPTIONAL: Final = Auth.OPTIONAL
MAKER: Final = Auth.MAKER
ADMIN: Final = Auth.ADMIN

type Handler = Callable[..., Awaitable[Any]]


@frozen(eq=False)
class Route:
    """One entry of a route table, compared by identity. `auth` and `limit` have no default, so PUBLIC and UNLIMITED are
    explicit.

    `body_limit` is in bytes. `responses` documents the handler's own problems: status → codes, separated by spaces.
    `members` maps a status to the type of its problem's extension members.

    `shared` marks a GET with the same result for every caller, which is cached (service/cache/page_cache.py).
    Every other method invalidates the page cache, unless `private` says that its changes appear on no cached page.
    """

    method: str
    path: str
    handler: Handler
    auth: Auth = field(kw_only=True)
    limit: Limit | None = field(kw_only=True)
    body_limit: int = field(kw_only=True, default=DEFAULT_BODY_LIMIT)
    idempotent: bool = field(kw_only=True, default=False)
    responses: dict[int, str] = field(kw_only=True, factory=dict)
    members: dict[int, type] = field(kw_only=True, factory=dict)
    shared: bool = field(kw_only=True, default=False)
    private: bool = field(kw_only=True, default=False)

    @property
    def name(self) -> str:
        return self.handler.__name__

    @property
    def parameters(self) -> list[str]:
        """Return the names of the path parameters, in order."""
        return [segment[1:-1] for segment in self.path.split("/") if segment.startswith("{")]

    @property
    def doc(self) -> str:
        return inspect.getdoc(self.handler) or ""


route = Route


class RouteError(Exception):
    """Error in a route table or in a handler's signature, raised at boot."""


class _Node[T]:
    __slots__ = ("children", "methods", "parameter")

    def __init__(self) -> None:
        self.children: dict[str, _Node[T]] = {}
        self.parameter: _Node[T] | None = None
        self.methods: dict[str, T] = {}


class Router[T]:
    """Router from path and method to a target. A literal segment takes precedence over a parameter."""

    def __init__(self) -> None:
        self._static: dict[str, dict[str, T]] = {}
        self._root: _Node[T] = _Node()

    def add(self, method: str, path: str, target: T) -> None:
        """Add a target. Raise RouteError when the method and path are already registered."""
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
            raise RouteError(f"{method} {path}: two routes match")
        methods[method] = target

    def find(self, path: str) -> tuple[dict[str, T], list[str]] | None:
        """Return the targets by method and the decoded parameters of a raw path, or None when no route matches."""
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
