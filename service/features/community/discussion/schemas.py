"""What the discussion's endpoints take and give."""

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


@frozen(kw_only=True)
class NewStepComment:
    """The step of a version that a comment is about, by the workflow's slug, the version's number, the step's key."""

    workflow: str = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN, example="lesson")
    version: int = integer(min=1, max=2**31 - 1, example=2)
    step: str = text(min=1, max=KEY_LENGTH, multiline=False, example="outline")


@frozen(kw_only=True)
class NewComment:
    """`parent_id` makes it a reply, `on` says which step it is about: one or the other, or neither."""

    body: str = text(min=1, max=BODY_LENGTH, description="Markdown. `@handle` calls a maker.", example="Works for me.")
    parent_id: UUID | None = None
    on: NewStepComment | None = None


@frozen(kw_only=True)
class CommentEdit:
    body: str = text(min=1, max=BODY_LENGTH, description="Markdown.")


@frozen
class CommentedStep:
    """`outdated`: the newest version has no such step any more, or one that says something else. `workflow` is null
    once the workflow is deleted."""

    workflow: str | None
    version: int
    step: str
    outdated: bool


@frozen
class Comment:
    """`body` is Markdown, `mentions` the handles in it of makers there are. What was `deleted` by its author or
    `removed` by an admin stands without author and body; an author who deleted their account is null too. `replies`
    counts the direct ones; `thread` begins with the best of them, and `next_cursor`, unless null, is where
    `GET /comments/{comment_id}/replies` goes on.
    """

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


@frozen
class CommentedProject:
    project_id: UUID
    handle: str
    slug: str
    title: str


@frozen
class PlacedComment(Comment):
    """A comment by itself, with the project it is in."""

    project: CommentedProject


@frozen(kw_only=True)
class CommentQuery(PageQuery):
    sort: Literal["best", "new"] = "best"
    workflow: str | None = text(max=100, default=None, description="Only threads on steps of this workflow.")
    step: str | None = text(max=100, default=None, description="Only threads on this step; goes with `workflow`.")


@frozen(kw_only=True)
class Vote:
    """1 is for it, -1 against."""

    value: Literal[1, -1]


@frozen
class OwnVote:
    comment_id: UUID
    value: Literal[1, -1]
