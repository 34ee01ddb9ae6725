"""Requests that remix tests send."""

from typing import Any

from tests.api import ApiClient, Reply, RunningService
from tests.versions.fixtures import CONTENT


async def fork(maker: ApiClient, path: str, *, key: str | None = None, **more: Any) -> Reply:
    """Remix a workflow into the maker's Reading coach or another project."""
    headers = {"Idempotency-Key": key} if key else None
    return await maker.post(f"{path}/fork", {"project": "reading-coach", **more}, headers=headers)


async def forked(maker: ApiClient, path: str, **more: Any) -> str:
    """Remix a workflow and return the remix's path."""
    made = (await fork(maker, path, **more)).expect(201)
    return str(made.headers["Location"]).removeprefix("/api/v1")


async def pull(maker: ApiClient, path: str, *, key: str | None = None, **more: Any) -> Reply:
    return await maker.post(f"{path}/pull", more, headers={"Idempotency-Key": key} if key else None)


async def head(maker: ApiClient, path: str) -> dict[str, Any]:
    """Return the newest version."""
    found: dict[str, Any] = (await maker.get(f"{path}/versions/latest")).expect(200).json
    return found


async def forks_of(client: ApiClient, project: str) -> int:
    return int((await client.get(project)).expect(200).json["forks"])


async def assert_counters(service: RunningService) -> None:
    """Assert that all counters equal their rows."""
    wrong = await service.context.db.fetch(
        "select s.project_id, s.forks, r.forks from project_stats s cross join lateral ("
        " select count(*) as forks from workflow f join workflow_version v on v.version_id = f.forked_from_version_id"
        " join workflow w on w.workflow_id = v.workflow_id"
        " join project p on p.project_id = f.project_id join maker o on o.maker_id = p.owner_id"
        " where w.project_id = s.project_id and f.project_id <> s.project_id and p.visibility = 'public'"
        " and p.status in ('published', 'archived') and p.deleted_at is null and o.status <> 'deleted'"
        ") r where s.forks <> r.forks"
    )
    assert wrong == []


def changed(step: int, **fields: Any) -> dict[str, Any]:
    """Return CONTENT with other fields in one step."""
    steps = [{**found, **fields} if at == step else found for at, found in enumerate(CONTENT["steps"])]
    return {**CONTENT, "steps": steps}


def merged(*version_cache: dict[str, Any]) -> dict[str, Any]:
    """Return CONTENT with the fields of all these changes."""
    steps = [dict(step) for step in CONTENT["steps"]]
    for content in version_cache:
        for at, step in enumerate(content["steps"]):
            steps[at].update({name: value for name, value in step.items() if value != CONTENT["steps"][at].get(name)})
    return {**CONTENT, "steps": steps}
