"""Creation of remixes: a version of a workflow becomes version 1 of a new workflow."""

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.notifications.notify import Subject, notify
from service.features.projects.projects.domain import EDITORS, refuse_read_only
from service.features.projects.projects.queries import find_owner
from service.features.projects.projects.reading import missing
from service.features.workflows.remixes.queries import SourceRow, copy_version, insert, lock_source
from service.features.workflows.remixes.schemas import NewRemix
from service.features.workflows.versions.domain import which_of
from service.features.workflows.versions.queries import LockedProjectRow, get_workflow, is_seen, lock_project
from service.features.workflows.versions.reading import workflow_of, workflow_path
from service.features.workflows.versions.schemas import Workflow
from service.features.workflows.versions.writing import choose_slug
from service.http.problem import Conflict, FieldError, Forbidden, Unprocessable
from service.http.refs import WorkflowRef
from service.http.request import Principal
from service.http.results import Created


async def fork_workflow(
    tx: Tx, deps: Deps, maker: Principal, workflow: WorkflowRef, body: NewRemix
) -> Created[Workflow]:
    """Remix a version of a workflow into one of your projects.

    The version becomes version 1 of a new workflow. You can remix any workflow that you can see, including your own
    and archived ones. The remix always keeps its attribution, and it stays when its source is deleted. It shows no
    names of a source that is not public, unless both are in one project. It shows no names of a source that an admin
    removed. The source's project counts the remix, unless both are in one project.
    """
    if not await is_seen(tx, *workflow.address, maker.maker_id):
        raise await missing(tx, deps, workflow)
    # Lock the target project before the source: deletes lock the project first, and the same order avoids deadlocks.
    place = await _target(tx, maker, body.project)
    source = await _held(tx, maker, workflow, body.version)
    now = deps.clock()
    workflow_id = new_id()
    chosen = await choose_slug(tx, place.project_id, body.slug, source.slug)
    named = source.is_out or source.project_id == place.project_id
    await insert(
        tx,
        workflow_id=workflow_id,
        project_id=place.project_id,
        slug=chosen,
        source_id=source.version_id,
        maker_id=maker.maker_id,
        now=now,
        is_named=named,
    )
    # No names in the changelog: versions are immutable, so names would outlast the removal of the source.
    changelog = f"Remix of version {source.number}."
    await copy_version(
        tx,
        version_id=new_id(),
        workflow_id=workflow_id,
        source_id=source.version_id,
        changelog=changelog,
        author_id=maker.maker_id,
        now=now,
    )
    if source.project_id != place.project_id and place.status == "published":  # a draft notifies when published
        about = Subject(project_id=source.project_id, workflow_id=source.workflow_id, remix_id=workflow_id)
        await notify(tx, "remix", actor_id=maker.maker_id, recipients=[source.owner_id], subject=about)
    made = workflow_of(await get_workflow(tx, workflow_id))
    return Created(made, workflow_path(made))


async def _held(tx: Tx, maker: Principal, workflow: WorkflowRef, version: str) -> SourceRow:
    """Lock the source version against deletion and return it.

    Raises Unprocessable when it doesn't exist, Conflict when an admin removed its project.
    """
    which = which_of(version)
    source = None
    if which is not None:
        source = await lock_source(tx, *workflow.address, which.number, which.label, maker.maker_id)
    if source is None:
        raise Unprocessable([FieldError("/version", "unknown_version", "The workflow has no such version.")])
    if source.status == "removed":
        raise Conflict("removed", "An admin removed this.")
    return source


async def _target(tx: Tx, maker: Principal, project: str) -> LockedProjectRow:
    """Lock the target project and return it. Raises Unprocessable when the maker is not an editor of such a project."""
    owner = await find_owner(tx, maker.maker_id)
    if owner is None:
        raise Forbidden("account_inactive", "This account can't publish. It is suspended or not active.")
    handle, _, slug = project.rpartition("/")
    place = await lock_project(tx, handle.lower() or owner.handle, slug, maker.maker_id, list[str](EDITORS))
    if place is None:
        message = "You have no such project. Write a project that you are an editor of as handle/slug."
        raise Unprocessable([FieldError("/project", "unknown_project", message)])
    refuse_read_only(place.status)
    return place
