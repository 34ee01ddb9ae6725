"""Wire types of comments and votes."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from attrs import frozen

from service.features.community.discussion.domain import BODY_LENGTH
from service.features.projects.projects.domain import SLUG_LENGTH, SLUG_PATTERN
from service.features.projects.projects.schemas import Owner
from service.features.workflows.documents.document import KEY_LENGTH
from service.http.pagination import PageQuery
from service.http.schema.fields import integer, text
from service.http.schema.output import Output


@frozen(kw_only=True)
class NewStepComment:
    """Step that a comment is about: the workflow's slug, the version number and the step's key."""

    workflow: str = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, example="lesson")
    version: int = integer(min=1, max=2**31 - 1, example=2)
    step: str = text(min=1, max=KEY_LENGTH, multiline=False, example="outline")


@frozen(kw_only=True)
class NewComment:
    """New comment. `parent_id` makes it a reply; `on` names the step that it is about. Send at most one of them."""

    body: str = text(
        min=1, max=BODY_LENGTH, description="Markdown. `@handle` mentions a maker.", example="Works for me."
    )
    parent_id: UUID | None = None
    on: NewStepComment | None = None


@frozen(kw_only=True)
class CommentEdit:
    body: str = text(min=1, max=BODY_LENGTH, description="Markdown.")


class CommentedStep(Output):
    """Step that a comment is about. `outdated` is true if the newest version has changed or removed the step.
    `workflow` is null after the workflow is deleted."""

    workflow: str | None
    version: int
    step: str
    outdated: bool


class Comment(Output):
    """Comment in Markdown. `mentions` holds the handles in `body` that belong to makers. `deleted` (by the author) and
    `removed` (by an admin) comments have no author and no body. `author` is also null if the account is deleted.
    `replies` counts direct replies; `thread` holds the best of them. A non-null `next_cursor` continues them in `GET
    /comments/{comment_id}/replies`."""

    comment_id: UUID
    project_id: UUID
    parent_id: UUID | None
    depth: int
    author: Owner | None
    body: str | None
    mentions: list[str]
    on: CommentedStep | None
    ups: int
    downs: int
    replies: int
    deleted: bool
    removed: bool
    version: int
    created_at: datetime
    edited_at: datetime | None
    thread: "list[Comment]"
    next_cursor: str | None


class CommentedProject(Output):
    project_id: UUID
    handle: str
    slug: str
    title: str


class PlacedComment(Comment):
    """Comment with its project."""

    project: CommentedProject


@frozen(kw_only=True)
class CommentQuery(PageQuery):
    sort: Literal["best", "new"] = "best"
    workflow: str | None = text(max=100, default=None, description="Only threads on steps of this workflow.")
    step: str | None = text(max=100, default=None, description="Only threads on this step. Requires `workflow`.")


@frozen(kw_only=True)
class Vote:
    """Vote on a comment: 1 is an upvote, -1 a downvote."""

    value: Literal[1, -1]


class OwnVote(Output):
    comment_id: UUID
    value: Literal[1, -1]
