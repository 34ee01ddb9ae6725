-- transactional: false
set lock_timeout = '2s';

drop trigger if exists project_rank_licensed on project;

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

delete from project_rank where topic like 'license:%';
drop index concurrently if exists project_license_idx;
alter table project drop column if exists license;
