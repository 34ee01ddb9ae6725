"""Requests of reporters and admins, and their entries in the audit log."""

from typing import Any
from uuid import UUID, uuid4

import orjson

from service.features.operations.moderation.jobs import tell_reporters
from tests.api import ApiClient, Reply, RunningService


def target_of(path: str, workflow: str | None = None) -> dict[str, Any]:
    """Return a report's target: a project, or a workflow in it."""
    _, _, handle, slug, *_ = path.split("/")
    named = {"kind": "project" if workflow is None else "workflow", "handle": handle, "slug": slug}
    return named if workflow is None else {**named, "workflow": workflow}


async def report(maker: ApiClient, target: dict[str, Any], *, key: str | None = None, **more: Any) -> Reply:
    """Report a target, as spam by default."""
    body = {"target": target, "reason": "spam", **more}
    return await maker.post("/reports", body, headers={"Idempotency-Key": key} if key else None)


async def cases(admin: ApiClient, status: str = "open") -> list[dict[str, Any]]:
    """Return the cases of the queue."""
    found: list[dict[str, Any]] = (await admin.get(f"/admin/reports?status={status}")).expect(200).json["data"]
    return found


async def remove(admin: ApiClient, path: str, reason: str = "spam", note: str = "") -> Reply:
    """Remove a project."""
    return await admin.put(f"/admin{path}/removal", {"reason": reason, "note": note})


async def audited(admin: ApiClient, query: str = "") -> list[str]:
    """Return the actions of the audit log, newest first."""
    return [entry["action"] for entry in (await admin.get(f"/admin/audit{query}")).expect(200).json["data"]]


async def comment_on(service: RunningService, project: str, author: ApiClient, body: str = "Buy my pills.") -> UUID:
    """Insert a comment as a row."""
    _, _, handle, slug = project.split("/")
    comment_id = uuid4()
    await service.context.db.execute(
        "insert into comment (comment_id, project_id, depth, author_id, body, created_at)"
        " select $1, p.project_id, 1, a.maker_id, $5, $6 from maker o join project p on p.owner_id = o.maker_id"
        " join maker a on a.handle = $4 where o.handle = $2 and p.slug = $3",
        comment_id,
        handle,
        slug,
        author.handle,
        body,
        service.clock(),
    )
    return comment_id


async def moderation_notifications(service: RunningService, maker: ApiClient) -> list[dict[str, Any]]:
    """Return the subjects of a maker's moderation notifications in the outbox."""
    for (case_id,) in await service.context.db.fetch("select case_id from report_case where status <> 'open'"):
        await tell_reporters(service.context, {"case_id": str(case_id)})
    maker_id = str((await maker.me()).json["id"])
    rows = await service.context.db.fetch(
        "select payload::jsonb -> 'subject' as subject from outbox_job"
        " where kind = 'notifications.event' and payload::jsonb ->> 'kind' = 'moderation'"
        " and payload::jsonb -> 'recipients' ? $1 order by job_id",
        maker_id,
    )
    return [orjson.loads(row[0]) for row in rows]
