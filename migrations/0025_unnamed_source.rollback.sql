set lock_timeout = '2s';

drop trigger project_erase_source_names on project;
drop function project_erase_source_names();

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
        v.slug as workflow_slug, v.title as workflow_title, v.forked_from_handle as upstream_handle,
        v.forked_from_title as upstream_title
    from workflow v
    where v.workflow_id = (n.subject ->> 'workflow_id')::uuid and v.project_id = p.project_id
    limit 1
) w on true;

drop view unnamed_source;
