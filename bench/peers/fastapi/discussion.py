"""Creating comments: validation, mentions and notifications."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bench.peers.fastapi import schemas
from bench.peers.fastapi.answers import tag_of
from bench.peers.fastapi.dependencies import COMMENT, Admission, MakerDep, SessionDep
from bench.peers.fastapi.models import Comment, Maker, Project, ProjectMember, ProjectStats
from bench.peers.fastapi.problems import NotFound, Problem
from bench.peers.fastapi.projects import notify, place_of, refuse_removed
from service.core.ids import new_id
from service.features.accounts.identity.domain import Refused
from service.features.community.discussion.domain import REPEATED_WITHIN, body_of, concerned, mentions, place_below

router = APIRouter(prefix="/projects")


@router.post("/{handle}/{slug}/comments", status_code=201, response_model=schemas.Comment)
async def create_comment(
    session: SessionDep,
    maker: MakerDep,
    _: Annotated[Admission, Depends(COMMENT)],
    handle: str,
    slug: str,
    body: schemas.NewComment,
) -> Response:
    try:
        said = body_of(body.body)
    except Refused as refused:
        raise Problem(422, "invalid_input", str(refused), pointer="/body") from None
    author, project_id = await _place(session, maker.maker_id, handle, slug)
    workers = await session.scalars(
        select(ProjectMember.maker_id)
        .where(ProjectMember.project_id == project_id, ProjectMember.role.in_(("owner", "editor")))
        .order_by(ProjectMember.maker_id)
    )
    called = await _called(session, said)
    # From here on, the project's row is locked against other comments and deletions.
    await session.execute(
        select(ProjectStats.project_id).where(ProjectStats.project_id == project_id).with_for_update(key_share=True)
    )
    parent = None if body.parent_id is None else await _parent(session, project_id, body.parent_id)
    parent_id, depth = (None, 1) if parent is None else place_below(parent.comment_id, parent.depth, parent.parent_id)
    now = datetime.now(UTC)
    repeated = exists().where(
        Comment.author_id == maker.maker_id,
        Comment.created_at > now - REPEATED_WITHIN,
        Comment.project_id == project_id,
        Comment.parent_id.is_not_distinct_from(parent_id),
        Comment.workflow_id.is_(None),
        Comment.body == said,
    )
    if await session.scalar(select(repeated)):
        raise Problem(409, "duplicate_comment", "You just posted this comment.", pointer="/body")
    comment = Comment(
        comment_id=new_id(),
        project_id=project_id,
        parent_id=parent_id,
        depth=depth,
        author_id=maker.maker_id,
        body=said,
        mentions=list(called),
        created_at=now,
    )
    session.add(comment)
    _tell(session, comment, called, None if parent is None else parent.author_id, workers.all())
    await session.flush()
    made = schemas.Comment.model_validate({**_columns(comment), "author": author})
    await session.commit()
    content = made.model_dump_json().encode()
    headers = {
        "Cache-Control": "no-store",
        "ETag": tag_of(content, made.version),
        "Location": f"/api/v1/comments/{made.comment_id}",
    }
    return Response(content, 201, headers, "application/json")


def _columns(comment: Comment) -> dict[str, object]:
    return {column.key: getattr(comment, column.key) for column in Comment.__mapper__.column_attrs}


async def _place(session: AsyncSession, maker_id: UUID, handle: str, slug: str) -> tuple[Maker, UUID]:
    """Lock the author's row and return the author and the project, if they may comment on it."""
    me = aliased(Maker)
    place = (
        place_of(handle, slug, maker_id, me, Project.project_id, Project.status)
        .join(me, me.maker_id == maker_id)
        .with_for_update(of=me, read=True, key_share=True)
    )
    found = (await session.execute(place)).one_or_none()
    if found is None:
        raise NotFound
    author, project_id, status = found
    if author.status != "active":
        raise Problem(403, "account_inactive", "This account can't comment. It is suspended or not active.")
    refuse_removed(status)
    return author, project_id


async def _called(session: AsyncSession, said: str) -> dict[str, UUID]:
    handles = mentions(said)
    if not handles:
        return {}
    makers = await session.execute(
        select(Maker.handle, Maker.maker_id).where(Maker.handle.in_(handles), Maker.status != "deleted")
    )
    found = {maker.handle: maker.maker_id for maker in makers}
    return {handle: found[handle] for handle in handles if handle in found}


async def _parent(session: AsyncSession, project_id: UUID, comment_id: UUID) -> Comment:
    parent = await session.scalar(
        select(Comment).where(
            Comment.comment_id == comment_id,
            Comment.project_id == project_id,
            Comment.deleted_at.is_(None),
            Comment.removed_at.is_(None),
        )
    )
    if parent is None:
        raise Problem(409, "parent_gone", "The comment you reply to doesn't exist.", pointer="/parent_id")
    return parent


def _tell(
    session: AsyncSession, comment: Comment, called: dict[str, UUID], answered: UUID | None, workers: Sequence[UUID]
) -> None:
    calls, reply, others = concerned(comment.author_id, called.values(), answered, workers)
    subject = {"project_id": str(comment.project_id), "comment_id": str(comment.comment_id)}
    notify(session, "mention", comment.author_id, calls, subject)
    notify(session, "reply", comment.author_id, reply, subject)
    notify(session, "comment", comment.author_id, others, subject)
