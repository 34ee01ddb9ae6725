-- Stars, follows, and the lists of projects by rank: hot and top.

set lock_timeout = '2s';
set statement_timeout = '60s';

create table star (
    maker_id uuid not null,
    project_id uuid not null,
    created_at timestamptz not null,
    constraint star_pkey primary key (project_id, maker_id),
    constraint star_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint star_project_id_fkey foreign key (project_id) references project (project_id) on delete cascade
);
-- What a maker starred, and who starred a project; the latest first.
create index star_maker_idx on star (maker_id, created_at desc, project_id desc);
create index star_project_idx on star (project_id, created_at desc, maker_id desc);

create table follow_maker (
    maker_id uuid not null,
    followed_id uuid not null,
    created_at timestamptz not null,
    constraint follow_maker_pkey primary key (maker_id, followed_id),
    constraint follow_maker_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint follow_maker_followed_id_fkey foreign key (followed_id) references maker (maker_id),
    constraint follow_maker_another check (maker_id <> followed_id)
);
create index follow_maker_since_idx on follow_maker (maker_id, created_at desc, followed_id desc);
create index follow_maker_followed_idx on follow_maker (followed_id, created_at desc, maker_id desc);

create table follow_project (
    maker_id uuid not null,
    project_id uuid not null,
    created_at timestamptz not null,
    constraint follow_project_pkey primary key (maker_id, project_id),
    constraint follow_project_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint follow_project_project_id_fkey foreign key (project_id)
    references project (project_id) on delete cascade
);
create index follow_project_since_idx on follow_project (maker_id, created_at desc, project_id desc);
create index follow_project_project_idx on follow_project (project_id, created_at desc, maker_id desc);

-- A tag that nothing has any more keeps its row (0005_tool_tag), and so its followers.
create table follow_tag (
    maker_id uuid not null,
    tag text not null,
    created_at timestamptz not null,
    constraint follow_tag_pkey primary key (maker_id, tag),
    constraint follow_tag_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint follow_tag_tag_fkey foreign key (tag) references tag (name)
);
create index follow_tag_since_idx on follow_tag (maker_id, created_at desc, tag desc);
create index follow_tag_tag_idx on follow_tag (tag, created_at desc, maker_id desc);

create table follow_tool (
    maker_id uuid not null,
    tool_id uuid not null,
    created_at timestamptz not null,
    constraint follow_tool_pkey primary key (maker_id, tool_id),
    constraint follow_tool_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint follow_tool_tool_id_fkey foreign key (tool_id) references tool (tool_id) on delete cascade
);
create index follow_tool_since_idx on follow_tool (maker_id, created_at desc, tool_id desc);
create index follow_tool_tool_idx on follow_tool (tool_id, created_at desc, maker_id desc);

-- How many follow a maker, and how many makers they follow. A maker without a row has none of either. Apart from the
-- maker, whose row every request of theirs may hold.
create table maker_stats (
    maker_id uuid not null,
    followers integer not null default 0,
    following integer not null default 0,
    constraint maker_stats_pkey primary key (maker_id),
    constraint maker_stats_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint maker_stats_counted check (least(followers, following) >= 0)
) with (fillfactor = 70);

-- The Lobsters form: it moves when something happens, not with time, so that it can be stored and walked along an
-- index. Ten times the marks are worth 22 hours. At UTC, because only that makes it immutable.
create function hot_of(stars integer, forks integer, commenters integer, published_at timestamptz)
returns double precision
language sql immutable parallel safe as $$
    select
        log10(greatest(1, stars + 2 * forks + commenters)::double precision)
        + coalesce(extract(epoch from published_at at time zone 'UTC'), 0)::double precision / 79200
$$;

alter table project_stats add column hot double precision not null default 0;
update project_stats s set hot = hot_of(s.stars, s.forks, s.commenters, p.published_at)
from project p
where p.project_id = s.project_id;

-- What is listed (view project_listed), once for each topic it is found under: 'all', 'tag:<name>', 'tool:<slug>'. Every
-- list by rank is a walk along one topic. `period` says how long ago it was published: 0 at most a day, 1 a week,
-- 2 thirty days, 3 a year, 4 more. It may lag behind (a job moves it on), never run ahead: a list of the last week walks
-- periods 0 and 1 and looks at the time too, so that it is exact either way.
create table project_rank (
    project_id uuid not null,
    topic text not null,
    published_at timestamptz not null,
    hot double precision not null,
    stars integer not null,
    -- squawk-ignore prefer-bigint-over-smallint
    period smallint not null,
    constraint project_rank_pkey primary key (project_id, topic),
    constraint project_rank_project_id_fkey foreign key (project_id) references project (project_id) on delete cascade,
    constraint project_rank_period_known check (period between 0 and 4)
);

insert into project_rank (project_id, topic, published_at, hot, stars, period)
select l.project_id, t.topic, l.published_at, s.hot, s.stars, 0
from project_listed l
join project_stats s on s.project_id = l.project_id
cross join lateral (
    select 'all' as topic
    union all
    select 'tag:' || r.tag from project_tag r where r.project_id = l.project_id
    union
    select 'tool:' || n.slug
    from workflow w
    join tool_use u on u.workflow_id = w.workflow_id
    join tool n on n.tool_id = u.tool_id
    where w.project_id = l.project_id
) t;

create index project_rank_hot_idx on project_rank (topic, hot desc, project_id desc);
create index project_rank_top_idx on project_rank (topic, period, stars desc, project_id desc);
-- What the job looks for.
create index project_rank_period_idx on project_rank (period, published_at);

-- From here on triggers keep it (docs/decisions/0021). Locks are taken in this order by everybody: the owner's row
-- (shared), project_stats by project, tag, tool_stats. Rows of project_rank are written under the lock of their
-- project_stats, and so need no order of their own.

create function project_stats_hot() returns trigger
language plpgsql as $$
begin
    new.hot := hot_of(
        new.stars, new.forks, new.commenters,
        (select p.published_at from project p where p.project_id = new.project_id)
    );
    return new;
end
$$;

create trigger project_stats_hot before insert or update of stars, forks, commenters on project_stats
for each row execute function project_stats_hot();

create function project_stats_ranked() returns trigger
language plpgsql as $$
begin
    update project_rank r set hot = new.hot, stars = new.stars where r.project_id = new.project_id;
    return null;
end
$$;

create trigger project_stats_ranked after update on project_stats
for each row when ((old.hot, old.stars) is distinct from (new.hot, new.stars))
execute function project_stats_ranked();

create function star_count() returns trigger
language plpgsql as $$
begin
    perform s.project_id from project_stats s
    where s.project_id in (select c.project_id from changed c)
    order by s.project_id
    for no key update;

    update project_stats s set stars = s.stars + case tg_op when 'INSERT' then r.n else -r.n end
    from (select c.project_id, count(*)::integer as n from changed c group by c.project_id) r
    where s.project_id = r.project_id;
    return null;
end
$$;

create trigger star_added after insert on star
referencing new table as changed for each statement execute function star_count();
create trigger star_removed after delete on star
referencing old table as changed for each statement execute function star_count();

create function follow_maker_count() returns trigger
language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into maker_stats (maker_id, followers, following)
        select r.maker_id, sum(r.followers), sum(r.following)
        from (
            select c.followed_id as maker_id, 1 as followers, 0 as following from changed c
            union all
            select c.maker_id, 0, 1 from changed c
        ) r
        group by r.maker_id
        order by r.maker_id
        on conflict (maker_id) do update set
            followers = maker_stats.followers + excluded.followers,
            following = maker_stats.following + excluded.following;
    else
        perform s.maker_id from maker_stats s
        where s.maker_id in (select c.followed_id from changed c union select c.maker_id from changed c)
        order by s.maker_id
        for no key update;

        update maker_stats s set followers = s.followers - r.followers, following = s.following - r.following
        from (
            select l.maker_id, sum(l.followers) as followers, sum(l.following) as following
            from (
                select c.followed_id as maker_id, 1 as followers, 0 as following from changed c
                union all
                select c.maker_id, 0, 1 from changed c
            ) l
            group by l.maker_id
        ) r
        where s.maker_id = r.maker_id;
    end if;
    return null;
end
$$;

create trigger follow_maker_added after insert on follow_maker
referencing new table as changed for each statement execute function follow_maker_count();
create trigger follow_maker_removed after delete on follow_maker
referencing old table as changed for each statement execute function follow_maker_count();

create function relist_rank(ids uuid[]) returns void
language plpgsql as $$
begin
    -- An owner who is being deleted at this moment is waited for, and then found to be gone.
    perform o.maker_id from project p join maker o on o.maker_id = p.owner_id
    where p.project_id = any(ids)
    for key share of o;

    perform s.project_id from project_stats s
    where s.project_id = any(ids)
    order by s.project_id
    for no key update;

    update project_stats s set hot = hot_of(s.stars, s.forks, s.commenters, p.published_at)
    from project p
    where
        s.project_id = any(ids) and p.project_id = s.project_id
        and s.hot <> hot_of(s.stars, s.forks, s.commenters, p.published_at);

    -- Its tags and tools follow by triggers of their own, which the commit runs after this one.
    delete from project_rank r
    where r.project_id = any(ids) and not exists (
        select from project_listed l where l.project_id = r.project_id and l.published_at = r.published_at
    );

    insert into project_rank (project_id, topic, published_at, hot, stars, period)
    select l.project_id, 'all', l.published_at, s.hot, s.stars, 0
    from project_listed l
    join project_stats s on s.project_id = l.project_id
    where l.project_id = any(ids)
    on conflict on constraint project_rank_pkey do nothing;
end
$$;

create function project_relist_rank() returns trigger
language plpgsql as $$
begin
    perform relist_rank(array[new.project_id]);
    return null;
end
$$;

-- Of triggers that wait for the commit, those of one row run in the order of their names: before those of tags and
-- tools, which find the project's rank.
create constraint trigger project_rank_made after insert on project
deferrable initially deferred for each row
when (new.published_at is not null)
execute function project_relist_rank();
create constraint trigger project_rank_changed after update on project
deferrable initially deferred for each row
when (
    (old.status, old.visibility, old.published_at, old.deleted_at)
    is distinct from (new.status, new.visibility, new.published_at, new.deleted_at)
)
execute function project_relist_rank();

create function maker_relist_rank() returns trigger
language plpgsql as $$
begin
    perform relist_rank(array(select p.project_id from project p where p.owner_id = new.maker_id));
    return null;
end
$$;

create constraint trigger maker_rank_gone after update on maker
deferrable initially deferred for each row
when (old.status <> 'deleted' and new.status = 'deleted')
execute function maker_relist_rank();

-- The topics of tags and tools follow the rows that list them (0005_tool_tag, 0008_tool_use).

create function project_tag_rank() returns trigger
language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into project_rank (project_id, topic, published_at, hot, stars, period)
        select c.project_id, 'tag:' || c.tag, c.published_at, s.hot, s.stars, coalesce(a.period, 0)
        from changed c
        join project_stats s on s.project_id = c.project_id
        left join project_rank a on a.project_id = c.project_id and a.topic = 'all'
        on conflict on constraint project_rank_pkey do nothing;
    else
        delete from project_rank r using changed c
        where r.project_id = c.project_id and r.topic = 'tag:' || c.tag;
    end if;
    return null;
end
$$;

create trigger project_tag_rank_added after insert on project_tag
referencing new table as changed for each statement execute function project_tag_rank();
create trigger project_tag_rank_removed after delete on project_tag
referencing old table as changed for each statement execute function project_tag_rank();

create function tool_use_rank() returns trigger
language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into project_rank (project_id, topic, published_at, hot, stars, period)
        select distinct
            c.project_id, 'tool:' || n.slug, c.published_at, s.hot, s.stars, coalesce(a.period, 0::smallint)
        from changed c
        join tool n on n.tool_id = c.tool_id
        join project_stats s on s.project_id = c.project_id
        left join project_rank a on a.project_id = c.project_id and a.topic = 'all'
        on conflict on constraint project_rank_pkey do nothing;
    else
        -- Another workflow of the project may use it still.
        delete from project_rank r using changed c, tool n
        where
            n.tool_id = c.tool_id and r.project_id = c.project_id and r.topic = 'tool:' || n.slug
            and not exists (
                select from tool_use u
                where
                    u.tool_id = c.tool_id and u.published_at = c.published_at and u.project_id = c.project_id
            );
    end if;
    return null;
end
$$;

create trigger tool_use_rank_added after insert on tool_use
referencing new table as changed for each statement execute function tool_use_rank();
create trigger tool_use_rank_removed after delete on tool_use
referencing old table as changed for each statement execute function tool_use_rank();

-- As they stood in 0005, 0008 and 0009, with the lock of project_stats in its place.

create or replace function relist_tags(ids uuid[]) returns void
language plpgsql as $$
begin
    -- An owner who is being deleted at this moment is waited for, and then found to be gone.
    perform o.maker_id from project p join maker o on o.maker_id = p.owner_id
    where p.project_id = any(ids)
    for key share of o;

    perform s.project_id from project_stats s
    where s.project_id = any(ids)
    order by s.project_id
    for no key update;

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

    perform s.project_id from project_stats s
    where s.project_id in (select w.project_id from workflow w where w.workflow_id = any(ids))
    order by s.project_id
    for no key update;

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

create or replace function workflow_forked() returns trigger
language plpgsql as $$
begin
    -- The commit will ask for the owner's row and the counters of the fork's own project: all at once, in their order.
    perform o.maker_id from project p join maker o on o.maker_id = p.owner_id
    where p.project_id = new.project_id
    for key share of o;

    perform s.project_id from project_stats s
    where s.project_id in (
        select new.project_id
        union
        select w.project_id
        from workflow_version v
        join workflow w on w.workflow_id = v.workflow_id
        where v.version_id = new.forked_from_version_id
    )
    order by s.project_id
    for no key update;

    update project_stats s set forks = s.forks + 1
    from workflow_version v
    join workflow w on w.workflow_id = v.workflow_id
    where
        v.version_id = new.forked_from_version_id
        and s.project_id = w.project_id and w.project_id <> new.project_id;
    return null;
end
$$;
