"""Write endpoints of workflows: create, rename and delete."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity.checks import check, checked
from service.features.projects.projects.domain import FALLBACK_SLUG as NO_SLUG
from service.features.projects.projects.domain import OWNER, free_slug, line_of, slug_of, title_of
from service.features.workflows.documents.document import EMPTY, content_hash
from service.features.workflows.versions.access import editable_project, editable_workflow
from service.features.workflows.versions.domain import FALLBACK_SLUG, MAX_WORKFLOWS, RESERVED_SLUGS, slug_of_workflow
from service.features.workflows.versions.queries import (
    delete_workflow,
    get_workflow,
    insert,
    list_slugs,
    update_workflow,
)
from service.features.workflows.versions.reading import workflow_of, workflow_path
from service.features.workflows.versions.schemas import NewWorkflow, Workflow, WorkflowChanges
from service.features.workflows.versions.validation import refuse_large
from service.features.workflows.versions.version_cache import stored_of
from service.http.etags import IfMatch
from service.http.problem import Conflict, ConstraintProblem, FieldError, Unprocessable
from service.http.refs import ProjectRef, WorkflowRef
from service.http.request import Principal
from service.http.results import Created, NoContent
from service.http.schema.wire import patched

SLUG_TAKEN = ConstraintProblem(
    409, "slug_taken", "/slug", "The project already has a workflow with this slug. Choose another."
)


async def create_workflow(
    tx: Tx, deps: Deps, maker: Principal, project: ProjectRef, body: NewWorkflow
) -> Created[Workflow]:
    """Create a workflow with a draft.

    Without a slug, the service derives one from the title and appends a number when that slug is taken.
    """
    content = body.content or EMPTY
    refuse_large(content)
    columns = tidied({"slug": body.slug, "title": body.title, "summary": body.summary})
    place = await editable_project(tx, deps, maker, project)
    columns["slug"] = await choose_slug(tx, place.project_id, columns["slug"], columns["title"])
    workflow_id = new_id()
    await insert(
        tx,
        workflow_id,
        place.project_id,
        **columns,
        content=stored_of(content),
        content_hash=content_hash(content),
        maker_id=maker.maker_id,
        now=deps.clock(),
    )
    made = workflow_of(await get_workflow(tx, workflow_id))
    return Created(made, workflow_path(made))


async def choose_slug(tx: Tx, project_id: UUID, wanted: str | None, title: str) -> str:
    """Return a free slug in a locked project: the wanted slug, or one derived from the title.

    Raises Conflict when the slug is taken or the project is full, Unprocessable when the slug is reserved.
    """
    taken = await list_slugs(tx, project_id)
    if len(taken) >= MAX_WORKFLOWS:
        raise Conflict(
            "too_many_workflows", f"The project has reached the limit of {MAX_WORKFLOWS} workflows. Delete one first."
        )
    if wanted is None:
        return made_slug(title, taken)
    checked("/slug", slug_of_workflow, wanted)
    if wanted in taken:
        raise SLUG_TAKEN.problem()
    return wanted


def made_slug(title: str, taken: Collection[str]) -> str:
    """Derive a slug from a title that no other workflow of the project has."""
    slug = slug_of(title)
    return free_slug(FALLBACK_SLUG if slug == NO_SLUG else slug, {*taken, *RESERVED_SLUGS})


async def update_workflow_details(
    tx: Tx, deps: Deps, maker: Principal, if_match: IfMatch, workflow: WorkflowRef, body: WorkflowChanges
) -> Workflow:
    """Update the title, slug or summary of a workflow.

    To change its steps, save the draft and then a version.
    """
    found = await editable_workflow(tx, deps, maker, workflow)
    if_match.check(found.version)
    stored, columns = patched(found, body)
    columns = tidied(columns)
    if columns["slug"] != found.slug:
        if found.head_number is not None:
            raise Conflict(
                "slug_fixed",
                "The slug can't change after the first version, because other pages may link to it.",
                "/slug",
            )
        checked("/slug", slug_of_workflow, columns["slug"])
    if columns != stored:
        await update_workflow(tx, found.workflow_id, **columns, now=deps.clock())
    return workflow_of(await get_workflow(tx, found.workflow_id))


async def delete_workflow_for_good(tx: Tx, deps: Deps, maker: Principal, workflow: WorkflowRef) -> NoContent:
    """Delete a workflow permanently, with its draft, versions and labels.

    Its remixes stay. Only the owner of the project can delete a workflow.
    """
    found = await editable_workflow(tx, deps, maker, workflow, OWNER)
    await delete_workflow(tx, found.workflow_id)
    return NoContent()


def tidied(columns: dict[str, Any]) -> dict[str, Any]:
    """Normalize title and summary for storage. Raises Unprocessable with every error."""
    errors: list[FieldError] = []
    checked_columns = {
        **columns,
        "title": check(errors, "/title", title_of, columns["title"]),
        "summary": check(errors, "/summary", line_of, columns["summary"]),
    }
    if errors:
        raise Unprocessable(errors)
    return checked_columns
