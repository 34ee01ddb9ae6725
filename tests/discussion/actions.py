"""Requests that comment tests send, and makers and comments inserted as rows."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson

from service.core.ids import new_id
from service.db.errors import NoRow
from service.features.operations.moderation.queries import lock_comment, update_comment_removed
from tests.api import ApiClient, Reply, RunningService


async def comment(client: ApiClient, project: str, body: str = "Works for me.", **more: Any) -> Reply:
    return await client.post(f"{project}/comments", {"body": body, **more})


async def commented(client: ApiClient, project: str, body: str = "Works for me.", **more: Any) -> str:
    """Create a comment and return its path."""
    made = (await comment(client, project, body, **more)).expect(201)
    assert made.headers["Location"] == f"/api/v1/comments/{made.json['comment_id']}"
    return f"/comments/{made.json['comment_id']}"


async def reply(client: ApiClient, project: str, parent: str, body: str = "Tell me more.") -> Reply:
    return await comment(client, project, body, parent_id=id_of(parent))


async def replied(client: ApiClient, project: str, parent: str, body: str = "Tell me more.") -> str:
    return await commented(client, project, body, parent_id=id_of(parent))


async def edit(client: ApiClient, path: str, body: str, *, if_match: str = "*") -> Reply:
    return await client.patch(path, {"body": body}, headers={"If-Match": if_match})


async def vote(client: ApiClient, path: str, value: int) -> Reply:
    return await client.put(f"{path}/vote", {"value": value})


async def remove(service: RunningService, path: str, removed: bool = True) -> bool:
    """Remove or restore a comment as moderation does, and return whether it exists."""
    try:
        async with service.context.db.transaction() as tx:
            row = await lock_comment(tx, UUID(id_of(path)))
            await update_comment_removed(tx, row.comment_id, service.clock() if removed else None)
    except NoRow:
        return False
    return True


async def listed(client: ApiClient, project: str, query: str = "") -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = (await client.get(f"{project}/comments{query}")).expect(200).json["data"]
    return data


async def one(client: ApiClient, path: str) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get(path)).expect(200).json
    return found


def id_of(path: str) -> str:
    return path.rpartition("/")[2]


def bodies(comments: Sequence[dict[str, Any]]) -> list[str]:
    return [each["body"] for each in comments]


def flat(comments: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return comments and all shown replies as one list."""
    return [each for top in comments for each in [top, *flat(top["thread"])]]


async def pending_notifications(service: RunningService) -> dict[tuple[str, str], int]:
    """Return how many events of each (kind, handle) wait in the outbox."""
    found: dict[tuple[str, str], int] = {}
    for row in await service.context.db.fetch(
        "select payload::text from outbox_job where kind = 'notifications.event' order by job_id"
    ):
        event = orjson.loads(row[0])
        for recipient in event["recipients"]:
            handle = await service.context.db.fetchval("select handle from maker where maker_id = $1", UUID(recipient))
            key = (event["kind"], handle)
            found[key] = found.get(key, 0) + 1
    await service.context.db.execute("delete from outbox_job where kind = 'notifications.event'")
    return found


async def counters(service: RunningService, project: str) -> tuple[int, int]:
    """Return (comments, commenters) of a project after comparing them with the rows."""
    row = await service.context.db.fetchrow(
        "select s.comments, s.commenters, count(c.comment_id), count(distinct c.author_id), s.project_id"
        " from project p join maker o on o.maker_id = p.owner_id join project_stats s on s.project_id = p.project_id"
        " left join comment c on c.project_id = p.project_id and c.deleted_at is null and c.removed_at is null"
        " where '/projects/' || o.handle || '/' || p.slug = $1 group by s.project_id",
        project,
    )
    assert row is not None
    assert (row[0], row[1]) == (row[2], row[3]), f"the counters are {row[0]}, {row[1]}; the rows are {row[2]}, {row[3]}"
    kept = await service.context.db.fetchrow(
        "select coalesce(sum(comments), 0), count(*) from project_commenter where project_id = $1", row[4]
    )
    assert kept is not None
    assert tuple(kept) == (row[0], row[1])
    wrong = await service.context.db.fetchval(
        "select count(*) from comment c"
        " where c.replies <> (select count(*) from comment r where r.parent_id = c.comment_id)"
        " or c.ups <> (select count(*) from comment_vote v where v.comment_id = c.comment_id and v.value = 1)"
        " or c.downs <> (select count(*) from comment_vote v where v.comment_id = c.comment_id and v.value = -1)"
    )
    assert wrong == 0
    return row[0], row[1]


async def add_makers(service: RunningService, size: int) -> list[ApiClient]:
    """Insert logged-in makers, each with a separate IP address."""
    ids, sessions = [new_id() for _ in range(size)], [new_id() for _ in range(size)]
    db, now = service.context.db, service.clock()
    await db.execute(
        "insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)"
        " select i, 'guest-' || n, 'guest-' || n || '@example.org', 'Guest', 'none', $2, $2"
        " from unnest($1::uuid[]) with ordinality as u (i, n)",
        ids,
        now,
    )
    await db.execute(
        "insert into session (session_id, maker_id, device, user_agent, ip, network, created_at, last_used_at,"
        " expires_at) select s, m, 'Test', 'Test', '192.0.2.1', '192.0.2.0/24', $3, $3, $4"
        " from unnest($1::uuid[], $2::uuid[]) as u (s, m)",
        sessions,
        ids,
        now,
        now + timedelta(days=30),
    )
    made = []
    for number, (maker_id, session_id) in enumerate(zip(ids, sessions, strict=True), 1):
        token, _ = service.app.deps.access_tokens.issue(maker_id, session_id, "maker")
        address = f"198.51.100.{number % 250 + 1}"
        made.append(ApiClient(service, address, handle=f"guest-{number}", access_token=token))
    return made


async def add_rows(service: RunningService, project: str, tops: int, replies: int) -> None:
    """Insert `tops` comments and `replies` for each, as a tree of up to eight levels."""
    db, now = service.context.db, service.clock()
    place = await db.fetchrow(
        "select p.project_id, p.owner_id from project p join maker o on o.maker_id = p.owner_id"
        " where '/projects/' || o.handle || '/' || p.slug = $1",
        project,
    )
    assert place is not None
    project_id, author_id = place
    rows: list[tuple[UUID, UUID | None, int, str]] = []
    for top in range(tops):
        rows.append((new_id(), None, 1, f"top {top}"))
        parents = [rows[-1]]
        for number in range(replies):
            parent = parents[number // 2]
            depth = min(parent[2] + 1, 8)
            under = parent[0] if parent[2] < 8 else parent[1]
            rows.append((new_id(), under, depth, f"reply {top}.{number}"))
            parents.append(rows[-1])
    await db.execute(
        "insert into comment (comment_id, project_id, parent_id, depth, author_id, body, created_at)"
        " select i, $5, p, d, $6, b, $7::timestamptz + n * interval '1 millisecond'"
        " from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[]) with ordinality as u (i, p, d, b, n)",
        *map(list, zip(*rows, strict=True)),
        project_id,
        author_id,
        now,
    )
