"""Helpers that add makers without registration and compare counters and ranks with their rows."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from service.core.ids import new_id
from service.features.community.discovery.domain import age_term, marks_term
from service.security.passwords import Passwords
from tests.api import PASSWORD, ApiClient, RunningService


async def add_makers(service: RunningService, count: int, prefix: str = "fan") -> list[ApiClient]:
    """Insert logged-in makers `fan-0`, `fan-1`, … with the shared password."""
    now = service.clock()
    makers, sessions = [new_id() for _ in range(count)], [new_id() for _ in range(count)]
    handles = [f"{prefix}-{number}" for number in range(count)]
    passwords = Passwords(threads=1)
    password_hash = await passwords.hash(PASSWORD)
    passwords.close()
    await service.context.db.execute(
        "insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)"
        " select m, h, h || '@example.org', h, $3, $4, $4 from unnest($1::uuid[], $2::text[]) as u (m, h)",
        makers,
        handles,
        password_hash,
        now,
    )
    await service.context.db.execute(
        "insert into session (session_id, maker_id, device, user_agent, ip, network, created_at, last_used_at,"
        " expires_at) select s, m, 'Test', 'Test', '192.0.2.1', '192.0.2.0/24', $3, $3, $4"
        " from unnest($1::uuid[], $2::uuid[]) as u (s, m)",
        sessions,
        makers,
        now,
        now + timedelta(days=4000),
    )
    return [
        ApiClient(
            service,
            address=f"192.0.2.{100 + number}",
            email=f"{handle}@example.org",
            handle=handle,
            access_token=service.app.deps.access_tokens.issue(maker, session, "maker")[0],
            session_id=str(session),
        )
        for number, (maker, session, handle) in enumerate(zip(makers, sessions, handles, strict=True))
    ]


async def advance_clock(service: RunningService, by: timedelta, *clients: ApiClient) -> None:
    """Advance the clock, issue new access tokens and extend the sessions."""
    service.clock.move(by)
    ids = [UUID(client.session_id) for client in clients]
    await service.context.db.execute(
        "update session set expires_at = $2, last_used_at = $3 where session_id = any($1)",
        ids,
        service.clock() + timedelta(days=4000),
        service.clock(),
    )
    for client in clients:
        maker = await service.context.db.fetchval(
            "select maker_id from session where session_id = $1", UUID(client.session_id)
        )
        client.access_token = service.app.deps.access_tokens.issue(maker, UUID(client.session_id), "maker")[0]


async def starred_by(service: RunningService, path: str, fans: list[ApiClient]) -> None:
    """Let all makers star the project, one after the other."""
    for fan in fans:
        (await fan.put(f"{path}/star")).expect(204)


async def listed(client: ApiClient, query: str = "") -> list[str]:
    """Return the slugs of the front page."""
    page = (await client.get(f"/projects{query}")).expect(200).json
    return [project["slug"] for project in page["data"]]


async def project_id(service: RunningService, path: str) -> UUID:
    _, _, handle, slug = path.split("/")
    found = await service.context.db.fetchval(
        "select p.project_id from project p join maker o on o.maker_id = p.owner_id"
        " where o.handle = $1 and p.slug = $2",
        handle,
        slug,
    )
    assert isinstance(found, UUID)
    return found


async def assert_counters(service: RunningService) -> None:
    """Assert that every counter and rank equals the rows it is computed from."""
    db = service.context.db
    stats: list[Any] = await db.fetch(
        "select s.project_id, s.stars, s.forks, s.commenters, s.hot, p.published_at,"
        " (select count(*) from star t where t.project_id = s.project_id) as counted"
        " from project_stats s join project p on p.project_id = s.project_id"
    )
    for row in stats:
        assert row["stars"] == row["counted"]
        hot = marks_term(row["stars"], row["forks"], row["commenters"]) + age_term(row["published_at"])
        assert abs(row["hot"] - hot) < 1e-9
    wanted = await db.fetch(
        "select l.project_id, 'all' as topic, s.hot, s.stars, l.published_at from project_listed l"
        " join project_stats s on s.project_id = l.project_id"
        " union all select l.project_id, 'tag:' || t, s.hot, s.stars, l.published_at from project_listed l"
        " join project_stats s on s.project_id = l.project_id cross join unnest(l.tags) t"
        " union all select distinct l.project_id, 'tool:' || n.slug, s.hot, s.stars, l.published_at"
        " from project_listed l join project_stats s on s.project_id = l.project_id"
        " join workflow_tool u on u.project_id = l.project_id join tool n on n.tool_id = u.tool_id"
    )
    kept = await db.fetch("select project_id, topic, hot, stars, published_at from project_rank")
    assert {tuple(row) for row in kept} == {tuple(row) for row in wanted}
    wrong = await db.fetch(
        "select m.handle from maker m left join maker_stats s on s.maker_id = m.maker_id"
        " where coalesce(s.followers, 0) <> (select count(*) from follow_maker f where f.followed_id = m.maker_id)"
        " or coalesce(s.following, 0) <> (select count(*) from follow_maker f where f.maker_id = m.maker_id)"
    )
    assert not wrong
