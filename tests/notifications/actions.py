"""Events that notify makers, and the notifications they receive.

Events are written as features write them, in a transaction with their cause, but as rows, so that there can be many.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from service.core.ids import new_id
from service.db.pool import Database
from service.features.accounts.notifications.notify import Kind, Subject, notify
from tests.api import ApiClient, RunningService

KINDS = ["star", "follow", "comment", "reply", "mention", "remix", "upstream_changed", "invitation", "moderation"]


async def id_of(db: Database, handle: str) -> UUID:
    found = await db.fetchval("select maker_id from maker where handle = $1", handle)
    assert isinstance(found, UUID)
    return found


async def project_of(db: Database, path: str) -> UUID:
    found = await db.fetchval(
        "select p.project_id from project p join maker o on o.maker_id = p.owner_id"
        " where '/projects/' || o.handle || '/' || p.slug = $1",
        path,
    )
    assert isinstance(found, UUID)
    return found


async def add_makers(db: Database, count: int, name: str = "fan") -> list[str]:
    """Insert makers `fan-1`…."""
    handles = [f"{name}-{n}" for n in range(1, count + 1)]
    await db.execute(
        "insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)"
        " select gen_random_uuid(), h, h || '@example.org', initcap(h), 'none', now(), now() from unnest($1::text[]) h",
        handles,
    )
    return handles


async def star(db: Database, handle: str, path: str) -> None:
    """Star a project and enqueue the owner's notification."""
    project_id, maker_id = await project_of(db, path), await id_of(db, handle)
    async with db.transaction() as tx:
        await tx.execute("insert into star values ($1, $2, now()) on conflict do nothing", maker_id, project_id)
        owner = await tx.fetchval("select owner_id from project where project_id = $1", project_id)
        about = Subject(project_id=project_id)
        await notify(tx, "star", actor_id=maker_id, recipients=[owner], subject=about)


async def unstar(db: Database, handle: str, path: str) -> None:
    project_id, maker_id = await project_of(db, path), await id_of(db, handle)
    await db.execute("delete from star where maker_id = $1 and project_id = $2", maker_id, project_id)


async def mention(db: Database, actor: str, recipients: Sequence[str], path: str) -> UUID:
    """Insert a comment that mentions makers, enqueue their notifications and return its ID."""
    project_id, author_id, comment_id = await project_of(db, path), await id_of(db, actor), new_id()
    mentioned = [await id_of(db, handle) for handle in recipients]
    async with db.transaction() as tx:
        await tx.execute(
            "insert into comment (comment_id, project_id, depth, author_id, body, created_at)"
            " values ($1, $2, 1, $3, 'Look.', now())",
            comment_id,
            project_id,
            author_id,
        )
        about = Subject(project_id=project_id, comment_id=comment_id)
        await notify(tx, "mention", actor_id=author_id, recipients=mentioned, subject=about)
    return comment_id


async def enqueue_event(db: Database, kind: Kind, actor: str, recipients: Sequence[str], subject: Subject) -> None:
    """Enqueue any event without its cause."""
    actor_id, mentioned = await id_of(db, actor), [await id_of(db, handle) for handle in recipients]
    async with db.transaction() as tx:
        await notify(tx, kind, actor_id=actor_id, recipients=mentioned, subject=subject)


async def notifications_of(client: ApiClient, query: str = "") -> list[dict[str, Any]]:
    """Deliver all events and return a maker's notifications, newest first."""
    await client.service.deliver()
    data: list[dict[str, Any]] = (await client.get(f"/notifications{query}")).expect(200).json["data"]
    return data


async def titles(client: ApiClient) -> list[str]:
    return [each["title"] for each in await notifications_of(client)]


async def unread(client: ApiClient) -> int:
    await client.service.deliver()
    return int((await client.get("/notifications/unread")).expect(200).json["unread"])


async def read(client: ApiClient, **body: Any) -> None:
    (await client.post("/notifications/read", body)).expect(204)


async def set_preferences(
    client: ApiClient, *, without: Sequence[str] = (), digest: str = "off", mail: Any = None
) -> None:
    """Set the maker's preferences to all kinds except these, on the site and by mail."""
    site = [kind for kind in KINDS if kind not in without]
    body = {"site": site, "mail": site if mail is None else mail, "digest": digest}
    (await client.put("/notifications/preferences", body, headers={"If-Match": "*"})).expect(200)


async def assert_counters(service: RunningService) -> None:
    """Assert that all inbox counters equal the rows, and all actor counts the actors."""
    wrong = await service.context.db.fetch(
        "select b.maker_id, b.unread, b.kept, b.seq, c.* from notification_box b cross join lateral ("
        " select count(*) as rows, count(*) filter (where n.read_at is null) as open, coalesce(max(n.seq), 0) as last"
        " from notification n where n.maker_id = b.maker_id"
        ") c where (b.kept, b.unread) <> (c.rows, c.open) or b.seq < c.last"
    )
    assert wrong == []
    miscounted = await service.context.db.fetch(
        "select n.notification_id from notification n where n.actors <> ("
        "select count(*) from notification_actor a where a.notification_id = n.notification_id)"
    )
    assert miscounted == []
