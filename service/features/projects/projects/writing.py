"""Handlers that create, change, publish, archive, delete and restore projects."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import orjson
from attrs import asdict

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity.checks import check
from service.features.accounts.identity.domain import Refused, url_of
from service.features.accounts.notifications.notify import notify_published
from service.features.projects.projects.domain import (
    EDITORS,
    OLD_SLUGS_KEPT,
    OWNER,
    RESTORABLE,
    Action,
    Role,
    free_slug,
    license_of,
    line_of,
    refuse_read_only,
    says_something,
    slug_of,
    slug_with,
    status_after,
    stem_of,
    title_of,
)
from service.features.projects.projects.queries import (
    EditableRow,
    delete_old_slug,
    delete_surplus_old_slugs,
    find_owner,
    get,
    insert,
    insert_old_slug,
    list_taken_slugs,
    lock_deleted,
    lock_for,
    update,
    update_deleted_at,
    update_status,
)
from service.features.projects.projects.reading import missing, project_of
from service.features.projects.projects.schemas import NewProject, Project, ProjectChanges
from service.http.etags import IfMatch
from service.http.problem import (
    Conflict,
    ConstraintProblem,
    FieldError,
    Forbidden,
    Unprocessable,
)
from service.http.refs import ProjectRef
from service.http.request import Principal
from service.http.results import Created, NoContent
from service.http.schema.wire import patched

SLUG_TAKEN: Final = ConstraintProblem(
    409, "slug_taken", "/slug", "You already have a project with this slug, perhaps a deleted one. Choose another."
)


async def create_project(tx: Tx, deps: Deps, maker: Principal, body: NewProject) -> Created[Project]:
    """Create a draft project.

    If you omit the slug, it is generated from the title. A number is appended if that slug is taken.
    """
    columns = _checked(asdict(body, recurse=False))
    owner = await find_owner(tx, maker.maker_id)
    if owner is None:
        raise Forbidden("account_inactive", "This account can't publish. It is suspended or not active.")
    now = deps.clock()
    project_id = new_id()
    made = body.slug is None
    if made:
        slug = slug_of(columns["title"])
        columns["slug"] = free_slug(slug, set(await list_taken_slugs(tx, owner.maker_id, stem_of(slug))))
    inserted = await _insert_draft(tx, project_id, owner.maker_id, columns, now)
    if not inserted and made:
        # A concurrent request of this maker took the slug. The suffix is unique and needs no second lookup.
        columns["slug"] = slug_with(columns["slug"], project_id)
        inserted = await _insert_draft(tx, project_id, owner.maker_id, columns, now)
    if not inserted:
        raise SLUG_TAKEN.problem()
    project = project_of(await get(tx, project_id))
    return Created(project, f"/projects/{project.handle}/{project.slug}")


async def _insert_draft(tx: Tx, project_id: UUID, owner_id: UUID, columns: dict[str, Any], now: datetime) -> bool:
    """Insert a draft and return True. Return False if the owner already has a project with this slug."""
    return (
        await insert(
            tx, project_id, owner_id, **columns, status="draft", created_at=now, updated_at=now, published_at=None
        )
        is not None
    )


async def update_project(
    tx: Tx, deps: Deps, maker: Principal, if_match: IfMatch, project: ProjectRef, body: ProjectChanges
) -> Project:
    """Change a project.

    The owner and editors can change it. Only the owner can change the slug and the visibility.
    """
    row = await _lock(tx, deps, maker, project, EDITORS)
    refuse_read_only(row.status)
    if_match.check(row.version)
    stored, columns = patched(row, body)
    columns = _checked(columns)
    if row.role != "owner" and (columns["slug"], columns["visibility"]) != (row.slug, row.visibility):
        raise Forbidden("owner_only", "Only the owner can change the slug and visibility.")
    if row.status == "published":
        _refuse_bare(columns["tagline"], columns["body"])
    if columns != stored:
        now = deps.clock()
        await update(tx, row.project_id, **columns, now=now)
        if columns["slug"] != row.slug:
            await delete_old_slug(tx, row.owner_id, columns["slug"])
            await insert_old_slug(tx, row.owner_id, row.slug, row.project_id, now)
            await delete_surplus_old_slugs(tx, row.project_id, OLD_SLUGS_KEPT)
    return project_of(await get(tx, row.project_id))


async def publish_project(tx: Tx, deps: Deps, maker: Principal, project: ProjectRef) -> Project:
    """Publish a draft.

    The draft needs a tagline or a text. A project that is published already is returned unchanged.
    """
    return await _move(tx, deps, maker, project, "publish")


async def archive_project(tx: Tx, deps: Deps, maker: Principal, project: ProjectRef) -> Project:
    """Archive a published project.

    The project becomes read-only and leaves the front page. An archived project is returned unchanged.
    """
    return await _move(tx, deps, maker, project, "archive")


async def unarchive_project(tx: Tx, deps: Deps, maker: Principal, project: ProjectRef) -> Project:
    """Unarchive a project.

    The project is published again. A published project is returned unchanged.
    """
    return await _move(tx, deps, maker, project, "unarchive")


async def delete_project(tx: Tx, deps: Deps, maker: Principal, project: ProjectRef) -> NoContent:
    """Delete a project.

    You can restore it for 30 days. It keeps its slug until then.
    """
    row = await _lock(tx, deps, maker, project, OWNER)
    now = deps.clock()
    await update_deleted_at(tx, row.project_id, now, now)
    return NoContent()


async def restore_project(tx: Tx, deps: Deps, maker: Principal, project: ProjectRef) -> Project:
    """Restore a project that was deleted in the last 30 days.

    It returns to its former state. A project that is not deleted is returned unchanged.
    """
    now = deps.clock()
    project_id = await lock_deleted(tx, project.handle, project.slug, maker.maker_id, now - RESTORABLE)
    if project_id is None:
        project_id = (await _lock(tx, deps, maker, project, OWNER)).project_id
    else:
        await update_deleted_at(tx, project_id, None, now)
    return project_of(await get(tx, project_id))


async def _move(tx: Tx, deps: Deps, maker: Principal, project: ProjectRef, action: Action) -> Project:
    row = await _lock(tx, deps, maker, project, OWNER)
    status = _conflict_unless(lambda: status_after(action, row.status))
    if status != row.status:
        if action == "publish":
            _refuse_bare(row.tagline, row.body)
        await update_status(tx, row.project_id, status, deps.clock())
        if action == "publish":
            await notify_published(tx, row.project_id)
    return project_of(await get(tx, row.project_id))


async def _lock(tx: Tx, deps: Deps, maker: Principal, project: ProjectRef, roles: list[Role]) -> EditableRow:
    """Lock the project for a maker with one of these roles and return it.

    Raise Forbidden if the maker can only see the project, Moved if it has another address, and NotFound otherwise.
    """
    row = await lock_for(tx, project.handle, project.slug, maker.maker_id, list[str](roles))
    if row is None:
        raise await missing(tx, deps, project, members_only=True)
    return row


def _checked(columns: dict[str, Any]) -> dict[str, Any]:
    """Return the columns to store, with normalized text and links as JSON. Raise Unprocessable with all errors."""
    errors: list[FieldError] = []
    links = columns["links"]
    if not isinstance(links, str):  # a string is the stored JSON
        tidy = [
            {
                "label": check(errors, f"/links/{index}/label", title_of, link.label),
                "url": check(errors, f"/links/{index}/url", url_of, link.url),
            }
            for index, link in enumerate(links)
        ]
        links = orjson.dumps(tidy).decode()
    cover_url, license_id = columns["cover_url"], columns["license"]
    checked = {
        **columns,
        "title": check(errors, "/title", title_of, columns["title"]),
        "tagline": check(errors, "/tagline", line_of, columns["tagline"]),
        "links": links,
        "cover_url": None if cover_url is None else check(errors, "/cover_url", url_of, cover_url),
        "license": None if license_id is None else check(errors, "/license", license_of, license_id),
    }
    if errors:
        raise Unprocessable(errors)
    return checked


def _refuse_bare(tagline: str, body: str) -> None:
    if not says_something(tagline, body):
        message = "A published project needs a tagline or a text."
        raise Unprocessable([FieldError("/tagline", "required", message)], message)


def _conflict_unless[T](rule: Callable[[], T]) -> T:
    try:
        return rule()
    except Refused as refused:
        raise Conflict(refused.code, str(refused)) from None
