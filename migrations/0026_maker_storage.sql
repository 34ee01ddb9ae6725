-- What each maker stores: bounded, so that one account cannot fill the disk. Text that was stored before this migration
-- is not counted; deleting it never makes a counter negative.

set lock_timeout = '2s';
set statement_timeout = '60s';

create table maker_storage (
    maker_id uuid not null,
    -- Projects that the maker owns, also those that were deleted and can be restored.
    projects integer not null default 0,
    -- Bytes of the texts of projects that the maker owns, of versions and comments that the maker wrote, of drafts that
    -- the maker saved last, and of large answers that are kept for a repeat of a request.
    bytes bigint not null default 0,
    constraint maker_storage_pkey primary key (maker_id),
    constraint maker_storage_maker_id_fkey foreign key (maker_id) references maker (maker_id) on delete cascade
) with (fillfactor = 70);

-- Bytes of the content as text; null in versions of before. To measure them when they are deleted would take seconds.
alter table workflow_version add column bytes integer;

-- The row is locked until the transaction ends, so concurrent writes of one maker cannot exceed a quota together.
-- What is deleted is never refused. The quotas are in service/features/projects/rules.py, too.
create function maker_storage_add(maker uuid, more_projects integer, more_bytes bigint) returns void
language plpgsql as $$
declare
    used record;
begin
    if more_projects = 0 and more_bytes = 0 then
        return;
    end if;
    insert into maker_storage as s (maker_id, projects, bytes)
    values (maker, greatest(0, more_projects), greatest(0, more_bytes))
    on conflict (maker_id) do update
    set projects = greatest(0, s.projects + more_projects), bytes = greatest(0, s.bytes + more_bytes)
    returning s.projects, s.bytes into used;
    if more_projects > 0 and used.projects > 500 then
        raise exception 'Maker % owns too many projects.', maker
        using errcode = 'check_violation', constraint = 'maker_storage_projects_quota';
    end if;
    if more_bytes > 0 and used.bytes > 500000000 then
        raise exception 'Maker % stores too much text.', maker
        using errcode = 'check_violation', constraint = 'maker_storage_bytes_quota';
    end if;
end
$$;

create function project_is_stored() returns trigger
language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform maker_storage_add(old.owner_id, -1, -octet_length(old.body));
    end if;
    if tg_op <> 'DELETE' then
        perform maker_storage_add(new.owner_id, 1, octet_length(new.body));
    end if;
    return null;
end
$$;

-- An edit of the text moves no project, so it is not refused for their number.
create function project_text_is_stored() returns trigger
language plpgsql as $$
begin
    perform maker_storage_add(new.owner_id, 0, octet_length(new.body) - octet_length(old.body));
    return null;
end
$$;

create trigger project_is_stored after insert or delete on project
for each row execute function project_is_stored();
create trigger project_moves after update of owner_id on project
for each row when (old.owner_id <> new.owner_id) execute function project_is_stored();
create trigger project_text_is_stored after update of body on project
for each row when (old.owner_id = new.owner_id and old.body <> new.body) execute function project_text_is_stored();

create function workflow_version_is_stored() returns trigger
language plpgsql as $$
begin
    -- The release before this one writes no bytes.
    if new.bytes is null then
        return null;
    end if;
    perform maker_storage_add(new.author_id, 0, new.bytes + octet_length(new.changelog));
    return null;
end
$$;

create trigger workflow_version_is_stored after insert on workflow_version
for each row execute function workflow_version_is_stored();

-- A whole workflow or project goes with one statement: one change for each author, in the order of their ids, so that
-- two deletions do not wait for each other in a circle.
create function workflow_versions_are_gone() returns trigger
language plpgsql as $$
begin
    perform maker_storage_add(a.author_id, 0, -a.bytes)
    from (
        select author_id, sum(bytes + octet_length(changelog)) as bytes
        from gone where bytes is not null group by author_id order by author_id
    ) a;
    return null;
end
$$;

create trigger workflow_versions_are_gone after delete on workflow_version
referencing old table as gone for each statement execute function workflow_versions_are_gone();

create function workflow_draft_is_stored() returns trigger
language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.updated_by = new.updated_by then
        perform maker_storage_add(new.updated_by, 0, octet_length(new.content::text) - octet_length(old.content::text));
        return null;
    end if;
    if tg_op <> 'INSERT' then
        perform maker_storage_add(old.updated_by, 0, -octet_length(old.content::text));
    end if;
    if tg_op <> 'DELETE' then
        perform maker_storage_add(new.updated_by, 0, octet_length(new.content::text));
    end if;
    return null;
end
$$;

create trigger workflow_draft_is_stored after insert or update or delete on workflow_draft
for each row execute function workflow_draft_is_stored();

create function comment_is_stored() returns trigger
language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform maker_storage_add(new.author_id, 0, octet_length(new.body));
    else
        perform maker_storage_add(
            new.author_id, 0, coalesce(octet_length(new.body), 0) - coalesce(octet_length(old.body), 0)
        );
    end if;
    return null;
end
$$;

create trigger comment_is_stored after insert on comment
for each row execute function comment_is_stored();
create trigger comment_text_is_stored after update of body on comment
for each row when (old.body is distinct from new.body) execute function comment_is_stored();

create function comments_are_gone() returns trigger
language plpgsql as $$
begin
    perform maker_storage_add(a.author_id, 0, -a.bytes)
    from (
        select author_id, coalesce(sum(octet_length(body)), 0) as bytes
        from gone group by author_id order by author_id
    ) a;
    return null;
end
$$;

create trigger comments_are_gone after delete on comment
referencing old table as gone for each statement execute function comments_are_gone();

-- Answers of a few kilobytes, which most are, are gone after a day and not worth a write.
create function idempotency_answer_is_stored() returns trigger
language plpgsql as $$
begin
    if tg_op <> 'INSERT' and octet_length(old.body) > 10000 then
        perform maker_storage_add(old.maker_id, 0, -octet_length(old.body));
    end if;
    if tg_op <> 'DELETE' and octet_length(new.body) > 10000 then
        perform maker_storage_add(new.maker_id, 0, octet_length(new.body));
    end if;
    return null;
end
$$;

create trigger idempotency_answer_is_stored after insert on idempotency_key
for each row when (octet_length(new.body) > 10000) execute function idempotency_answer_is_stored();
create trigger idempotency_answer_is_replaced after update on idempotency_key
for each row execute function idempotency_answer_is_stored();
create trigger idempotency_answer_is_gone after delete on idempotency_key
for each row when (octet_length(old.body) > 10000) execute function idempotency_answer_is_stored();
