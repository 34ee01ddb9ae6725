"""SQL that fills a database with 40,000 projects, tags, tools, stars and follows, without running triggers."""

from collections.abc import Sequence
from typing import Final

FILL: Final[Sequence[str]] = (
    "set session_replication_role = replica",
    """
    with maker_row as (
        insert into maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)
        select gen_random_uuid(), 'maker-' || n, n || '@example.org', 'Maker', 'x', now(), now()
        from generate_series(1, 4000) n
        returning maker_id, handle
    ),

    project_row as (
        insert into project (
            project_id, owner_id, slug, title, tagline, status, visibility, tags, created_at, updated_at, published_at
        )
        select
            gen_random_uuid(), m.maker_id, 'p-' || n, 'Title', 'A line', 'published', 'public',
            array['common', 'tag-' || n % 300], now(), now(), now() - n * interval '40 minutes'
        from generate_series(1, 40000) n
        join maker_row m on m.handle = 'maker-' || (1 + n % 4000)
        returning project_id, owner_id, created_at, published_at
    ),

    stats_row as (
        insert into project_stats (project_id, stars, hot)
        select p.project_id, c.stars, hot_of(c.stars, 0, 0, p.published_at)
        from project_row p
        cross join lateral (select (random() ^ 8 * 5000)::integer as stars where p.project_id is not null) c
    ),

    member_row as (
        insert into project_member select project_id, owner_id, 'owner', created_at from project_row
    )

    insert into workflow (workflow_id, project_id, slug, title, head_number, root_workflow_id, created_at, updated_at)
    select gen_random_uuid(), project_id, 'w', 'Title', 1, project_id, now(), now()
    from project_row
    """,
    """
    insert into project_tag
    select t.tag, p.published_at, p.project_id from project p cross join unnest(p.tags) as t (tag)
    """,
    """
    insert into tool_use
    select t.tool_id, w.workflow_id, p.published_at, p.project_id
    from workflow w
    join project p on p.project_id = w.project_id
    join tool t on t.slug = 'claude' or t.slug = 'ollama' and p.slug like '%7'
    """,
    "analyze",
    """
    insert into project_rank
    select
        s.project_id, t.topic, p.published_at, s.hot, s.stars,
        case
            when p.published_at > now() - interval '1 day' then 0
            when p.published_at > now() - interval '7 days' then 1
            when p.published_at > now() - interval '30 days' then 2
            when p.published_at > now() - interval '365 days' then 3
            else 4
        end
    from project_stats s
    join project p on p.project_id = s.project_id
    cross join lateral (
        select 'all' as topic
        union all
        select 'tag:' || r.tag from project_tag r where r.project_id = s.project_id
        union all
        select 'tool:' || n.slug
        from workflow w
        join tool_use u on u.workflow_id = w.workflow_id
        join tool n on n.tool_id = u.tool_id
        where w.project_id = s.project_id
    ) t
    """,
    "insert into tag select tag, count(*) from project_tag group by tag",
    "insert into tool_stats select tool_id, count(*) from tool_use group by tool_id",
    # One maker stars and follows everything; every maker follows one project and one maker.
    """
    insert into star
    select m.maker_id, p.project_id, p.published_at
    from project p
    join maker m on m.handle = 'maker-1'
    union
    select m.maker_id, p.project_id, p.published_at + substr(m.handle, 7)::integer * interval '1 second'
    from maker m
    join project p on p.slug = 'p-7'
    on conflict do nothing
    """,
    """
    insert into follow_project select s.maker_id, s.project_id, s.created_at from star s
    """,
    """
    insert into follow_maker
    select m.maker_id, o.maker_id, now() - substr(m.handle, 7)::integer * interval '1 second'
    from maker m
    join maker o on o.handle = 'maker-2'
    where m.maker_id <> o.maker_id
    union
    select o.maker_id, m.maker_id, now() - substr(m.handle, 7)::integer * interval '1 second'
    from maker m
    join maker o on o.handle = 'maker-2'
    where m.maker_id <> o.maker_id
    """,
    """
    insert into follow_tag
    select m.maker_id, t.name, now() - substr(m.handle, 7)::integer * interval '1 second'
    from maker m
    cross join tag t
    where m.handle like 'maker-_'
    """,
    """
    insert into follow_tool
    select m.maker_id, t.tool_id, now() - substr(m.handle, 7)::integer * interval '1 second'
    from maker m
    cross join tool t
    where m.handle like 'maker-__'
    """,
    "analyze",
)
