-- transactional: false
-- License of a project (SPDX identifier). project_rank lists licensed projects under the topic 'license:<id>', so that a
-- list filtered by license is an index scan. Each statement can run again, because the index is built concurrently.

set lock_timeout = '2s';

-- The check reads the table once.
alter table project add column if not exists license text
constraint project_license_form check (license ~ '^[A-Za-z0-9.+-]{1,60}$');

-- For sort=new. Begins with a drop, because a failed build leaves an invalid index.
drop index concurrently if exists project_license_idx;
create index concurrently if not exists project_license_idx on project (license, published_at desc, project_id desc)
where status = 'published' and visibility = 'public' and deleted_at is null and license is not null;

create or replace function relist_rank(ids uuid[]) returns void
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
    where
        r.project_id = any(ids)
        and (
            not exists (
                select from project_listed l where l.project_id = r.project_id and l.published_at = r.published_at
            )
            or (
                r.topic like 'license:%'
                and not exists (
                    select from project p where p.project_id = r.project_id and 'license:' || p.license = r.topic
                )
            )
        );

    insert into project_rank (project_id, topic, published_at, hot, stars, period)
    select l.project_id, t.topic, l.published_at, s.hot, s.stars, coalesce(a.period, 0)
    from project_listed l
    join project p on p.project_id = l.project_id
    join project_stats s on s.project_id = l.project_id
    cross join lateral (values ('all'), ('license:' || p.license)) t (topic)
    left join project_rank a on a.project_id = l.project_id and a.topic = 'all'
    where l.project_id = any(ids) and t.topic is not null
    on conflict on constraint project_rank_pkey do nothing;
end
$$;

drop trigger if exists project_rank_licensed on project;
create constraint trigger project_rank_licensed after update of license on project
deferrable initially deferred for each row
when (old.license is distinct from new.license)
execute function project_relist_rank();
