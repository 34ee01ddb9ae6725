"""Requests that membership tests send, and members inserted as rows."""

from typing import Any

from tests.api import ApiClient, Reply, RunningService


async def invite(owner: ApiClient, path: str, role: str = "editor", **invitee: str) -> Reply:
    return await owner.post(f"{path}/invitations", {"role": role, **invitee})


async def invited(service: RunningService, owner: ApiClient, path: str, guest: ApiClient, role: str = "editor") -> str:
    """Invite a maker by handle and return the token of the mail."""
    (await invite(owner, path, role, handle=guest.handle)).expect(201)
    return await service.token_to(guest.email)


async def join(service: RunningService, owner: ApiClient, path: str, guest: ApiClient, role: str = "editor") -> None:
    token = await invited(service, owner, path, guest, role)
    (await guest.post(f"/invitations/{token}/accept")).expect(200)


async def roles(client: ApiClient, path: str) -> dict[str, str]:
    """Return the roles of a project's members by handle."""
    data: list[dict[str, Any]] = (await client.get(f"{path}/members")).expect(200).json["data"]
    return {member["handle"]: member["role"] for member in data}


async def pending(client: ApiClient, path: str) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = (await client.get(f"{path}/invitations")).expect(200).json["data"]
    return data


async def add_members(service: RunningService, path: str, count: int, role: str = "viewer") -> None:
    """Insert makers `guest-1`… as members, for tests with many members."""
    db = service.context.db
    await db.execute(
        "insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)"
        " select gen_random_uuid(), 'guest-' || n, 'guest-' || n || '@example.org', 'Guest', 'none', now(), now()"
        " from generate_series(1, $1::int) n",
        count,
    )
    await db.execute(
        "insert into project_member (project_id, maker_id, role, created_at)"
        " select p.project_id, m.maker_id, $2, now() from project p join maker o on o.maker_id = p.owner_id, maker m"
        " where '/projects/' || o.handle || '/' || p.slug = $1 and m.handle like 'guest-%'",
        path,
        role,
    )


async def joined_meanwhile(service: RunningService, slug: str, handle: str) -> None:
    """Insert an editor of a project whose owner deletes their account at the same moment."""
    await service.context.db.execute(
        "insert into project_member (project_id, maker_id, role, created_at)"
        " select p.project_id, m.maker_id, 'editor', $3 from project p, maker m where p.slug = $1 and m.handle = $2",
        slug,
        handle,
        service.clock(),
    )
