set lock_timeout = '2s';
set statement_timeout = '60s';

drop table sitemap_file;

create index audit_log_public_idx on audit_log (audit_id desc) where action in (
    'project.remove', 'project.restore', 'comment.remove', 'comment.restore', 'maker.suspend', 'maker.unsuspend'
);
drop index audit_log_moderation_idx;
-- Removed collections are shown again: the release before knows no such state.
delete from removal where collection_id is not null;
alter table removal drop constraint removal_target_key;
alter table removal drop constraint removal_target_one;
alter table removal drop column collection_id;
alter table removal alter column project_id set not null;
alter table removal add constraint removal_target_key unique nulls not distinct (project_id, comment_id);
alter table collection drop column removed_at;

delete from outbox_job where kind = 'discovery.repair_projects' and payload = '{}';
drop trigger maker_forks_gone on maker;
drop trigger project_forks_changed on project;
drop trigger workflow_forks_changed on workflow;
drop function maker_recount_remixes();
drop function project_recount_remixes();
drop function workflow_recount_remix();
drop function recount_remixes(uuid[]);
drop table counted_remix;
drop function counted_remix_count();
drop view public_remix;

-- As it was in 0009_fork_count and 0011_discovery.
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

create trigger workflow_forked after insert on workflow
for each row when (new.forked_from_version_id is not null)
execute function workflow_forked();

-- It runs under the lock of the row that goes. A source locks its forks, then a fork or a source locks the counters,
-- and only then looks again: of a source and a fork that go at the same moment, the later finds the other gone.
create or replace function workflow_gone() returns trigger
language plpgsql as $$
declare
    source uuid;
begin
    perform f.workflow_id
    from workflow_version v
    join workflow f on f.forked_from_version_id = v.version_id
    where v.workflow_id = old.workflow_id
    order by f.workflow_id
    for no key update of f;

    select w.project_id into source
    from workflow_version v
    join workflow w on w.workflow_id = v.workflow_id
    where v.version_id = old.forked_from_version_id;

    perform s.project_id from project_stats s
    where s.project_id in (old.project_id, source)
    order by s.project_id
    for no key update;

    update project_stats s set forks = s.forks - r.lost
    from (
        select w.project_id, count(*) as lost
        from workflow f
        join workflow_version v on v.version_id = f.forked_from_version_id
        join workflow w on w.workflow_id = v.workflow_id
        where (f.workflow_id = old.workflow_id or w.workflow_id = old.workflow_id) and f.project_id <> w.project_id
        group by w.project_id
    ) r
    where s.project_id = r.project_id;
    return old;
end
$$;

-- The counters of before: every remix counts.
update project_stats s set forks = coalesce(r.forks, 0)
from project p
left join (
    select w.project_id, count(*) as forks
    from workflow f
    join workflow_version v on v.version_id = f.forked_from_version_id
    join workflow w on w.workflow_id = v.workflow_id
    where f.project_id <> w.project_id
    group by w.project_id
) r on r.project_id = p.project_id
where s.project_id = p.project_id and s.forks <> coalesce(r.forks, 0);
