-- Which workflows use which tool, and how many.

set lock_timeout = '2s';
set statement_timeout = '60s';

-- The tools of the newest versions of workflows in listed projects: what is to be seen, and nothing else.
create table tool_use (
    tool_id uuid not null,
    workflow_id uuid not null,
    published_at timestamptz not null,
    project_id uuid not null,
    constraint tool_use_pkey primary key (tool_id, workflow_id),
    constraint tool_use_tool_id_fkey foreign key (tool_id) references tool (tool_id),
    constraint tool_use_workflow_id_fkey foreign key (workflow_id)
    references workflow (workflow_id) on delete cascade
);
-- A tool's projects; there can be several workflows in one.
create index tool_use_project_idx on tool_use (tool_id, published_at, project_id);
create index tool_use_workflow_id_idx on tool_use (workflow_id);

-- What tool_use has to hold.
create view workflow_tool as
select distinct s.tool_id, w.workflow_id, l.published_at, l.project_id
from project_listed l
join workflow w on w.project_id = l.project_id
join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
join workflow_step s on s.version_id = v.version_id
where s.tool_id is not null;

-- Triggers, for the reasons that tags have them (0005_tool_tag).

create function tool_count() returns trigger
language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into tool_stats (tool_id, used_by)
        select r.tool_id, count(*) from changed r group by r.tool_id order by r.tool_id
        on conflict (tool_id) do update set used_by = tool_stats.used_by + excluded.used_by;
    else
        perform s.tool_id from tool_stats s
        where s.tool_id in (select c.tool_id from changed c)
        order by s.tool_id
        for no key update;

        update tool_stats s set used_by = s.used_by - r.lost
        from (select c.tool_id, count(*) as lost from changed c group by c.tool_id) r
        where s.tool_id = r.tool_id;
    end if;
    return null;
end
$$;

create trigger tool_use_added after insert on tool_use
referencing new table as changed for each statement execute function tool_count();
create trigger tool_use_removed after delete on tool_use
referencing old table as changed for each statement execute function tool_count();

create function relist_tools(ids uuid[]) returns void
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

create function workflow_relist_tools() returns trigger
language plpgsql as $$
begin
    -- Of a new version and a project that is published at the same moment, one waits and sees the other.
    perform p.project_id from project p where p.project_id = new.project_id for share;
    perform relist_tools(array[new.workflow_id]);
    return null;
end
$$;

create constraint trigger workflow_tools_changed after update on workflow
deferrable initially deferred for each row
when (old.head_number is distinct from new.head_number)
execute function workflow_relist_tools();

create function project_relist_tools() returns trigger
language plpgsql as $$
begin
    perform relist_tools(array(select w.workflow_id from workflow w where w.project_id = new.project_id));
    return null;
end
$$;

create constraint trigger project_tools_changed after update on project
deferrable initially deferred for each row
when (
    (old.status, old.visibility, old.published_at, old.deleted_at)
    is distinct from (new.status, new.visibility, new.published_at, new.deleted_at)
)
execute function project_relist_tools();

create function maker_relist_tools() returns trigger
language plpgsql as $$
begin
    perform relist_tools(
        array(
            select w.workflow_id
            from project p
            join workflow w on w.project_id = p.project_id
            where p.owner_id = new.maker_id
        )
    );
    return null;
end
$$;

create constraint trigger maker_tools_gone after update on maker
deferrable initially deferred for each row
when (old.status <> 'deleted' and new.status = 'deleted')
execute function maker_relist_tools();

-- Workflows that are there already.
do $$ begin perform relist_tools(array(select w.workflow_id from workflow w)); end $$;
