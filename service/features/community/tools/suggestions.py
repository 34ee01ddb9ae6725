"""Suggestions of makers for the catalogue, and the admins' decisions."""

from datetime import datetime
from typing import Final, Literal, cast
from uuid import UUID

import structlog

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.audit.record import record
from service.features.accounts.identity.checks import check
from service.features.accounts.identity.domain import name_of, url_of
from service.features.accounts.notifications.notify import Subject, notify
from service.features.community.tools.catalogue import add_tool
from service.features.community.tools.queries import (
    PendingRow,
    SuggestionRow,
    get_suggestion,
    insert_suggestion,
    list_suggestions,
    lock_suggestion,
    update_suggestion,
)
from service.features.community.tools.schemas import (
    Acceptance,
    Kind,
    NewSuggestion,
    NewTool,
    Refusal,
    Suggestion,
    SuggestionQuery,
    Tool,
)
from service.http.problem import Conflict, FieldError, Unprocessable
from service.http.request import Principal
from service.http.results import Created, Page
from service.http.schema.mapper import mapper

_FIRST: Final = UUID(int=0)

log = structlog.get_logger(__name__)


async def create_suggestion(tx: Tx, deps: Deps, maker: Principal, body: NewSuggestion) -> Created[Suggestion]:
    """Suggest a tool for the catalogue.

    You can suggest a URL again only after the decision.
    """
    errors: list[FieldError] = []
    name = check(errors, "/name", name_of, body.name)
    url = check(errors, "/url", url_of, body.url)
    if errors:
        raise Unprocessable(errors)
    suggestion_id = new_id()
    await insert_suggestion(
        tx,
        suggestion_id=suggestion_id,
        maker_id=maker.maker_id,
        name=name,
        url=url,
        kind=body.kind,
        note=body.note,
        now=deps.clock(),
    )
    return Created(suggestion_of(await get_suggestion(tx, suggestion_id)), f"/tools/suggestions/{suggestion_id}")


async def list_tool_suggestions(deps: Deps, admin: Principal, query: SuggestionQuery) -> Page[Suggestion]:
    """List suggestions, oldest first.

    `status` selects pending, accepted or declined ones.
    """
    scope = f"tools/suggestions?status={query.status}"
    page = deps.cursors.page(query, scope, (_FIRST,))
    rows = await list_suggestions(deps.db, query.status, *page.place)
    return page.of(rows, lambda row: (row.suggestion_id,), suggestion_of)


async def accept_suggestion(
    tx: Tx, deps: Deps, admin: Principal, suggestion_id: UUID, body: Acceptance
) -> Created[Tool]:
    """Accept a suggestion and add its tool to the catalogue."""
    pending = await _lock(tx, suggestion_id)
    tool = NewTool(
        name=body.name or pending.name,
        slug=body.slug,
        vendor=body.vendor,
        url=body.url or pending.url,
        kind=body.kind or cast("Kind", pending.kind),
        description=body.description,
    )
    made = await add_tool(tx, deps, admin, tool)
    now = deps.clock()
    await update_suggestion(
        tx,
        suggestion_id=suggestion_id,
        status="accepted",
        reason="",
        tool_id=made.value.tool_id,
        admin_id=admin.maker_id,
        now=now,
    )
    await _decided(tx, admin, pending, "accepted", now)
    return made


async def decline_suggestion(tx: Tx, deps: Deps, admin: Principal, suggestion_id: UUID, body: Refusal) -> Suggestion:
    """Decline a suggestion.

    `reason` is optional.
    """
    pending = await _lock(tx, suggestion_id)
    now = deps.clock()
    await update_suggestion(
        tx,
        suggestion_id=suggestion_id,
        status="declined",
        reason=body.reason.strip(),
        tool_id=None,
        admin_id=admin.maker_id,
        now=now,
    )
    await _decided(tx, admin, pending, "declined", now)
    log.info("suggestion_declined", suggestion_id=str(suggestion_id), by=str(admin.maker_id))
    return suggestion_of(await get_suggestion(tx, suggestion_id))


async def _decided(
    tx: Tx, admin: Principal, pending: PendingRow, outcome: Literal["accepted", "declined"], now: datetime
) -> None:
    """Record the decision in the audit log and notify the maker of the suggestion."""
    action = "suggestion.accept" if outcome == "accepted" else "suggestion.decline"
    await record(tx, admin.maker_id, action, pending.suggestion_id, now)
    subject = Subject(note=f"suggestion_{outcome}")
    await notify(tx, "moderation", actor_id=None, recipients=[pending.maker_id], subject=subject)


async def _lock(tx: Tx, suggestion_id: UUID) -> PendingRow:
    row = await lock_suggestion(tx, suggestion_id)
    if row.status != "pending":
        raise Conflict("decided", f"This suggestion was already {row.status}.")
    return row


suggestion_of: Final = mapper(SuggestionRow, Suggestion, maker="handle")
