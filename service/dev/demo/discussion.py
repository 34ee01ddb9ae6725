"""Load the comments and votes of the demo makers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from service.core.ids import new_id
from service.dev.demo.queries import insert_votes
from service.dev.demo.threads import DemoComment
from service.dev.demo.timeline import Happening, World
from service.features.accounts.notifications.notify import Event, Subject
from service.features.community.discussion import queries as discussion
from service.features.community.discussion.domain import concerned, mentions

VOTED_AFTER: Final = timedelta(hours=3)


def said(world: World, comments: Sequence[DemoComment]) -> Iterator[Happening]:
    """Yield the creations and deletions of comments."""
    for comment in comments:
        remark = comment.remark
        yield Happening(remark.days_ago, partial(_say, world, comment))
        if remark.deleted_days_ago is not None:
            yield Happening(remark.deleted_days_ago, partial(_delete, world, comment))


async def insert_all_votes(world: World, comments: Sequence[DemoComment], joined: Mapping[str, float]) -> None:
    """Insert all votes. `joined` maps each handle to the days since the maker joined."""
    votes = [
        (
            world.comments[comment],
            world.makers[handle],
            world.projects[comment.project],
            value,
            min(world.at(min(comment.remark.days_ago, joined[handle])) + VOTED_AFTER, world.now),
        )
        for comment in comments
        for handles, value in ((comment.remark.up, 1), (comment.remark.down, -1))
        for handle in handles
    ]
    await insert_votes(
        world.tx,
        [vote[0] for vote in votes],
        [vote[1] for vote in votes],
        [vote[2] for vote in votes],
        [vote[3] for vote in votes],
        [vote[4] for vote in votes],
    )


async def _say(world: World, comment: DemoComment, at: datetime) -> None:
    remark, parent, project_id = comment.remark, comment.parent, world.projects[comment.project]
    author_id = world.makers[remark.by]
    called = [handle for handle in mentions(comment.body) if handle in world.makers]
    on = await _step(world, comment)
    comment_id = world.comments[comment] = new_id()
    await discussion.insert(
        world.tx,
        comment_id,
        project_id,
        None if parent is None else world.comments[parent],
        remark.level,
        author_id,
        comment.body,
        called,
        *on,
        at,
        at,
        [],
        [],
    )
    about = Subject(project_id=project_id, comment_id=comment_id)
    answered = None if parent is None else world.makers[parent.remark.by]
    owner_id = world.owner_of(comment.project)
    calls, reply, workers = concerned(author_id, [world.makers[handle] for handle in called], answered, [owner_id])
    for event in (
        Event("mention", author_id, calls, about),
        Event("reply", author_id, reply, about),
        Event("comment", author_id, workers, about),
    ):
        if event.recipients:
            await world.tell(event, at)


async def _delete(world: World, comment: DemoComment, at: datetime) -> None:
    """Delete a comment that has replies, as its author would."""
    await discussion.update_deleted(world.tx, world.comments[comment], at)


async def _step(world: World, comment: DemoComment) -> tuple[UUID | None, int | None, str | None, bytes | None]:
    """Return the step that the comment is about. Raise ValueError if it does not exist."""
    if comment.remark.on is None:
        return None, None, None, None
    version, _, key = comment.remark.on.partition("/")
    workflow, _, number = version.partition("@")
    found = await discussion.find_step(world.tx, world.projects[comment.project], workflow, int(number), key)
    if found is None or found.digest is None:
        raise ValueError(f"{comment.project} has no step {comment.remark.on}")
    return found.workflow_id, found.number, key, found.digest
