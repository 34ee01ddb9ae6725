"""Write operations for comments: create, update, delete and vote."""

from uuid import UUID

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity.checks import checked
from service.features.accounts.notifications.notify import Event, Kind, Subject, notify, payload_of
from service.features.community.discussion.domain import REPEATED_WITHIN, body_of, concerned, mentions, place_below
from service.features.community.discussion.queries import (
    LockedRow,
    ParentRow,
    PlaceRow,
    StepRow,
    delete,
    delete_vote,
    find_parent,
    find_step,
    insert,
    list_mentioned,
    lock_comment,
    lock_place,
    lock_stats,
    lock_stats_of,
    put_vote,
    update,
    update_deleted,
)
from service.features.community.discussion.reading import comment_by_id, new_comment
from service.features.community.discussion.schemas import Comment, CommentEdit, NewComment, NewStepComment, Vote
from service.features.projects.projects.reading import missing
from service.features.projects.projects.schemas import Owner
from service.http.etags import IfMatch
from service.http.problem import Conflict, FieldError, Forbidden, NotFound, Unprocessable
from service.http.refs import ProjectRef
from service.http.request import Principal
from service.http.results import Created, NoContent
from service.jobs.outbox import encoded


async def create_comment(tx: Tx, deps: Deps, maker: Principal, ref: ProjectRef, body: NewComment) -> Created[Comment]:
    """Create a comment on a project or a step of a version, or reply to a comment.

    Threads have at most eight levels: a reply to a comment on level eight stays on that level. Each recipient gets one
    notification: as a mentioned maker, else as the parent's author, else as the project's owner or editor.
    """
    said = checked("/body", body_of, body.body)
    if body.parent_id is not None and body.on is not None:
        message = "Send either `parent_id` or `on`. A reply is about the same step as its thread."
        raise Unprocessable([FieldError("/on", "mutually_exclusive", message)], message)
    called = await _called(tx, said)
    project = await _place(tx, deps, maker, ref, counters=body.on is None)
    step = None
    if body.on is not None:
        step = await _step(tx, project, body.on)
        await lock_stats(tx, project.project_id)
    # The counters are locked from here on: no other transaction adds or deletes a comment of this project.
    parent = None if body.parent_id is None else await _parent(tx, project, body.parent_id)
    parent_id, depth = (None, 1) if parent is None else place_below(parent.comment_id, parent.depth, parent.parent_id)
    comment_id = new_id()
    told = _told(maker, project, comment_id, called, None if parent is None else parent.author_id)
    now = deps.clock()
    is_new = await insert(
        tx,
        comment_id=comment_id,
        project_id=project.project_id,
        parent_id=parent_id,
        depth=depth,
        author_id=maker.maker_id,
        body=said,
        mentions=list(called),
        workflow_id=None if step is None else step.workflow_id,
        version_number=None if body.on is None else body.on.version,
        step_key=None if body.on is None else body.on.step,
        step_digest=None if step is None else step.digest,
        now=now,
        said_since=now - REPEATED_WITHIN,
        job_ids=[new_id() for _ in told],
        payloads=told,
    )
    if not is_new:
        raise Conflict("duplicate_comment", "You just posted this comment.", "/body")
    if step is None:
        author = Owner(project.handle, project.display_name, project.avatar_url)
        comment = new_comment(comment_id, project.project_id, parent_id, depth, author, said, list(called), now)
    else:
        comment = await comment_by_id(deps, tx, comment_id)
    return Created(comment, f"/comments/{comment_id}")


async def update_comment(
    tx: Tx, deps: Deps, maker: Principal, if_match: IfMatch, comment_id: UUID, body: CommentEdit
) -> Comment:
    """Update your comment.

    Newly mentioned makers get a notification.
    """
    row = await _own(tx, maker, comment_id)
    if_match.check(row.version)
    said = checked("/body", body_of, body.body)
    if said != row.body:
        called = await _called(tx, said)
        await update(tx, comment_id, said, list(called), deps.clock())
        fresh = [maker_id for handle, maker_id in called.items() if handle not in row.mentions]
        subject = Subject(project_id=row.project_id, comment_id=comment_id)
        await notify(tx, "mention", actor_id=maker.maker_id, recipients=_others(maker, fresh), subject=subject)
    return await comment_by_id(deps, tx, comment_id)


async def delete_comment(tx: Tx, deps: Deps, maker: Principal, comment_id: UUID) -> NoContent:
    """Delete your comment.

    If it has replies, an empty tombstone remains until the last reply is deleted.
    """
    if await lock_stats_of(tx, comment_id) is None:
        raise NotFound
    row = await _own(tx, maker, comment_id)
    if row.replies:
        await update_deleted(tx, comment_id, deps.clock())
    else:
        await delete(tx, comment_id)
    return NoContent()


async def vote_on_comment(tx: Tx, deps: Deps, maker: Principal, comment_id: UUID, body: Vote) -> NoContent:
    """Vote on a comment.

    Each maker has one vote per comment and can change it. You cannot vote on your own comment.
    """
    row = await _found(tx, maker, comment_id)
    _refuse_removed(row.status, row.removed)
    if row.author_id == maker.maker_id:
        message = "You can't vote on your own comment."
        raise Unprocessable([FieldError("", "own_comment", message)], message)
    await put_vote(tx, comment_id, maker.maker_id, row.project_id, body.value, deps.clock())
    return NoContent()


async def withdraw_vote(tx: Tx, deps: Deps, maker: Principal, comment_id: UUID) -> NoContent:
    """Withdraw your vote.

    Nothing changes if you did not vote.
    """
    if await lock_comment(tx, comment_id, maker.maker_id) is None:
        raise NotFound
    await delete_vote(tx, comment_id, maker.maker_id)
    return NoContent()


async def _place(tx: Tx, deps: Deps, maker: Principal, ref: ProjectRef, *, counters: bool) -> PlaceRow:
    """Return the project if the maker can see it and it is not removed. `counters` also locks its counters."""
    project = await lock_place(tx, ref.handle, ref.slug, maker.maker_id, counters)
    if project is None:
        raise await missing(tx, deps, ref)
    if project.maker_status != "active":
        raise Forbidden("account_inactive", "This account can't comment. It is suspended or not active.")
    _refuse_removed(project.status)
    return project


async def _step(tx: Tx, project: PlaceRow, on: NewStepComment) -> StepRow:
    """Return the commented step. Raise Unprocessable and name the missing workflow, version or step."""
    found = await find_step(tx, project.project_id, on.workflow, on.version, on.step)
    if found is None:
        error = FieldError("/on/workflow", "unknown_workflow", "This project has no such workflow.")
    elif found.number is None:
        error = FieldError("/on/version", "unknown_version", "The workflow has no such version.")
    elif found.digest is None:
        error = FieldError("/on/step", "unknown_step", "This version has no such step.")
    else:
        return found
    raise Unprocessable([error])


async def _parent(tx: Tx, project: PlaceRow, comment_id: UUID) -> ParentRow:
    parent = await find_parent(tx, project.project_id, comment_id)
    if parent is None:
        raise Conflict("parent_gone", "The comment you reply to doesn't exist.", "/parent_id")
    return parent


async def _called(tx: Tx, said: str) -> dict[str, UUID]:
    """Return the mentioned makers that exist, in the order of the text."""
    handles = mentions(said)
    if not handles:
        return {}
    found = {row.handle: row.maker_id for row in await list_mentioned(tx, handles)}
    return {handle: found[handle] for handle in handles if handle in found}


def _told(
    maker: Principal, project: PlaceRow, comment_id: UUID, called: dict[str, UUID], answered: UUID | None
) -> list[str]:
    """Return the payloads of a comment's notification jobs."""
    calls, reply, workers = concerned(maker.maker_id, called.values(), answered, project.workers)
    subject = Subject(project_id=project.project_id, comment_id=comment_id)
    heard: list[tuple[Kind, list[UUID]]] = [("mention", calls), ("reply", reply), ("comment", workers)]
    return [encoded(payload_of(Event(kind, maker.maker_id, makers, subject))) for kind, makers in heard if makers]


def _others(maker: Principal, makers: list[UUID]) -> list[UUID]:
    return [maker_id for maker_id in makers if maker_id != maker.maker_id]


async def _found(tx: Tx, maker: Principal, comment_id: UUID) -> LockedRow:
    """Lock the comment if the maker can see it. Raise NotFound otherwise or if it was deleted."""
    row = await lock_comment(tx, comment_id, maker.maker_id)
    if row is None or row.deleted:
        raise NotFound
    return row


async def _own(tx: Tx, maker: Principal, comment_id: UUID) -> LockedRow:
    """Lock the author's comment. Raise Forbidden for other makers, Conflict if it or its project was removed."""
    row = await _found(tx, maker, comment_id)
    if row.author_id != maker.maker_id:
        raise Forbidden("not_yours", "Only the author can change or delete a comment.")
    _refuse_removed(row.status, row.removed)
    return row


def _refuse_removed(status: str, comment: bool = False) -> None:
    if status == "removed" or comment:
        what = "This comment" if comment else "The project"
        raise Conflict("removed", f"{what} was removed by an admin.")
