"""Read endpoints of workflows and versions: lists, details, diffs and rendering."""

from typing import Final
from uuid import UUID

from service.core.cancellation import together
from service.deps import Deps
from service.features.projects.projects.queries import find_address
from service.features.workflows.documents.document import MAX_OPENINGS, openings
from service.features.workflows.documents.render import Rendered, render
from service.features.workflows.versions.access import visible_project, visible_version, visible_workflow
from service.features.workflows.versions.comparing import compare
from service.features.workflows.versions.domain import Address, address_of
from service.features.workflows.versions.queries import (
    LabelRow,
    VersionRow,
    WorkflowRow,
    find_version,
    list_labels,
    list_of_project,
    list_versions,
)
from service.features.workflows.versions.schemas import (
    Attribution,
    DiffQuery,
    Inputs,
    Label,
    Version,
    VersionDiff,
    VersionSummary,
    Workflow,
)
from service.features.workflows.versions.version_cache import version_cache
from service.http.pagination import PageQuery
from service.http.problem import FieldError, NotFound, Unprocessable
from service.http.refs import ProjectRef, WorkflowRef
from service.http.request import RequestInfo
from service.http.results import Page
from service.http.schema.mapper import GIVEN, mapper

_BEFORE_ALL: Final = UUID(int=0)
_AFTER_ALL: Final = 2**31 - 1


async def list_workflows(deps: Deps, query: PageQuery, project: ProjectRef) -> Page[Workflow]:
    """List the workflows of a project, the oldest first.

    Only members of the project see workflows without a version.
    """
    place = await visible_project(deps, project)
    scope = f"projects/{place.project_id}/workflows"
    page = deps.cursors.page(query, scope, (_BEFORE_ALL,))
    rows = await list_of_project(deps.db, place.project_id, project.viewer_id, *page.place)
    return page.of(rows, lambda row: (row.workflow_id,), workflow_of)


async def get_workflow(deps: Deps, workflow: WorkflowRef) -> Workflow:
    """Return a workflow.

    Its variables and steps are in its versions.
    """
    return workflow_of(await visible_workflow(deps, workflow))


async def list_workflow_versions(deps: Deps, query: PageQuery, workflow: WorkflowRef) -> Page[VersionSummary]:
    """List the versions of a workflow, the newest first."""
    found = await visible_workflow(deps, workflow)
    scope = f"workflows/{found.workflow_id}/versions"
    page = deps.cursors.page(query, scope, (_AFTER_ALL,))
    rows = await list_versions(deps.db, found.workflow_id, *page.place)
    return page.of(rows, lambda row: (row.number,), summary_of)


async def get_version(deps: Deps, workflow: WorkflowRef, version: str) -> Version:
    """Return a version by its number, a label or `latest`."""
    row = await visible_version(deps, workflow, version)
    return version_of(row, content=await version_cache.get(deps.db, row.version_id))


async def list_workflow_labels(deps: Deps, workflow: WorkflowRef) -> Page[Label]:
    """List the labels of a workflow by name.

    A workflow has at most 20 labels.
    """
    found = await visible_workflow(deps, workflow)
    return Page([label_of_row(row) for row in await list_labels(deps.db, found.workflow_id)], None)


async def render_version(deps: Deps, workflow: WorkflowRef, version: str, body: Inputs) -> Rendered:
    """Return the final text of every step, ready to copy.

    A placeholder replaces the output of an earlier step until `outputs` contains it. The service stores nothing.
    """
    row = await visible_version(deps, workflow, version)
    content = await version_cache.get(deps.db, row.version_id)
    if openings(content) > MAX_OPENINGS:  # only versions from before this limit
        message = f"The templates have more than {MAX_OPENINGS:,} slots. Save a version with fewer slots."
        raise Unprocessable([FieldError("", "too_many_slots", message)])
    return render(content, body.inputs, body.outputs)


async def diff_versions(deps: Deps, request: RequestInfo, query: DiffQuery, workflow: WorkflowRef) -> VersionDiff:
    """Compare two versions, step by step and word by word.

    Either side may be a version of another workflow, such as a remix.
    """
    sides = (query.from_, query.to)
    rows = await together(*(_side(deps, workflow, side) for side in sides))
    changes = await compare(deps, request, *rows)
    return VersionDiff(old=summary_of(rows[0]), new=summary_of(rows[1]), changes=changes)


async def _side(deps: Deps, workflow: WorkflowRef, side: str) -> VersionRow:
    address = address_of(side)
    if address is None:
        try:
            return await visible_version(deps, workflow, side)
        except NotFound:
            raise _no_version(side) from None
    row = await _at(deps, address, address.handle, address.slug, workflow.viewer_id)
    if row is None:
        today = await find_address(deps.db, address.handle, address.slug, workflow.viewer_id, deps.clock())
        if today is not None:
            row = await _at(deps, address, today.handle, today.slug, workflow.viewer_id)
    if row is None:
        raise _no_version(side)
    return row


def _no_version(side: str) -> NotFound:
    return NotFound(f"No version {side[:100]}, or you have no access.")


async def _at(deps: Deps, address: Address, handle: str, slug: str, viewer_id: UUID | None) -> VersionRow | None:
    which = address.which
    return await find_version(deps.db, handle, slug, address.workflow, which.number, which.label, viewer_id)


def workflow_path(workflow: Workflow) -> str:
    """Return the location of a workflow."""
    return f"/projects/{workflow.handle}/{workflow.project}/workflows/{workflow.slug}"


def version_path(workflow: WorkflowRef, number: int) -> str:
    """Return the location of a version."""
    return f"/projects/{workflow.handle}/{workflow.slug}/workflows/{workflow.workflow}/versions/{number}"


# Conversion of rows to wire types


def attribution_of(row: WorkflowRow) -> Attribution | None:
    handle, project, workflow = row.forked_from_handle, row.forked_from_project, row.forked_from_workflow
    title, number = row.forked_from_title, row.forked_from_number
    if handle is None or project is None or workflow is None or title is None or number is None:
        return None  # the constraint workflow_attributed allows all or none
    if row.is_source_unnamed:
        handle = project = workflow = title = ""
    return Attribution(
        handle=handle or None,
        project=project or None,
        workflow=workflow or None,
        title=title or None,
        number=number,
        version_id=row.forked_from_version_id,
    )


def _hash_of(row: VersionRow) -> str:
    return row.content_hash.hex()


workflow_of: Final = mapper(WorkflowRow, Workflow, forked_from=attribution_of)
summary_of: Final = mapper(VersionRow, VersionSummary, content_hash=_hash_of)
version_of: Final = mapper(VersionRow, Version, content_hash=_hash_of, content=GIVEN)
label_of_row: Final = mapper(LabelRow, Label)
