"""Pulls of a source's updates into a remix by a three-way merge.

The base is the version pulled last, initially the forked one. When both sides changed a field differently, a maker
decides: the pull saves nothing and lists the conflicts, and the next pull contains the resolutions.
"""

from typing import Final, Literal
from uuid import UUID

import msgspec

from service.core.cancellation import together
from service.db.pool import Tx
from service.deps import Deps
from service.features.projects.projects.domain import EDITORS
from service.features.workflows.documents.document import (
    MAX_CONTENT,
    MAX_STEPS,
    MAX_VARIABLES,
    Document,
    content_hash,
    same,
    size,
)
from service.features.workflows.documents.merge import Conflict as MergeConflict
from service.features.workflows.documents.merge import merge
from service.features.workflows.remixes.queries import (
    UpstreamRow,
    find_upstream,
    find_version_id,
    is_editor,
    lock_contents,
    lock_draft,
    update_upstream,
)
from service.features.workflows.remixes.schemas import Pull, PullConflicts, Pulled, Source, Upstream
from service.features.workflows.versions.access import editable_workflow, visible_workflow
from service.features.workflows.versions.comparing import computed
from service.features.workflows.versions.queries import list_versions, update_draft
from service.features.workflows.versions.reading import summary_of, version_of, version_path, workflow_of
from service.features.workflows.versions.version_cache import content_of, stored_of, version_cache
from service.features.workflows.versions.versions import append
from service.http.problem import Conflict, FieldError, Forbidden, NotFound, Problem, Unprocessable
from service.http.refs import WorkflowRef
from service.http.request import Principal, RequestInfo
from service.http.results import Created, Existing
from service.http.schema.mapper import mapper
from service.http.schema.output import encode

NEWER_SHOWN: Final = 20
_ROOM: Final = 20_000
"""Maximum bytes of conflicts in one problem."""
_ROLES: Final = list[str](EDITORS)


async def get_upstream(deps: Deps, request: RequestInfo, maker: Principal, workflow: WorkflowRef) -> Upstream:
    """Return how far a remix is behind its source.

    The response includes the conflicts of a pull. Only editors of the remix can read it.
    """
    found = await visible_workflow(deps, workflow)
    told = workflow_of(found)
    row = await find_upstream(deps.db, found.workflow_id, maker.maker_id, _ROLES)
    if row is None and not await is_editor(deps.db, found.workflow_id, maker.maker_id, _ROLES):
        raise Forbidden("not_yours", "Your role in this project doesn't allow this.")
    if told.forked_from is None or told.head_number is None:
        raise NotFound("This workflow isn't a remix.")
    if row is None:
        return Upstream(
            state="gone",
            versions_behind=0,
            forked_from=told.forked_from,
            source=None,
            base_number=None,
            head_number=told.head_number,
            newer=[],
            conflicts=[],
        )
    behind = row.theirs_number - row.base_number
    newer = await list_versions(deps.db, row.workflow_id, row.theirs_number + 1, min(behind, NEWER_SHOWN))
    conflicts: list[MergeConflict] = []
    if behind:
        sides = (version_cache.get(deps.db, version_id) for version_id in (row.base_id, row.ours_id, row.theirs_id))
        base, ours, theirs = await together(*sides)
        conflicts = await computed(deps, request, lambda: merge(base, ours, theirs).conflicts)
    return Upstream(
        state="behind" if behind else "up_to_date",
        versions_behind=behind,
        forked_from=told.forked_from,
        source=_source_of(row),
        base_number=row.base_number,
        head_number=told.head_number,
        newer=[summary_of(version) for version in newer],
        conflicts=conflicts,
    )


async def pull_upstream(
    tx: Tx, deps: Deps, maker: Principal, workflow: WorkflowRef, body: Pull
) -> Created[Pulled] | Existing[Pulled]:
    """Pull the updates of a remix's source as a new version.

    The status is 200 when the pull changes nothing. When both sides changed the same field, the response is 409
    `pull_conflicts` and nothing is saved: pull again with `resolutions`. A draft with edits keeps them and receives the
    other pulled changes.
    """
    _refuse_loose(body)
    found = await editable_workflow(tx, deps, maker, workflow)
    row = await find_upstream(tx, found.workflow_id, maker.maker_id, _ROLES)
    head_number = found.head_number
    if row is None or head_number is None:
        raise Conflict("no_upstream", "This workflow isn't a remix, or its source is no longer available.")
    if body.onto is not None and body.onto != head_number:
        message = f"The newest version is now {head_number}. Review the conflicts again."
        raise Conflict("head_moved", message, "/onto")
    number, theirs_id = await _wanted(tx, row, body.to)
    base, ours, theirs = await _sides(tx, row.base_id, row.ours_id, theirs_id)
    if number <= row.base_number:
        number, theirs_id, theirs = row.base_number, row.base_id, base  # the remix already contains this version
    merged = merge(base, ours, theirs, body.resolutions)
    if merged.conflicts:
        raise _conflicts(number, head_number, merged.conflicts)
    draft = await lock_draft(tx, found.workflow_id)
    now = deps.clock()
    saved, is_new = await append(
        tx,
        found.workflow_id,
        head_number,
        merged.content,
        changelog=body.changelog or f"Pulled version {number}.",
        author_id=maker.maker_id,
        now=now,
    )
    if theirs_id != row.base_id:
        await update_upstream(tx, found.workflow_id, theirs_id)
    became: Literal["followed", "merged", "kept"] = "followed"
    if draft.is_edited:
        edited = content_of(draft.content)
        carried = merge(ours, edited, merged.content).content
        became = "kept" if same(carried, edited) or not _fits(carried) else "merged"
        if became == "merged":
            await update_draft(tx, found.workflow_id, stored_of(carried), content_hash(carried), maker.maker_id, now)
    pulled = Pulled(saved=version_of(saved, content=merged.content), base_number=number, draft=became)
    location = version_path(workflow, saved.number)
    return Created(pulled, location) if is_new else Existing(pulled, location)


def _refuse_loose(body: Pull) -> None:
    """Raise Unprocessable for resolutions without `to` and `onto`.

    Without both versions, resolutions could overwrite edits that the maker has not seen.
    """
    if not body.resolutions:
        return
    missing = [name for name in ("to", "onto") if getattr(body, name) is None]
    if missing:
        message = "`resolutions` require `to` and `onto`, the versions that the conflicts are between."
        raise Unprocessable([FieldError(f"/{name}", "required", message) for name in missing])


async def _wanted(tx: Tx, row: UpstreamRow, to: int | None) -> tuple[int, UUID]:
    if to is None or to == row.theirs_number:
        return row.theirs_number, row.theirs_id
    found = await find_version_id(tx, row.workflow_id, to)
    if found is None:
        raise Unprocessable([FieldError("/to", "unknown_version", "The source has no such version.")])
    return to, found


async def _sides(tx: Tx, *version_ids: UUID) -> list[Document]:
    """Return the documents of these versions. Raises Conflict when one is deleted."""
    stored = {row.version_id: row.content for row in await lock_contents(tx, sorted(set(version_ids)))}
    if not stored.keys() >= set(version_ids):
        raise Conflict("no_upstream", "The source is no longer available.")
    return [content_of(stored[version_id]) for version_id in version_ids]


def _conflicts(to: int, onto: int, conflicts: list[MergeConflict]) -> Problem:
    """Return the problem with the first conflicts, up to _ROOM bytes."""
    count = len(conflicts)
    listed, room = [], _ROOM
    for conflict in conflicts:
        room -= len(encode(conflict)) + 1
        if room < 0:
            break
        listed.append(conflict)
    told = PullConflicts(to=to, onto=onto, conflicts=listed, more_conflicts=count - len(listed))
    things = "1 field" if count == 1 else f"{count} fields"
    detail = f"Both sides changed {things} differently. Resolve the conflicts and pull again."
    return Problem(409, "pull_conflicts", detail, extensions=msgspec.to_builtins(told))


def _fits(draft: Document) -> bool:
    return len(draft.steps) <= MAX_STEPS and len(draft.variables) <= MAX_VARIABLES and size(draft) <= MAX_CONTENT


_source_of: Final = mapper(UpstreamRow, Source, workflow="slug", head_number="theirs_number")
