-- What makers hear of: one row for what happened to one thing of theirs, growing for as long as they have not read it.

set lock_timeout = '2s';
set statement_timeout = '60s';

-- One a maker, made when they first hear of something. Whoever writes notifications of a maker locks this row first: so
-- numbers are given in the order of commits, a reader who has seen number n misses nothing below it, and the counts
-- are those of the rows.
create table notification_box (
    maker_id uuid not null,
    -- The last number that was given.
    seq bigint not null default 0,
    -- Rows there are, and those that were not read.
    kept integer not null default 0,
    unread integer not null default 0,
    -- What a digest told already.
    mailed_seq bigint not null default 0,
    constraint notification_box_pkey primary key (maker_id),
    constraint notification_box_maker_id_fkey foreign key (maker_id) references maker (maker_id) on delete cascade,
    constraint notification_box_counted check (unread between 0 and kept)
) with (fillfactor = 70);

create table notification (
    notification_id uuid not null,
    maker_id uuid not null,
    -- Its place in the maker's list, and where a stream goes on from. A row that grows takes the next number.
    seq bigint not null,
    kind text not null,
    -- What it is joined by while unread, such as star:<project>.
    group_key text not null,
    -- Ids of what it is about, as notifications/notify.py has them, the newest that happened. No foreign keys: what it
    -- was about may go, and then it is shown without a name. Names are looked up when it is read, so that nobody
    -- reads what they may not see any more.
    subject jsonb not null,
    -- Different makers who did it, and how often it happened.
    actors integer not null,
    events integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    read_at timestamptz,
    constraint notification_pkey primary key (notification_id),
    constraint notification_maker_id_fkey foreign key (maker_id) references notification_box (maker_id) on delete cascade,
    constraint notification_kind_known check (
        kind in (
            'star', 'follow', 'comment', 'reply', 'mention', 'remix', 'upstream_changed', 'invitation', 'moderation'
        )
    ),
    constraint notification_subject_object check (jsonb_typeof(subject) = 'object'),
    constraint notification_counted check (actors >= 0 and events >= 1)
);
-- A maker's list; and what is not read of it.
create unique index notification_seq_key on notification (maker_id, seq);
create index notification_unread_idx on notification (maker_id, seq) where read_at is null;
-- One of a group that grows; and all of a group, to know whom a maker has heard of.
create unique index notification_group_key on notification (maker_id, group_key) where read_at is null;
create index notification_group_idx on notification (maker_id, group_key);
-- What the purge looks for.
create index notification_updated_at_idx on notification (updated_at);

-- Who did it: each once, however often.
create table notification_actor (
    notification_id uuid not null,
    actor_id uuid not null,
    created_at timestamptz not null,
    constraint notification_actor_pkey primary key (notification_id, actor_id),
    constraint notification_actor_notification_id_fkey foreign key (notification_id)
    references notification (notification_id) on delete cascade,
    constraint notification_actor_actor_id_fkey foreign key (actor_id) references maker (maker_id)
);
create index notification_actor_newest_idx on notification_actor (notification_id, created_at desc, actor_id desc);
create index notification_actor_actor_id_idx on notification_actor (actor_id);

-- What a maker does not want to hear of; who has no row here has not said. What is refused is kept, not what is wanted,
-- so that a kind that is new is heard of.
create table notification_preference (
    maker_id uuid not null,
    muted text[] not null default '{}',
    unmailed text[] not null default '{}',
    digest text not null default 'off',
    -- When the next mail is due.
    digest_at timestamptz,
    version bigint not null default 1,
    constraint notification_preference_pkey primary key (maker_id),
    constraint notification_preference_maker_id_fkey foreign key (maker_id)
    references maker (maker_id) on delete cascade,
    constraint notification_preference_digest_known check (digest in ('off', 'daily', 'weekly')),
    constraint notification_preference_digest_due check ((digest = 'off') = (digest_at is null))
);
create index notification_preference_digest_at_idx on notification_preference (digest_at) where digest_at is not null;

-- Notifications with the names a maker may see: of a project that is there and out, or theirs to work on, or that they
-- are invited to at the moment. Everything else comes without. Each lookup is lateral with a limit, one probe of a
-- primary key, whatever the planner thinks of the sizes.
create view notification_shown as
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
            or exists (select from project_member b where b.project_id = q.project_id and b.maker_id = n.maker_id)
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
