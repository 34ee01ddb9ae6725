-- Insert a star and the job that notifies the owner (features/accounts/notifications/notify.py); triggers update the
-- counters (migrations/0011). The maker must be able to see the project (see projects/find_by_slug). The key share lock
-- waits for a concurrent deletion of the account and then finds no active account. One statement is its own
-- transaction: a star, a repeat and a refusal each take one round trip.
with place as (
    select p.project_id, p.owner_id, p.status
    from maker o
    join project p on p.owner_id = o.maker_id
    where
        o.handle = $1 and o.status <> 'deleted' and p.slug = $2 and p.deleted_at is null
        and (
            (p.visibility <> 'private' and p.status in ('published', 'archived'))
            or (select true from project_member m where m.project_id = p.project_id and m.maker_id = $3)
        )
),

me as (
    select maker_id from maker where maker_id = $3 and status = 'active' for key share
),

made as (
    insert into star (maker_id, project_id, created_at)
    select me.maker_id, place.project_id, $4
    from place cross join me
    where place.status <> 'removed'
    on conflict on constraint star_pkey do nothing
    returning project_id
),

told as (
    insert into outbox_job (job_id, kind, payload, created_at, due_at)
    select
        $5, 'notifications.event',
        jsonb_build_object(
            'kind', 'star', 'actor_id', $3, 'recipients', jsonb_build_array(place.owner_id),
            'subject', jsonb_build_object('project_id', place.project_id)
        ),
        now(), now()
    from place cross join made
)

select
    place.project_id, place.owner_id, place.status, exists (select from me) as is_active,
    exists (select from made) as is_new
from place
