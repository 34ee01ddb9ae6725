set lock_timeout = '2s';
set statement_timeout = '60s';

create or replace function workflow_forked() returns trigger
language plpgsql as $$
begin
    update project_stats s set forks = s.forks + 1
    from workflow_version v
    join workflow w on w.workflow_id = v.workflow_id
    where
        v.version_id = new.forked_from_version_id
        and s.project_id = w.project_id and w.project_id <> new.project_id;
    return null;
end
$$;

create or replace function relist_tools(ids uuid[]) returns void
language plpgsql as $$
begin
    -- An owner who is being deleted at this moment is waited for, and then found to be gone.
    perform o.maker_id
    from workflow w
    join project p on p.project_id = w.project_id
    join maker o on o.maker_id = p.owner_id
    where w.workflow_id = any(ids)
    for key share of o;

    -- In one order for everybody, so that no two changes wait for each other.
    perform s.tool_id from tool_stats s
    where s.tool_id in (
        select u.tool_id from tool_use u where u.workflow_id = any(ids)
        union
        select t.tool_id from workflow_tool t where t.workflow_id = any(ids)
    )
    order by s.tool_id
    for no key update;

    delete from tool_use u
    where u.workflow_id = any(ids) and not exists (
        select from workflow_tool t
        where
            t.workflow_id = any(ids)
            and t.workflow_id = u.workflow_id and t.tool_id = u.tool_id and t.published_at = u.published_at
    );

    insert into tool_use (tool_id, workflow_id, published_at, project_id)
    select t.tool_id, t.workflow_id, t.published_at, t.project_id
    from workflow_tool t
    where t.workflow_id = any(ids)
    on conflict on constraint tool_use_pkey do nothing;
end
$$;

create or replace function relist_tags(ids uuid[]) returns void
language plpgsql as $$
begin
    -- An owner who is being deleted at this moment is waited for, and then found to be gone.
    perform o.maker_id from project p join maker o on o.maker_id = p.owner_id
    where p.project_id = any(ids)
    for key share of o;

    -- In one order for everybody, so that no two changes wait for each other.
    perform t.name from tag t
    where t.name in (
        select r.tag from project_tag r where r.project_id = any(ids)
        union
        select unnest(p.tags) from project p where p.project_id = any(ids)
    )
    order by t.name
    for no key update;

    delete from project_tag r
    where r.project_id = any(ids) and not exists (
        select from project_listed l
        where l.project_id = r.project_id and l.published_at = r.published_at and r.tag = any(l.tags)
    );

    insert into project_tag (tag, published_at, project_id)
    select t.tag, l.published_at, l.project_id
    from project_listed l cross join unnest(l.tags) as t (tag)
    where l.project_id = any(ids)
    on conflict on constraint project_tag_pkey do nothing;
end
$$;

drop trigger tool_use_rank_removed on tool_use;
drop trigger tool_use_rank_added on tool_use;
drop function tool_use_rank();
drop trigger project_tag_rank_removed on project_tag;
drop trigger project_tag_rank_added on project_tag;
drop function project_tag_rank();
drop trigger maker_rank_gone on maker;
drop function maker_relist_rank();
drop trigger project_rank_changed on project;
drop trigger project_rank_made on project;
drop function project_relist_rank();
drop function relist_rank(uuid[]);
drop table follow_tool;
drop table follow_tag;
drop table follow_project;
drop table follow_maker;
drop function follow_maker_count();
drop table maker_stats;
drop table star;
drop function star_count();
drop trigger project_stats_ranked on project_stats;
drop function project_stats_ranked();
drop trigger project_stats_hot on project_stats;
drop function project_stats_hot();
drop table project_rank;
update project_stats set stars = 0 where stars <> 0;
alter table project_stats drop column hot;
drop function hot_of(integer, integer, integer, timestamptz);
