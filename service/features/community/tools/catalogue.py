"""Catalogue of tools. Everyone can read it; admins write it. migrations/0005_tool_tag.sql inserts the first tools."""

from typing import Any, Final

import structlog
from attrs import asdict

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.audit.record import record
from service.features.accounts.identity.checks import check
from service.features.accounts.identity.domain import name_of, url_of
from service.features.community.tools.domain import tool_slug_of
from service.features.community.tools.queries import (
    ToolRow,
    get,
    get_by_slug,
    insert,
    list_by_name,
    list_by_use,
    list_workflows,
    lock,
    update,
)
from service.features.community.tools.schemas import NewTool, Tool, ToolChanges, ToolQuery
from service.features.projects.projects.domain import line_of
from service.features.projects.projects.reading import page_of
from service.features.projects.projects.schemas import ProjectSummary
from service.features.workflows.versions.reading import workflow_of
from service.features.workflows.versions.schemas import Workflow
from service.http.etags import IfMatch
from service.http.pagination import LAST_ID, PageQuery
from service.http.problem import FieldError, Unprocessable
from service.http.request import Principal
from service.http.results import Created, Page
from service.http.schema.mapper import mapper
from service.http.schema.wire import patched

_MOST_USED: Final = (2**31 - 1, "")
"""Sorts before every tool: the start position of a first page."""

log = structlog.get_logger(__name__)


async def list_tools(deps: Deps, query: ToolQuery) -> Page[Tool]:
    """List the catalogue by name or by the number of workflows that use a tool.

    The latter starts with the most used.
    """
    scope = f"tools?kind={query.kind}&sort={query.sort}"
    if query.sort == "name":
        page = deps.cursors.page(query, scope, ("",))
        rows = await list_by_name(deps.db, query.kind, *page.place)
        return page.of(rows, lambda row: (row.name,), tool_of)
    page = deps.cursors.page(query, scope, _MOST_USED)
    rows = await list_by_use(deps.db, query.kind, *page.place)
    return page.of(rows, lambda row: (row.used_by, row.name), tool_of)


async def get_tool(deps: Deps, slug: str) -> Tool:
    """Return a tool of the catalogue."""
    return tool_of(await get_by_slug(deps.db, slug))


async def list_tool_projects(deps: Deps, query: PageQuery, slug: str) -> Page[ProjectSummary]:
    """List the public projects with a workflow that uses a tool.

    The newest publication comes first.
    """
    tool = await get_tool(deps, slug)
    return await page_of(deps, query, "tools", tool=tool.slug)


async def list_tool_workflows(deps: Deps, query: PageQuery, slug: str) -> Page[Workflow]:
    """List the workflows that use a tool, newest first.

    `used_by` counts the same workflows.
    """
    tool = await get_tool(deps, slug)
    scope = f"tools/{slug}/workflows"
    page = deps.cursors.page(query, scope, (LAST_ID,))
    rows = await list_workflows(deps.db, tool.tool_id, *page.place)
    return page.of(rows, lambda row: (row.workflow_id,), workflow_of)


async def create_tool(tx: Tx, deps: Deps, admin: Principal, body: NewTool) -> Created[Tool]:
    """Add a tool to the catalogue."""
    return await add_tool(tx, deps, admin, body)


async def add_tool(tx: Tx, deps: Deps, admin: Principal, tool: NewTool) -> Created[Tool]:
    """Add a tool. Raise Unprocessable for invalid values. A duplicate slug or name violates a constraint."""
    columns = _checked(asdict(tool))
    tool_id = new_id()
    await insert(tx, tool_id, **columns, now=deps.clock())
    await record(tx, admin.maker_id, "tool.add", tool_id, deps.clock())
    log.info("tool_added", tool=columns["slug"], by=str(admin.maker_id))
    row = await get(tx, tool_id)
    return Created(tool_of(row), f"/tools/{row.slug}")


async def update_tool(tx: Tx, deps: Deps, admin: Principal, if_match: IfMatch, slug: str, body: ToolChanges) -> Tool:
    """Update a tool of the catalogue.

    The slug cannot change, because steps of workflows refer to it.
    """
    row = await lock(tx, slug)
    if_match.check(row.version)
    stored, columns = patched(row, body)
    columns = _checked(columns | {"slug": slug})
    del columns["slug"]
    if columns != stored:
        now = deps.clock()
        await update(tx, row.tool_id, **columns, now=now)
        await record(tx, admin.maker_id, "tool.change", row.tool_id, now)
        log.info("tool_changed", tool=slug, by=str(admin.maker_id))
    return tool_of(await get(tx, row.tool_id))


def _checked(columns: dict[str, Any]) -> dict[str, Any]:
    """Validate the columns and return their stored form. Raise Unprocessable with all errors."""
    errors: list[FieldError] = []
    name = check(errors, "/name", name_of, columns["name"])
    checked = {
        **columns,
        "slug": check(errors, "/slug", lambda slug: tool_slug_of(slug, name), columns["slug"]),
        "name": name,
        "vendor": check(errors, "/vendor", name_of, columns["vendor"]),
        "url": check(errors, "/url", url_of, columns["url"]),
        "description": check(errors, "/description", line_of, columns["description"]),
    }
    if errors:
        raise Unprocessable(errors)
    return checked


tool_of: Final = mapper(ToolRow, Tool)
