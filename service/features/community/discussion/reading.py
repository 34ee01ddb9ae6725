"""Read operations for comments: pages of threads, replies, one comment, and the caller's own votes.

Comments are the same for every reader with access. A separate request returns the caller's own votes.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from service.db.pool import Db
from service.deps import Deps
from service.features.community.discussion.domain import BREADTH, replies_shown
from service.features.community.discussion.queries import (
    CommentRow,
    DatedRow,
    ScoredRow,
    SeenRow,
    VoteRow,
    find_workflow,
    get_seen,
    list_best,
    list_new,
    list_replies,
    list_step_best,
    list_step_new,
    list_threads,
    list_votes,
    list_workflow_best,
    list_workflow_new,
)
from service.features.community.discussion.schemas import (
    Comment,
    CommentedProject,
    CommentQuery,
    OwnVote,
    PlacedComment,
)
from service.features.projects.projects.schemas import Owner
from service.features.workflows.versions.access import visible_project
from service.http.pagination import LAST_ID, NEWEST, Cursors, PageQuery, PageRequest
from service.http.problem import FieldError, NotFound, Unprocessable
from service.http.refs import ProjectRef
from service.http.request import Principal
from service.http.results import Page
from service.http.schema.mapper import GIVEN, mapper

_BEST: Final = (2.0, LAST_ID)
"""Sorts before every score: the start position of a first page."""


async def list_comments(deps: Deps, query: CommentQuery, ref: ProjectRef) -> Page[Comment]:
    """List the threads of a project, best or newest first.

    Each thread has its best replies. The rank `best` is the lower bound of the Wilson score interval. `workflow`
    filters threads by the steps of a workflow, `step` by one of its steps.
    """
    if query.step is not None and query.workflow is None:
        message = "`step` requires `workflow`."
        raise Unprocessable([FieldError("/workflow", "required", message)], message)
    project = await visible_project(deps, ref)
    workflow_id = None
    if query.workflow is not None:
        workflow_id = await find_workflow(deps.db, project.project_id, query.workflow)
        if workflow_id is None:
            return Page([], None)
    scope = f"projects/{project.project_id}/comments?sort={query.sort}&workflow={workflow_id}&step={query.step}"
    page = deps.cursors.page(query, scope, _BEST if query.sort == "best" else NEWEST)
    return await _page(deps, page, await _walk(deps.db, query, project.project_id, workflow_id, page.place))


async def _walk(
    db: Db, query: CommentQuery, project_id: UUID, workflow_id: UUID | None, place: Any
) -> Sequence[ScoredRow | DatedRow]:
    """Return the top-level comments of a page, read along the index of their order."""
    best = query.sort == "best"
    if workflow_id is None:
        return await (list_best(db, project_id, *place) if best else list_new(db, project_id, *place))
    if query.step is None:
        return await (list_workflow_best if best else list_workflow_new)(db, workflow_id, *place)
    return await (list_step_best if best else list_step_new)(db, workflow_id, query.step, *place)


async def list_comment_replies(
    deps: Deps, viewer: Principal | None, query: PageQuery, comment_id: UUID
) -> Page[Comment]:
    """List the direct replies to a comment, best first.

    Each reply has its own best replies.
    """
    await seen(deps, viewer, comment_id)
    page = deps.cursors.page(query, _replies_of(comment_id), _BEST)
    return await _page(deps, page, await list_replies(deps.db, comment_id, *page.place))


async def get_comment(deps: Deps, viewer: Principal | None, comment_id: UUID) -> PlacedComment:
    """Return a comment with its best replies and its project."""
    place = await seen(deps, viewer, comment_id)
    comment = await comment_by_id(deps, deps.db, comment_id, replies_shown(1))
    return _placed_of(comment, project=_project_of(place))


async def list_own_votes(deps: Deps, maker: Principal, query: PageQuery, ref: ProjectRef) -> Page[OwnVote]:
    """List your votes on a project's comments, newest comment first.

    Votes are separate from comments, so that comments are the same for every reader.
    """
    project = await visible_project(deps, ref)
    scope = f"projects/{project.project_id}/comments/votes/{maker.maker_id}"
    page = deps.cursors.page(query, scope, (LAST_ID,))
    rows = await list_votes(deps.db, maker.maker_id, project.project_id, *page.place)
    return page.of(rows, lambda row: (row.comment_id,), _vote_of)


async def seen(deps: Deps, viewer: Principal | None, comment_id: UUID) -> SeenRow:
    """Return the project and id of a comment. Raise NotFound if the viewer cannot see the project."""
    return await get_seen(deps.db, comment_id, None if viewer is None else viewer.maker_id)


async def comment_by_id(deps: Deps, db: Db, comment_id: UUID, replies: int = 0) -> Comment:
    """Return a comment with up to `replies` replies below it. Raise NotFound if it does not exist."""
    rows = await list_threads(db, [comment_id], BREADTH, replies)
    if not rows:
        raise NotFound
    return threads_of(deps.cursors, [comment_id], rows)[0]


async def _page(deps: Deps, page: PageRequest, rows: Sequence[ScoredRow | DatedRow]) -> Page[Comment]:
    """Return the page of these top-level comments. A page takes two statements; this is the second."""
    tops = page.of(rows, _position, lambda row: row.comment_id)
    found = await list_threads(deps.db, tops.data, BREADTH, replies_shown(page.limit)) if tops.data else []
    return Page(threads_of(deps.cursors, tops.data, found), tops.next_cursor)


def _position(row: ScoredRow | DatedRow) -> tuple[Any, UUID]:
    return (row.score if isinstance(row, ScoredRow) else row.created_at), row.comment_id


# Conversion of rows to wire types


def threads_of(cursors: Cursors, tops: Sequence[UUID], rows: Sequence[CommentRow]) -> list[Comment]:
    """Return the comments `tops` with the replies from `rows` below them. Omit comments that were deleted between the
    two statements."""
    below: dict[UUID | None, list[CommentRow]] = {}
    by_id = {row.comment_id: row for row in rows}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)

    def comment(row: CommentRow) -> Comment:
        thread = below.get(row.comment_id, [])
        cursor = None
        if row.replies > len(thread):
            last = (thread[-1].score, thread[-1].comment_id) if thread else _BEST
            cursor = cursors.encode(_replies_of(row.comment_id), last)
        return _comment_of(row, thread=[comment(each) for each in thread], next_cursor=cursor)

    return [comment(by_id[top]) for top in tops if top in by_id]


def _replies_of(comment_id: UUID) -> str:
    return f"comments/{comment_id}/replies"


_comment_of: Final = mapper(
    CommentRow, Comment, on={"version": "version_number", "step": "step_key"}, thread=GIVEN, next_cursor=GIVEN
)
_placed_of: Final = mapper(Comment, PlacedComment, project=GIVEN)
_project_of: Final = mapper(SeenRow, CommentedProject)
_vote_of: Final = mapper(VoteRow, OwnVote)


def new_comment(
    comment_id: UUID,
    project_id: UUID,
    parent_id: UUID | None,
    depth: int,
    author: Owner,
    body: str,
    mentions: list[str],
    now: datetime,
) -> Comment:
    """Return the wire form of a comment that was just inserted and is not about a step."""
    return Comment(
        comment_id,
        project_id,
        parent_id,
        depth,
        author,
        body,
        mentions,
        on=None,
        ups=0,
        downs=0,
        replies=0,
        deleted=False,
        removed=False,
        version=1,
        created_at=now,
        edited_at=None,
        thread=[],
        next_cursor=None,
    )
