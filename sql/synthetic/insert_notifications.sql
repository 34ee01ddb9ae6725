-- Star notifications for the $1 earliest makers (the order of UUIDv7), one row per project as 0014_notification groups
-- them. The latest is unread. Ids are UUIDv7 (RFC 9562 §5.7) with hashed bits.
with chosen as (
    select m.maker_id from maker m where m.status = 'active' order by m.maker_id limit $1
),

starred as (
    select
        p.owner_id as maker_id, s.project_id, count(*)::integer as actors, min(s.created_at) as created_at,
        max(s.created_at) as updated_at
    from chosen c
    join project p on p.owner_id = c.maker_id
    join star s on s.project_id = p.project_id and s.maker_id <> p.owner_id
    group by p.owner_id, s.project_id
    having count(*) <= 50
),

numbered as (
    select
        r.maker_id, r.project_id, r.actors, r.created_at, r.updated_at,
        row_number() over (partition by r.maker_id order by r.updated_at, r.project_id) as seq
    from starred r
)

insert into notification (
    notification_id, maker_id, seq, kind, group_key, subject, actors, events, created_at, updated_at, read_at
)
select
    (
        lpad(to_hex((extract(epoch from n.created_at) * 1000)::bigint), 12, '0') || '7'
        || substr(md5(n.project_id::text), 1, 3) || '8' || substr(md5(n.project_id::text), 4, 15)
    )::uuid,
    n.maker_id, n.seq, 'star', 'star:' || n.project_id, jsonb_build_object('project_id', n.project_id), n.actors,
    n.actors, n.created_at, n.updated_at, case when n.seq % 4 <> 0 then n.updated_at end
from numbered n
