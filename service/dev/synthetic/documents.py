"""Search documents of projects and workflows (0012_search), built on all cores.

A project's tsvector takes PostgreSQL about 300 µs, most of the time of a load. INSERT uses one core; CREATE TABLE AS
uses all (PostgreSQL manual, §15.2). Therefore the documents are built in a temporary side table of the same
transaction. Parallel workers cannot catch errors before PostgreSQL 17. The statements here therefore omit the
truncation of search_document; no synthetic text is too long.
"""

from typing import Final

from service.db.pool import Tx

_SETTINGS: Final = {
    "max_parallel_workers_per_gather": "2",
    "parallel_setup_cost": "0",
    "parallel_tuple_cost": "0",
    "min_parallel_table_scan_size": "0",
}

_PROJECTS: Final = """
create table synthetic_document as
select
    p.project_id as id, left(search_fold(p.title), 120) as title_key,
    search_vector(p.title, 'A') || search_vector(array_to_string(p.tags, E'\\n') || E'\\n' || p.tagline, 'B')
    || search_vector(left(coalesce(w.prompts, ''), 80000), 'C') || search_vector(p.body, 'D') as document
from project p
join maker o on o.maker_id = p.owner_id and o.status <> 'deleted'
left join (
    select
        w.project_id,
        string_agg(
            concat_ws(E'\\n', w.title, w.summary, search_prompts(v.content)), E'\\n' order by w.workflow_id
        ) as prompts
    from workflow w
    join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
    group by w.project_id
) w on w.project_id = p.project_id
where p.status = 'published' and p.visibility = 'public' and p.deleted_at is null
"""

_PROJECT_SEARCH: Final = """
insert into project_search (project_id, tier, hot, marks, title_key, document)
select s.project_id, search_tier(s.hot), s.hot, s.stars + 2 * s.forks + s.commenters, d.title_key, d.document
from synthetic_document d
join project_stats s on s.project_id = d.id
"""

_WORKFLOWS: Final = """
create table synthetic_document as
select
    w.workflow_id as id, w.project_id,
    search_vector(w.title, 'A') || search_vector(w.summary, 'B')
    || search_vector(coalesce(search_prompts(v.content), ''), 'C') as document
from workflow w
join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
join project_listed l on l.project_id = w.project_id
"""

_WORKFLOW_SEARCH: Final = """
insert into workflow_search (workflow_id, project_id, tier, hot, marks, document)
select d.id, d.project_id, search_tier(s.hot), s.hot, s.stars + 2 * s.forks + s.commenters, d.document
from synthetic_document d
join project_stats s on s.project_id = d.project_id
"""


async def insert_project_searches(tx: Tx) -> None:
    """Insert the search documents of projects. Requires project_stats and search_floor."""
    await _insert(tx, _PROJECTS, _PROJECT_SEARCH)


async def insert_workflow_searches(tx: Tx) -> None:
    """Insert the search documents of workflows. Requires project_stats and search_floor."""
    await _insert(tx, _WORKFLOWS, _WORKFLOW_SEARCH)


async def _insert(tx: Tx, make: str, put: str) -> None:
    for name, value in _SETTINGS.items():
        await tx.execute(f"set local {name} = '{value}'")
    await tx.execute(make)
    await tx.execute("analyze synthetic_document")
    await tx.execute(put)
    await tx.execute("drop table synthetic_document")
