"""Test loading the demo data: in one transaction, once, and with the printed password."""

import asyncio
from datetime import UTC, datetime, timedelta

import asyncpg
import psycopg
import pytest

from service.dev.demo.accounts import DEMO_ACCOUNTS, DEMO_PASSWORD
from service.dev.demo.data import read_makers
from service.dev.demo.load import load_demo
from service.dev.demo.recipes import read_workflows
from service.features.workflows.documents.document import content_hash
from service.security.passwords import Passwords

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def rows(url: str, sql: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(sql.encode()).fetchall()


async def test_every_maker_is_loaded_as_written(database_url: str) -> None:
    await load_demo(database_url, clock=lambda: NOW)
    assert rows(database_url, "select count(*), count(distinct email), min(status) from maker") == [(25, 25, "active")]
    assert rows(database_url, "select handle from maker where role = 'admin'") == [("saskia-keizer",)]
    sql = "select display_name, links->1->>'url', left(bio, 15), created_at from maker where handle = 'tomas-lindqvist'"
    joined = NOW - timedelta(days=279.9)
    assert rows(database_url, sql) == [
        ("Tomas Lindqvist", "https://code.example.org/tomas", "Indie developer", joined),
    ]


async def test_every_project_is_loaded_with_its_owner(database_url: str) -> None:
    assert await load_demo(database_url, clock=lambda: NOW) == 61
    sql = (
        "select m.handle, p.slug, p.title, p.body, p.tags::text, p.visibility, "
        "coalesce(p.status_before_removal, p.status), p.links->0->>'url', "
        "p.created_at, p.published_at from project p join maker m on m.maker_id = p.owner_id "
        "join project_member o on o.project_id = p.project_id and o.maker_id = p.owner_id and o.role = 'owner' "
        "join project_stats s on s.project_id = p.project_id"
    )
    written = {
        (
            maker.handle,
            project.slug,
            project.title,
            project.body,
            f"{{{','.join(project.tags)}}}",
            project.visibility,
            project.status,
            project.links[0].url if project.links else None,
            at := NOW - timedelta(days=project.days_ago),
            None if project.status == "draft" else at,
        )
        for maker in read_makers()
        for project in maker.projects
    }
    assert set(rows(database_url, sql)) == written


async def test_every_version_is_loaded_as_written(database_url: str) -> None:
    await load_demo(database_url, clock=lambda: NOW)
    sql = (
        "select m.handle, p.slug, w.slug, w.title, w.summary, v.number, v.changelog, v.content_hash, v.created_at "
        "from workflow_version v join workflow w using (workflow_id) join project p using (project_id) "
        "join maker m on m.maker_id = p.owner_id and m.maker_id = v.author_id"
    )
    written = {
        (
            workflow.handle,
            workflow.project,
            workflow.slug,
            workflow.title,
            workflow.summary,
            number,
            version.changelog,
            content_hash(version.content),
            NOW - timedelta(days=version.days_ago),
        )
        for workflow in read_workflows()
        for number, version in enumerate(workflow.versions, start=1)
    }
    assert set(rows(database_url, sql)) == written
    assert len(written) > 80


async def test_drafts_equal_the_last_version_and_tools_exist(database_url: str) -> None:
    await load_demo(database_url)
    sql = (
        "select count(*), count(*) filter (where d.content_hash = v.content_hash) from workflow w "
        "join workflow_draft d using (workflow_id) "
        "join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number"
    )
    count = len(read_workflows())
    assert rows(database_url, sql) == [(count, count)]
    named = sum(
        step.tool is not None
        for workflow in read_workflows()
        for version in workflow.versions
        for step in version.content.steps
    )
    assert rows(database_url, "select count(tool_id) from workflow_step") == [(named,)]


async def test_remixes_link_to_their_source(database_url: str) -> None:
    await load_demo(database_url)
    sql = (
        "select m.handle || '/' || p.slug || '/' || w.slug, "
        "w.forked_from_handle || '/' || w.forked_from_project || '/' || w.forked_from_workflow, w.forked_from_number, "
        "s.number, s.content_hash = v.content_hash, u.head_number - s.number, w.upstream_version_id = s.version_id "
        "from workflow w join project p using (project_id) join maker m on m.maker_id = p.owner_id "
        "join workflow_version v on v.workflow_id = w.workflow_id and v.number = 1 "
        "join workflow_version s on s.version_id = w.forked_from_version_id "
        "join workflow u on u.workflow_id = s.workflow_id"
    )
    heads = {workflow.place: len(workflow.versions) for workflow in read_workflows()}
    written = {
        (
            workflow.place,
            workflow.fork_of.workflow,
            workflow.fork_of.number,
            workflow.fork_of.number,
            True,
            heads[workflow.fork_of.workflow] - workflow.fork_of.number,
            True,
        )
        for workflow in read_workflows()
        if workflow.fork_of
    }
    assert set(rows(database_url, sql)) == written
    # Only remixes in public projects are counted.
    sql = "select count(*) from workflow join project_listed using (project_id) where forked_from_workflow is not null"
    assert rows(database_url, "select sum(forks) from project_stats") == rows(database_url, sql)
    # A remix of a remix belongs to the family of the original.
    sql = "select r.slug from workflow w join workflow r on r.workflow_id = w.root_workflow_id where w.slug = %s"
    with psycopg.connect(database_url) as connection:
        assert connection.execute(sql, ("alt-for-apparatus",)).fetchall() == [("alt-in-context",)]


async def test_labels_are_loaded(database_url: str) -> None:
    await load_demo(database_url)
    sql = "select w.slug, l.name, l.number from workflow_label l join workflow w using (workflow_id)"
    written = {
        (workflow.slug, label, number)
        for workflow in read_workflows()
        for number, version in enumerate(workflow.versions, start=1)
        for label in version.labels
    }
    assert set(rows(database_url, sql)) == written
    assert ("release-notes", "stable", 3) in written


async def test_ids_are_ordered_by_creation_time(database_url: str) -> None:
    await load_demo(database_url)
    tables = {
        "maker": "maker",
        "project": "project",
        "workflow": "workflow",
        "workflow_version": "version",
        "comment": "comment",
        "collection": "collection",
        "report": "report",
        "audit_log": "audit",
    }
    for table, name in tables.items():
        by_id = rows(database_url, f"select created_at from {table} order by {name}_id")
        assert by_id == sorted(by_id)


async def test_the_printed_accounts_log_in_with_the_printed_password(database_url: str) -> None:
    await load_demo(database_url)
    hashes = {str(email): str(phc) for email, phc in rows(database_url, "select email, password_hash from maker")}
    passwords = Passwords(threads=1)
    try:
        for account in DEMO_ACCOUNTS:
            assert await passwords.verify(hashes[account.email], DEMO_PASSWORD)
    finally:
        passwords.close()


async def test_a_second_load_changes_nothing(database_url: str) -> None:
    await load_demo(database_url)
    before = rows(database_url, "select m::text, xmin::text from maker m order by maker_id")
    said: list[str] = []
    assert await load_demo(database_url, said.append) == 0
    assert rows(database_url, "select m::text, xmin::text from maker m order by maker_id") == before
    assert said == []


async def test_concurrent_loads_load_once(database_url: str) -> None:
    said: list[str] = []
    await asyncio.gather(*(load_demo(database_url, said.append) for _ in range(3)))
    assert rows(database_url, "select count(*) from maker") == [(25,)]
    assert len(said) == 1


async def test_a_failed_load_is_rolled_back(database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        # The maker who joined last is written last.
        connection.execute("alter table maker add constraint no_emre check (handle <> 'emre-late-again')")
        try:
            with pytest.raises(asyncpg.CheckViolationError):
                await load_demo(database_url)
        finally:
            connection.execute("alter table maker drop constraint no_emre")
    assert rows(database_url, "select count(*) from maker") == [(0,)]


async def test_a_database_with_a_maker_is_not_changed(database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(
            "insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at) "
            "values (gen_random_uuid(), 'someone', 'someone@example.org', 'Someone', 'x', now(), now())"
        )
    assert await load_demo(database_url) == 0
    assert rows(database_url, "select handle from maker") == [("someone",)]
