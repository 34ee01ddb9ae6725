"""Projects: one project, the front page, and stars."""

from datetime import UTC, datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy import Select, delete, select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, contains_eager, defer

from bench.peers.fastapi import models, schemas
from bench.peers.fastapi.answers import conditional, decode_cursor, encode_cursor
from bench.peers.fastapi.dependencies import READ, WRITE, Admission, MakerDep, ReadingDep, SessionDep, ViewerDep
from bench.peers.fastapi.models import Maker, Project, ProjectRank, Star, visible_to
from bench.peers.fastapi.problems import NotFound, Problem
from service.core.ids import new_id

router = APIRouter(prefix="/projects")

_LAST_ID: Final = UUID(int=2**128 - 1)
_SCOPE: Final = "projects?sort=hot&tag=None&tool=None&license=None"


def place_of(handle: str, slug: str, viewer_id: UUID | None, *columns: Any) -> Select[Any]:
    """Return a project by its path, if the viewer may see it."""
    return (
        select(*columns)
        .select_from(Project)
        .join(Project.owner)
        .where(Maker.handle == handle.lower(), Maker.status != "deleted", Project.slug == slug, visible_to(viewer_id))
    )


@router.get("", response_model=schemas.ProjectPage)
async def list_projects(
    request: Request,
    session: ReadingDep,
    admission: Annotated[Admission, Depends(READ)],
    query: Annotated[schemas.ProjectQuery, Query()],
) -> Response:
    below, below_id = float("inf"), _LAST_ID
    if query.cursor is not None:
        below, last = decode_cursor(request, _SCOPE, query.cursor)
        below_id = UUID(last)
    statement = (
        select(ProjectRank)
        .join(ProjectRank.project)
        .join(Project.owner)
        .join(Project.stats)
        .options(
            contains_eager(ProjectRank.project).options(
                defer(Project.body), defer(Project.links), contains_eager(Project.owner), contains_eager(Project.stats)
            )
        )
        .where(ProjectRank.topic == "all", tuple_(ProjectRank.hot, ProjectRank.project_id) < tuple_(below, below_id))
        .order_by(ProjectRank.hot.desc(), ProjectRank.project_id.desc())
        .limit(query.limit + 1)
    )
    rows = (await session.scalars(statement)).all()
    kept = rows[: query.limit]
    cursor = None
    if len(rows) > query.limit:
        cursor = encode_cursor(request, _SCOPE, [kept[-1].hot, str(kept[-1].project_id)])
    data = [schemas.ProjectSummary.model_validate(row.project) for row in kept]
    return await conditional(admission, schemas.ProjectPage(data=data, next_cursor=cursor))


@router.get("/{handle}/{slug}", response_model=schemas.Project)
async def get_project(
    session: ReadingDep, viewer: ViewerDep, admission: Annotated[Admission, Depends(READ)], handle: str, slug: str
) -> Response:
    statement = (
        place_of(handle, slug, None if viewer is None else viewer.maker_id, Project)
        .join(Project.stats)
        .options(contains_eager(Project.owner), contains_eager(Project.stats))
    )
    project = await session.scalar(statement)
    if project is None:
        raise NotFound
    found = schemas.Project.model_validate(project)
    return await conditional(admission, found, version=found.version, personal=viewer is not None)


@router.put("/{handle}/{slug}/star", status_code=204, dependencies=[Depends(WRITE)])
async def star_project(session: SessionDep, maker: MakerDep, handle: str, slug: str) -> Response:
    me = aliased(Maker)
    place = (
        place_of(handle, slug, maker.maker_id, Project.project_id, Project.owner_id, Project.status, me.status)
        .join(me, me.maker_id == maker.maker_id)
        .with_for_update(of=me, read=True, key_share=True)
    )
    found = (await session.execute(place)).one_or_none()
    if found is None:
        raise NotFound
    project_id, owner_id, status, my_status = found
    refuse_removed(status)
    if my_status != "active":
        raise Problem(403, "account_inactive", "This account can't star or follow. It is suspended or not active.")
    made = await session.scalar(
        insert(Star)
        .values(maker_id=maker.maker_id, project_id=project_id, created_at=datetime.now(UTC))
        .on_conflict_do_nothing(constraint="star_pkey")
        .returning(Star.project_id)
    )
    if made is not None:
        notify(session, "star", maker.maker_id, [owner_id], {"project_id": str(project_id)})
    await session.commit()
    return no_content()


@router.delete("/{handle}/{slug}/star", status_code=204, dependencies=[Depends(WRITE)])
async def unstar_project(session: SessionDep, maker: MakerDep, handle: str, slug: str) -> Response:
    project_id = await session.scalar(place_of(handle, slug, maker.maker_id, Project.project_id))
    if project_id is None:
        raise NotFound
    await session.execute(delete(Star).where(Star.project_id == project_id, Star.maker_id == maker.maker_id))
    await session.commit()
    return no_content()


def notify(session: AsyncSession, kind: str, actor_id: UUID, recipients: list[UUID], subject: dict[str, str]) -> None:
    """Insert the service's outbox job in the transaction of its cause, unless there is no recipient."""
    if recipients:
        about = {"kind": kind, "actor_id": str(actor_id), "recipients": list(map(str, recipients)), "subject": subject}
        session.add(models.OutboxJob(job_id=new_id(), kind="notifications.event", payload=about))


def refuse_removed(status: str) -> None:
    if status == "removed":
        raise Problem(409, "removed", "The project was removed by an admin.")


def no_content() -> Response:
    return Response(status_code=204, headers={"Cache-Control": "no-store"})
