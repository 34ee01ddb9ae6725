"""Export of workflows for everyone who may see them, and import for editors."""

from typing import Literal

from attrs import frozen

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.workflows.documents.document import content_hash
from service.features.workflows.formats.file_format import WorkflowFile, to_json, to_markdown, workflow_file
from service.features.workflows.versions.access import editable_project, visible_version, visible_workflow
from service.features.workflows.versions.domain import LATEST
from service.features.workflows.versions.queries import VersionRow, WorkflowRow, get_workflow, insert
from service.features.workflows.versions.reading import attribution_of, workflow_of, workflow_path
from service.features.workflows.versions.schemas import Workflow
from service.features.workflows.versions.validation import refuse_large
from service.features.workflows.versions.version_cache import stored_of, version_cache
from service.features.workflows.versions.versions import append
from service.features.workflows.versions.writing import choose_slug, tidied
from service.http.refs import ProjectRef, WorkflowRef
from service.http.request import Principal
from service.http.results import Created, Raw
from service.http.schema.fields import text


@frozen(kw_only=True)
class ExportQuery:
    """Format and version of an export. The service can import `json`; `md` is for readers."""

    format: Literal["json", "md"] = "json"
    version: str = text(min=1, max=40, default=LATEST, description="A number, a label or `latest`.")


async def export_workflow(deps: Deps, query: ExportQuery, workflow: WorkflowRef) -> Raw:
    """Export a version as JSON or Markdown.

    The service can import the JSON (docs/workflow-format.md). Markdown is for readers.
    """
    found = await visible_workflow(deps, workflow)
    row = await visible_version(deps, workflow, query.version)
    exported = workflow_file(found.title, found.summary, await version_cache.get(deps.db, row.version_id))
    if query.format == "json":
        body, media_type = to_json(exported), "application/json"
    else:
        body, media_type = to_markdown(exported, _attribution(found, row)).encode(), "text/markdown; charset=utf-8"
    return Raw(
        body,
        media_type,
        cache_control="private, no-cache" if workflow.viewer_id is not None else "public, no-cache",
        headers={
            "Vary": "Authorization",
            # Slugs contain no characters that need quoting.
            "Content-Disposition": f'attachment; filename="{found.slug}-v{row.number}.{query.format}"',
        },
    )


def _attribution(found: WorkflowRow, row: VersionRow) -> str:
    told = f"Version {row.number} of {found.handle}/{found.project}/{found.slug}"
    source = attribution_of(found)
    if source is not None and source.handle is not None:
        told += f", remixed from {source.handle}/{source.project}/{source.workflow}, version {source.number}"
    return told


async def import_workflow(
    tx: Tx, deps: Deps, maker: Principal, project: ProjectRef, body: WorkflowFile
) -> Created[Workflow]:
    """Create a workflow from an exported JSON file.

    The request body is the file. Its content becomes version 1. Invalid content is 422 with every error, and nothing is
    saved.
    """
    refuse_large(body.content)
    columns = tidied({"slug": None, "title": body.title, "summary": body.summary})
    place = await editable_project(tx, deps, maker, project)
    columns["slug"] = await choose_slug(tx, place.project_id, None, columns["title"])
    workflow_id, now = new_id(), deps.clock()
    await insert(
        tx,
        workflow_id,
        place.project_id,
        **columns,
        content=stored_of(body.content),
        content_hash=content_hash(body.content),
        maker_id=maker.maker_id,
        now=now,
    )
    await append(tx, workflow_id, None, body.content, changelog="Imported.", author_id=maker.maker_id, now=now)
    made = workflow_of(await get_workflow(tx, workflow_id))
    return Created(made, workflow_path(made))
