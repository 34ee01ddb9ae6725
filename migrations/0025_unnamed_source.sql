-- Attributions do not name a source that an admin removed, or whose owner deleted the account
-- (docs/decisions/0046-community.md).

set lock_timeout = '2s';
set statement_timeout = '60s';

-- Versions whose remixes show no names of their source.
create view unnamed_source as
select v.version_id
from workflow_version v
join workflow w on w.workflow_id = v.workflow_id
join project p on p.project_id = w.project_id
join maker o on o.maker_id = p.owner_id
where p.status = 'removed' or o.status = 'deleted';

-- Notifications about the source of a remix. Nothing else in the view changes.
create or replace view notification_shown as
select
    n.maker_id, n.notification_id, n.seq, n.kind, n.actors, n.events, n.created_at, n.updated_at, n.read_at,
    a.newest, p.project_handle, p.project_slug, p.project_title, coalesce(p.is_own, false) as is_own, w.workflow_slug,
    w.workflow_title, w.upstream_handle, w.upstream_title, (n.subject ->> 'version_number')::integer as version_number,
    (n.subject ->> 'comment_id')::uuid as comment_id, n.subject ->> 'note' as note, n.subject ? 'project_id' as of_project
from notification n
cross join lateral (
    select
        coalesce(
            json_agg(
                json_build_object(
                    'handle', t.handle, 'display_name', t.display_name, 'avatar_url', t.avatar_url
                )
                order by t.created_at desc, t.actor_id desc
            ),
            '[]'::json
        )::text as newest
    from (
        select m.handle, m.display_name, m.avatar_url, x.created_at, x.actor_id
        from notification_actor x
        join maker m on m.maker_id = x.actor_id and m.status <> 'deleted'
        where x.notification_id = n.notification_id
        order by x.created_at desc, x.actor_id desc
        limit 3
    ) t
) a
left join lateral (
    select
        q.project_id, o.handle as project_handle, q.slug as project_slug, q.title as project_title,
        q.owner_id = n.maker_id as is_own
    from project q
    join maker o on o.maker_id = q.owner_id and o.status <> 'deleted'
    where
        q.project_id = (n.subject ->> 'project_id')::uuid and q.deleted_at is null
        and (
            (q.visibility <> 'private' and q.status in ('published', 'archived'))
            or (select true from project_member b where b.project_id = q.project_id and b.maker_id = n.maker_id)
            or (
                n.kind = 'invitation' and q.status <> 'removed'
                and exists (
                    select from invitation i
                    where
                        i.invitation_id = (n.subject ->> 'invitation_id')::uuid and i.project_id = q.project_id
                        and i.maker_id = n.maker_id and i.ended_at is null
                )
            )
        )
    limit 1
) p on true
left join lateral (
    select
        v.slug as workflow_slug, v.title as workflow_title, s.handle as upstream_handle, s.title as upstream_title
    from workflow v
    left join lateral (
        select nullif(v.forked_from_handle, '') as handle, nullif(v.forked_from_title, '') as title
        where not exists (select from unnamed_source u where u.version_id = v.forked_from_version_id)
    ) s on true
    where v.workflow_id = (n.subject ->> 'workflow_id')::uuid and v.project_id = p.project_id
    limit 1
) w on true;

-- The purge ends the link from a remix to its source. Erase the stored names before that.
create function project_erase_source_names() returns trigger
language plpgsql as $$
begin
    if
        old.status = 'removed'
        or exists (select from maker o where o.maker_id = old.owner_id and o.status = 'deleted')
    then
        -- Same lock order as workflow_gone (0009_fork_count).
        perform f.workflow_id
        from workflow w
        join workflow_version v on v.workflow_id = w.workflow_id
        join workflow f on f.forked_from_version_id = v.version_id
        where w.project_id = old.project_id
        order by f.workflow_id
        for no key update of f;

        update workflow f
        set forked_from_handle = '', forked_from_project = '', forked_from_workflow = '', forked_from_title = ''
        from workflow w
        join workflow_version v on v.workflow_id = w.workflow_id
        where w.project_id = old.project_id and f.forked_from_version_id = v.version_id;
    end if;
    return old;
end
$$;

create trigger project_erase_source_names before delete on project
for each row execute function project_erase_source_names();
