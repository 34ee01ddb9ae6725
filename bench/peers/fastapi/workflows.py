"""Version of a workflow by number, label or `latest`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import aliased, contains_eager, selectinload

from bench.peers.fastapi import schemas
from bench.peers.fastapi.answers import conditional
from bench.peers.fastapi.dependencies import READ, Admission, ReadingDep, ViewerDep
from bench.peers.fastapi.models import Maker, Project, Workflow, WorkflowLabel, WorkflowVersion, visible_to
from bench.peers.fastapi.problems import NotFound
from service.features.workflows.versions.domain import Which, which_of

router = APIRouter(prefix="/projects")


@router.get("/{handle}/{slug}/workflows/{workflow}/versions/{version}", response_model=schemas.Version)
async def get_version(
    session: ReadingDep,
    viewer: ViewerDep,
    admission: Annotated[Admission, Depends(READ)],
    handle: str,
    slug: str,
    workflow: str,
    version: str,
) -> Response:
    which = which_of(version)
    if which is None:
        raise NotFound
    author = aliased(Maker)
    statement = (
        select(WorkflowVersion)
        .join(WorkflowVersion.workflow)
        .join(Workflow.project)
        .join(Project.owner)
        .join(WorkflowVersion.author.of_type(author))
        .options(
            contains_eager(WorkflowVersion.author.of_type(author)),
            selectinload(WorkflowVersion.labels),
        )
        .where(
            Maker.handle == handle.lower(),
            Maker.status != "deleted",
            Project.slug == slug,
            Workflow.slug == workflow,
            visible_to(None if viewer is None else viewer.maker_id),
            _is_asked_for(which),
        )
    )
    found = await session.scalar(statement)
    if found is None:
        raise NotFound
    return await conditional(admission, schemas.Version.model_validate(found), personal=viewer is not None)


def _is_asked_for(which: Which) -> ColumnElement[bool]:
    if which.number is not None:
        return WorkflowVersion.number == which.number
    if which.label is None:
        return WorkflowVersion.number == Workflow.head_number
    labelled = select(WorkflowLabel.number).where(
        WorkflowLabel.workflow_id == Workflow.workflow_id, WorkflowLabel.name == which.label
    )
    return WorkflowVersion.number == labelled.scalar_subquery()
