-- Count only public remixes in project_stats.forks; let collections be reported and removed
-- (docs/decisions/0046-community.md).

set lock_timeout = '2s';
set statement_timeout = '60s';

-- Remixes that every visitor sees in the lineage. The source is in another project.
create view public_remix as
select f.workflow_id, f.project_id, w.workflow_id as source_workflow_id, w.project_id as source_project_id
from workflow f
join workflow_version v on v.version_id = f.forked_from_version_id
join workflow w on w.workflow_id = v.workflow_id and w.project_id <> f.project_id
join project p on p.project_id = f.project_id
join maker o on o.maker_id = p.owner_id
where
    f.head_number is not null and p.status in ('published', 'archived') and p.visibility = 'public'
    and p.deleted_at is null and o.status <> 'deleted';

-- One row for each remix that project_stats.forks counts. Triggers keep it equal to public_remix, as tool_use is kept
-- (docs/decisions/0021-counts-by-triggers.md).
create table counted_remix (
    workflow_id uuid not null,
    source_workflow_id uuid not null,
    source_project_id uuid not null,
    constraint counted_remix_pkey primary key (workflow_id),
    constraint counted_remix_workflow_id_fkey foreign key (workflow_id)
    references workflow (workflow_id) on delete cascade,
    constraint counted_remix_source_workflow_id_fkey foreign key (source_workflow_id)
    references workflow (workflow_id) on delete cascade
);
create index counted_remix_source_workflow_id_idx on counted_remix (source_workflow_id);
create index counted_remix_source_project_id_idx on counted_remix (source_project_id);

create function counted_remix_count() returns trigger
language plpgsql as $$
begin
    perform s.project_id from project_stats s
    where s.project_id in (select c.source_project_id from changed c)
    order by s.project_id
    for no key update;

    update project_stats s set forks = s.forks + case tg_op when 'INSERT' then r.n else -r.n end
    from (select c.source_project_id, count(*)::integer as n from changed c group by c.source_project_id) r
    where s.project_id = r.source_project_id;
    return null;
end
$$;

create trigger counted_remix_added after insert on counted_remix
referencing new table as changed for each statement execute function counted_remix_count();
create trigger counted_remix_removed after delete on counted_remix
referencing old table as changed for each statement execute function counted_remix_count();

-- Lock order: owner rows (shared), source workflows (shared), project_stats. The triggers that call it have names that
-- sort before those of 0011_discovery, so the counters of a project and of its sources are locked together.
create function recount_remixes(ids uuid[]) returns void
language plpgsql as $$
begin
    -- An owner or a source that is being deleted at this moment is waited for, and then found to be gone.
    perform o.maker_id
    from workflow f
    join project p on p.project_id = f.project_id
    join maker o on o.maker_id = p.owner_id
    where f.workflow_id = any(ids)
    order by o.maker_id
    for key share of o;

    perform w.workflow_id
    from workflow f
    join workflow_version v on v.version_id = f.forked_from_version_id
    join workflow w on w.workflow_id = v.workflow_id
    where f.workflow_id = any(ids)
    order by w.workflow_id
    for key share of w;

    perform s.project_id from project_stats s
    where s.project_id in (
        select f.project_id from workflow f where f.workflow_id = any(ids)
        union
        select w.project_id
        from workflow f
        join workflow_version v on v.version_id = f.forked_from_version_id
        join workflow w on w.workflow_id = v.workflow_id
        where f.workflow_id = any(ids)
    )
    order by s.project_id
    for no key update;

    delete from counted_remix c
    where c.workflow_id = any(ids) and not exists (
        select from public_remix r
        where r.workflow_id = c.workflow_id and r.source_workflow_id = c.source_workflow_id
    );

    insert into counted_remix (workflow_id, source_workflow_id, source_project_id)
    select r.workflow_id, r.source_workflow_id, r.source_project_id
    from public_remix r
    where r.workflow_id = any(ids)
    on conflict on constraint counted_remix_pkey do nothing;
end
$$;

-- A new remix gets its first version in an update.
create function workflow_recount_remix() returns trigger
language plpgsql as $$
begin
    -- Of a remix and a project that is published at the same moment, one waits and sees the other.
    perform p.project_id from project p where p.project_id = new.project_id for share;
    perform recount_remixes(array[new.workflow_id]);
    return null;
end
$$;

create constraint trigger workflow_forks_changed after update on workflow
deferrable initially deferred for each row
when (
    new.forked_from_version_id is not null and new.head_number is not null
    and (old.head_number is null or old.forked_from_version_id is distinct from new.forked_from_version_id)
)
execute function workflow_recount_remix();

create function project_recount_remixes() returns trigger
language plpgsql as $$
declare
    ids constant uuid[] := array(
        select w.workflow_id from workflow w
        where w.project_id = new.project_id and w.forked_from_version_id is not null
    );
begin
    if ids <> '{}' then
        perform recount_remixes(ids);
    end if;
    return null;
end
$$;

create constraint trigger project_forks_changed after update on project
deferrable initially deferred for each row
when ((old.status, old.visibility, old.deleted_at) is distinct from (new.status, new.visibility, new.deleted_at))
execute function project_recount_remixes();

create function maker_recount_remixes() returns trigger
language plpgsql as $$
declare
    ids constant uuid[] := array(
        select w.workflow_id
        from project p
        join workflow w on w.project_id = p.project_id
        where p.owner_id = new.maker_id and w.forked_from_version_id is not null
    );
begin
    if ids <> '{}' then
        perform recount_remixes(ids);
    end if;
    return null;
end
$$;

create constraint trigger maker_forks_gone after update on maker
deferrable initially deferred for each row
when (old.status <> 'deleted' and new.status = 'deleted')
execute function maker_recount_remixes();

-- They counted every remix (0009_fork_count). Rows of counted_remix are deleted with their workflows; what is left of
-- workflow_gone is its locks: a source locks its remixes, then either locks the counters of both, in order.
drop trigger workflow_forked on workflow;
-- squawk-ignore ban-drop-function
drop function workflow_forked();

create or replace function workflow_gone() returns trigger
language plpgsql as $$
begin
    perform f.workflow_id
    from workflow_version v
    join workflow f on f.forked_from_version_id = v.version_id
    where v.workflow_id = old.workflow_id
    order by f.workflow_id
    for no key update of f;

    perform s.project_id from project_stats s
    where
        s.project_id = old.project_id
        or s.project_id = (
            select w.project_id
            from workflow_version v
            join workflow w on w.workflow_id = v.workflow_id
            where v.version_id = old.forked_from_version_id
        )
    order by s.project_id
    for no key update;
    return old;
end
$$;

-- The worker recounts in portions; until then a counter may be too high. Ten minutes: a worker of the release before
-- counts as before.
insert into outbox_job (job_id, kind, payload, created_at, due_at)
select gen_random_uuid(), 'discovery.repair_projects', '{}', now(), now() + interval '10 minutes'
where exists (select from workflow f where f.forked_from_version_id is not null);

-- Set while an admin has removed the collection: only its maker sees it.
alter table collection add column removed_at timestamptz;

-- A removal is of a project, of a comment in one, or of a collection. A few rows, written by admins: rebuilding the key
-- and checking the constraints takes milliseconds.
-- squawk-ignore ban-drop-not-null
alter table removal alter column project_id drop not null;
alter table removal add column collection_id uuid;
-- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
alter table removal add constraint removal_collection_id_fkey foreign key (collection_id)
references collection (collection_id) on delete cascade;
-- squawk-ignore constraint-missing-not-valid
alter table removal add constraint removal_target_one check (
    num_nonnulls(project_id, collection_id) = 1 and (comment_id is null or project_id is not null)
);
-- squawk-ignore ban-drop-constraint
alter table removal drop constraint removal_target_key;
-- The same name: the release before names it in `on conflict`.
-- squawk-ignore disallowed-unique-constraint, constraint-missing-not-valid
alter table removal add constraint removal_target_key unique nulls not distinct (project_id, comment_id, collection_id);
-- squawk-ignore require-concurrent-index-creation
create index removal_collection_id_idx on removal (collection_id);

-- The public log of moderation shows collections, too.
-- squawk-ignore require-concurrent-index-creation
create index audit_log_moderation_idx on audit_log (audit_id desc) where action in (
    'project.remove', 'project.restore', 'comment.remove', 'comment.restore', 'collection.remove', 'collection.restore',
    'maker.suspend', 'maker.unsuspend'
);
-- squawk-ignore require-concurrent-index-deletion
drop index audit_log_public_idx;

-- Files of the sitemap, as the worker last built them: at most 50,000 addresses each (sitemaps.org), compressed by gzip.
create table sitemap_file (
    name text not null,
    urls integer not null,
    body bytea not null,
    built_at timestamptz not null,
    constraint sitemap_file_pkey primary key (name)
);
-- gzip has compressed it already.
alter table sitemap_file alter column body set storage external;
