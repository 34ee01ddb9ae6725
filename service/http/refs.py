"""References to resources in a request's path, with the caller. A handler names them in its signature.

A resource whose address has changed redirects, so OpenAPI documents 308 on every route whose handler takes a reference.
"""

from typing import ClassVar, NewType
from uuid import UUID

from service.http.problem import Moved
from service.http.request import RequestInfo

Lower = NewType("Lower", str)
"""Path parameter in lower case: a handle or a tag, for which upper case has no meaning."""


class MakerRef:
    """Maker in a request's path. `viewer_id` is the caller, or None without a login and on shared pages."""

    NAMES: ClassVar[tuple[str, ...]] = ("handle",)
    """Path parameters in the order of the constructor's arguments."""

    __slots__ = ("_request", "handle", "viewer_id")

    def __init__(self, request: RequestInfo, viewer_id: UUID | None, handle: str) -> None:
        self._request = request
        self.viewer_id = viewer_id
        self.handle = handle.lower()

    def moved(self, *names: str) -> Moved:
        """Return a redirect to this request's path and query, with other names in place of NAMES."""
        segments = self._request.path.split("/")
        template = self._request.route.split("/")
        for name, value in zip(self.NAMES, names, strict=False):
            segments[template.index(f"{{{name}}}")] = value
        path, query = "/".join(segments), self._request.query_string
        return Moved(f"{path}?{query}" if query else path)


class CollectionRef(MakerRef):
    """Collection in a request's path."""

    NAMES: ClassVar[tuple[str, ...]] = ("handle", "slug")
    __slots__ = ("slug",)

    def __init__(self, request: RequestInfo, viewer_id: UUID | None, handle: str, slug: str) -> None:
        super().__init__(request, viewer_id, handle)
        self.slug = slug


class ProjectRef(MakerRef):
    """Project in a request's path."""

    NAMES: ClassVar[tuple[str, ...]] = ("handle", "slug")
    __slots__ = ("slug",)

    def __init__(self, request: RequestInfo, viewer_id: UUID | None, handle: str, slug: str) -> None:
        super().__init__(request, viewer_id, handle)
        self.slug = slug


class WorkflowRef(ProjectRef):
    """Workflow in a request's path. It moves with its project."""

    NAMES: ClassVar[tuple[str, ...]] = ("handle", "slug", "workflow")
    __slots__ = ("workflow",)

    def __init__(self, request: RequestInfo, viewer_id: UUID | None, handle: str, slug: str, workflow: str) -> None:
        super().__init__(request, viewer_id, handle, slug)
        self.workflow = workflow

    @property
    def address(self) -> tuple[str, str, str]:
        return self.handle, self.slug, self.workflow
