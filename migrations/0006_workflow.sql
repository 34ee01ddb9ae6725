-- Workflows: what they are called, their drafts, their versions for ever, and the names that versions are given.

set lock_timeout = '2s';
set statement_timeout = '60s';

create table workflow (
    workflow_id uuid not null,
    project_id uuid not null,
    slug text not null,
    title text not null,
    summary text not null default '',
    -- The newest version; null until there is one. The next is one more, under a lock of this row.
    head_number integer,
    -- Counts edits of title, summary and slug: a new version does not refuse one.
    version bigint not null default 1,
    -- The workflow that a family of forks began with; itself, unless it is a fork. No foreign key: the family stays one
    -- when the first of it goes.
    root_workflow_id uuid not null,
    -- What it was forked from, for as long as that exists; and what it was called then, for ever.
    forked_from_version_id uuid,
    forked_from_handle text,
    forked_from_project text,
    forked_from_workflow text,
    forked_from_title text,
    forked_from_number integer,
    -- The version that was last pulled: the base of the next pull. First the one forked from.
    upstream_version_id uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint workflow_pkey primary key (workflow_id),
    constraint workflow_slug_key unique (project_id, slug),
    constraint workflow_project_id_fkey foreign key (project_id) references project (project_id) on delete cascade,
    constraint workflow_slug_form check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and char_length(slug) <= 80),
    constraint workflow_title_length check (char_length(title) between 1 and 120),
    constraint workflow_attributed check (
        num_nulls(
            forked_from_handle, forked_from_project, forked_from_workflow, forked_from_title, forked_from_number
        ) in (0, 5)
        and (forked_from_handle is not null or num_nonnulls(forked_from_version_id, upstream_version_id) = 0)
    )
);
-- A project's list, in the order of making: ids are UUIDv7 (RFC 9562 §5.7).
create index workflow_project_id_idx on workflow (project_id, workflow_id);
create index workflow_root_workflow_id_idx on workflow (root_workflow_id, workflow_id);
create index workflow_forked_from_version_id_idx on workflow (forked_from_version_id);
create index workflow_upstream_version_id_idx on workflow (upstream_version_id);

-- What a workflow says, in one JSON document, and never changed: `content` is the truth, the rest is read off it.
create table workflow_version (
    version_id uuid not null,
    workflow_id uuid not null,
    number integer not null,
    changelog text not null default '',
    -- SHA-256 of the canonical form (docs/workflow-format.md).
    content_hash bytea not null,
    content jsonb not null,
    steps integer not null,
    variables integer not null,
    author_id uuid not null,
    created_at timestamptz not null,
    constraint workflow_version_pkey primary key (version_id),
    constraint workflow_version_number_key unique (workflow_id, number),
    constraint workflow_version_workflow_id_fkey foreign key (workflow_id)
    references workflow (workflow_id) on delete cascade,
    constraint workflow_version_author_id_fkey foreign key (author_id) references maker (maker_id),
    constraint workflow_version_number_counts check (number >= 1),
    constraint workflow_version_content_hash_length check (octet_length(content_hash) = 32)
);
create index workflow_version_author_id_idx on workflow_version (author_id);

alter table workflow add constraint workflow_head_number_fkey foreign key (workflow_id, head_number)
references workflow_version (workflow_id, number);
alter table workflow add constraint workflow_forked_from_version_id_fkey foreign key (forked_from_version_id)
references workflow_version (version_id) on delete set null;
alter table workflow add constraint workflow_upstream_version_id_fkey foreign key (upstream_version_id)
references workflow_version (version_id) on delete set null;

-- The steps of each version, by which tools are counted and comments refer; texts stand in the content alone.
create table workflow_step (
    version_id uuid not null,
    position integer not null,
    key text not null,
    kind text not null,
    title text not null,
    tool_id uuid,
    model text,
    constraint workflow_step_pkey primary key (version_id, position),
    constraint workflow_step_version_id_fkey foreign key (version_id)
    references workflow_version (version_id) on delete cascade,
    constraint workflow_step_tool_id_fkey foreign key (tool_id) references tool (tool_id),
    constraint workflow_step_key_key unique (version_id, key),
    constraint workflow_step_kind_known check (kind in ('prompt', 'manual')),
    constraint workflow_step_position_counts check (position >= 0)
);
create index workflow_step_tool_id_idx on workflow_step (tool_id, version_id);

-- One a workflow, made with it: what its editors are at. Autosaved, so apart from the row that everybody reads.
create table workflow_draft (
    workflow_id uuid not null,
    content jsonb not null,
    -- Equal to the head's: there is nothing to save.
    content_hash bytea not null,
    version bigint not null default 1,
    updated_at timestamptz not null,
    updated_by uuid not null,
    constraint workflow_draft_pkey primary key (workflow_id),
    constraint workflow_draft_workflow_id_fkey foreign key (workflow_id)
    references workflow (workflow_id) on delete cascade,
    constraint workflow_draft_updated_by_fkey foreign key (updated_by) references maker (maker_id),
    constraint workflow_draft_content_hash_length check (octet_length(content_hash) = 32)
);
create index workflow_draft_updated_by_idx on workflow_draft (updated_by);

-- A name for a version, which can be given to another. `latest` is no label: it is the head.
create table workflow_label (
    workflow_id uuid not null,
    name text not null,
    number integer not null,
    updated_at timestamptz not null,
    constraint workflow_label_pkey primary key (workflow_id, name),
    constraint workflow_label_number_fkey foreign key (workflow_id, number)
    references workflow_version (workflow_id, number) on delete cascade,
    constraint workflow_label_name_form check (
        name ~ '^[a-z]([-._]?[a-z0-9])*$' and char_length(name) <= 40 and name <> 'latest'
    )
);
create index workflow_label_number_idx on workflow_label (workflow_id, number);

-- Versions and their steps are for ever: no update, and no deletion but together with the whole they belong to. A
-- cascade comes here when that is gone already; each statement in a volatile function sees what its own command did.

create function workflow_version_is_immutable() returns trigger
language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select from workflow w where w.workflow_id = old.workflow_id) then
        return old;
    end if;
    raise exception 'Version % of workflow % is immutable.', old.number, old.workflow_id
    using errcode = 'integrity_constraint_violation', constraint = 'workflow_version_is_immutable';
end
$$;

create function workflow_step_is_immutable() returns trigger
language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select from workflow_version v where v.version_id = old.version_id) then
        return old;
    end if;
    raise exception 'Step % of version % is immutable.', old.key, old.version_id
    using errcode = 'integrity_constraint_violation', constraint = 'workflow_step_is_immutable';
end
$$;

create trigger workflow_version_is_immutable before update or delete on workflow_version
for each row execute function workflow_version_is_immutable();
create trigger workflow_step_is_immutable before update or delete on workflow_step
for each row execute function workflow_step_is_immutable();
