"""Test that stored versions cannot be changed, also not by SQL."""

from typing import Any

import asyncpg
import pytest

from service.features.workflows.documents.document import content_hash, read_document
from tests.api import ApiClient, RunningService
from tests.versions.fixtures import CONTENT, numbered


@pytest.fixture
async def path(ada: ApiClient) -> str:
    path = await ada.workflow(await ada.published())
    (await ada.save_version(path, CONTENT)).expect(201)
    (await ada.save_version(path, numbered(2))).expect(201)
    (await ada.put(f"{path}/labels/stable", {"number": 1})).expect(204)
    return path


async def _rows(service: RunningService) -> list[Any]:
    return await service.context.db.fetch(
        "select v::text as version, array(select s::text from workflow_step s where s.version_id = v.version_id"
        " order by s.position) as steps from workflow_version v order by v.number"
    )


@pytest.mark.parametrize(
    ("statement", "constraint"),
    [
        ("update workflow_version set changelog = 'x'", "workflow_version_is_immutable"),
        ("update workflow_version set content = '{}'", "workflow_version_is_immutable"),
        ("update workflow_version set number = number + 10", "workflow_version_is_immutable"),
        ("update workflow_version set changelog = changelog", "workflow_version_is_immutable"),
        ("delete from workflow_version where number = 1", "workflow_version_is_immutable"),
        ("delete from workflow_version", "workflow_version_is_immutable"),
        ("update workflow_step set title = 'x' where position = 1", "workflow_step_is_immutable"),
        ("update workflow_step set tool_id = null", "workflow_step_is_immutable"),
        ("delete from workflow_step where position = 0", "workflow_step_is_immutable"),
        (  # A second row with the same ID and another number. PostgreSQL may check either key first.
            (
                "insert into workflow_version select v.version_id, v.workflow_id, v.number + 100, v.changelog,"
                " v.content_hash, v.content, v.steps, v.variables, v.author_id, v.created_at from workflow_version v"
            ),
            "workflow_version_pkey",
        ),
        (  # A second row with the same number.
            (
                "insert into workflow_version select gen_random_uuid(), v.workflow_id, v.number, v.changelog,"
                " v.content_hash, v.content, v.steps, v.variables, v.author_id, v.created_at from workflow_version v"
            ),
            "workflow_version_number_key",
        ),
        ("update workflow set head_number = 3", "workflow_head_number_fkey"),
        ("update workflow_label set name = 'latest'", "workflow_label_name_form"),
        ("update workflow set forked_from_version_id = (select version_id from workflow_version limit 1)", ""),
    ],
)
async def test_no_statement_changes_a_version(
    service: RunningService, path: str, statement: str, constraint: str
) -> None:
    before = await _rows(service)
    with pytest.raises(asyncpg.IntegrityConstraintViolationError) as caught:
        await service.context.db.execute(statement)
    assert caught.value.constraint_name == (constraint or "workflow_attributed")
    assert await _rows(service) == before


async def test_versions_are_deleted_with_their_workflow(service: RunningService, ada: ApiClient, path: str) -> None:
    db = service.context.db
    kept = await ada.workflow("/projects/ada/reading-coach", "Kept")
    (await ada.save_version(kept, CONTENT)).expect(201)
    assert await db.execute("delete from workflow where slug = 'lesson'") == "DELETE 1"
    for table in ("workflow", "workflow_version", "workflow_draft"):
        assert await db.fetchval(f"select count(*) from {table}") == 1, table
    assert await db.fetchval("select count(*) from workflow_step") == 2
    assert await db.fetchval("select count(*) from workflow_label") == 0
    # A purge of the project deletes all versions.
    await db.execute("update project set deleted_at = $1", service.clock())
    await db.execute("delete from project")
    for table in ("workflow", "workflow_version", "workflow_draft", "workflow_step"):
        assert await db.fetchval(f"select count(*) from {table}") == 0, table


async def test_a_remix_outlives_its_source(ada: ApiClient, bob: ApiClient, path: str) -> None:
    await bob.published("Other")
    made = (await bob.post(f"{path}/fork", {"project": "other"})).expect(201)
    remix = made.headers["Location"].removeprefix("/api/v1")
    attribution = (await bob.get(remix)).expect(200).json["forked_from"]
    assert attribution["version_id"] == (await ada.get(f"{path}/versions/2")).json["version_id"]
    (await ada.delete(path)).expect(204)
    assert (await bob.get(remix)).expect(200).json["forked_from"] == {
        "handle": "ada",
        "project": "reading-coach",
        "workflow": "lesson",
        "title": "Lesson",
        "number": 2,
        "version_id": None,
    }
    (await bob.get(f"{remix}/versions/1")).expect(200)


async def test_stored_documents_match_their_hash(service: RunningService, ada: ApiClient, path: str) -> None:
    odd = {
        "variables": [],
        "steps": [
            {
                "key": "a",
                "title": 'é 𝄞 \\ "',
                "template": "\\{{x}} \t\u2028 </script>",
                "parameters": {"t": 0.1, "big": 9007199254740991, "tiny": 1e-300, "yes": True, "s": "1"},
            }
        ],
    }
    saved = (await ada.save_version(path, odd)).expect(201).json
    read = (await ada.get(f"{path}/versions/3")).expect(200).json
    assert read == saved
    assert content_hash(read_document(read["content"])).hex() == read["content_hash"]
    stored = await service.context.db.fetchval("select content_hash from workflow_version where number = 3")
    assert stored.hex() == read["content_hash"]
    (await ada.save_version(path, restore=3)).expect(200)
