-- How often a project is remixed: `forks` counts the workflows of other projects that were forked from one of its own,
-- for as long as both exist. Triggers, because workflows also go with their project, in the purge.

set lock_timeout = '2s';
set statement_timeout = '60s';

create function workflow_forked() returns trigger
language plpgsql as $$
begin
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
create function workflow_gone() returns trigger
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

create trigger workflow_gone before delete on workflow
for each row execute function workflow_gone();

-- Remixes that are there already.
update project_stats s set forks = r.forks
from (
    select w.project_id, count(*) as forks
    from workflow f
    join workflow_version v on v.version_id = f.forked_from_version_id
    join workflow w on w.workflow_id = v.workflow_id
    where f.project_id <> w.project_id
    group by w.project_id
) r
where s.project_id = r.project_id;
