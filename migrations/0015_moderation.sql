-- Reports and what became of them, what was removed and why, and the log of what admins do.

set lock_timeout = '2s';
set statement_timeout = '60s';

-- What a removed project goes back to.
alter table project
add column status_before_removal text constraint project_status_before_removal_known check (
    status_before_removal is null
    or (status = 'removed' and status_before_removal in ('draft', 'published', 'archived'))
);

-- One item of the admins' queue: all reports of one target until somebody settles them. The target is not a foreign key:
-- it is of many kinds, and what became of a report outlives it.
create table report_case (
    case_id uuid not null,
    target_kind text not null,
    target_id uuid not null,
    status text not null default 'open',
    reports integer not null,
    reasons text[] not null,
    opened_at timestamptz not null,
    updated_at timestamptz not null,
    settled_at timestamptz,
    settled_by uuid,
    -- What was done; and what is said to those who reported it.
    outcome text,
    answer text not null default '',
    -- Notes and snapshots are gone: they are kept no longer than somebody may ask about them.
    purged boolean not null default false,
    constraint report_case_pkey primary key (case_id),
    constraint report_case_settled_by_fkey foreign key (settled_by) references maker (maker_id),
    constraint report_case_target_kind_known check (
        target_kind in ('project', 'workflow', 'comment', 'maker', 'collection')
    ),
    constraint report_case_status_known check (status in ('open', 'actioned', 'dismissed')),
    constraint report_case_outcome_known check (outcome in ('removed', 'suspended', 'handled', 'dismissed')),
    constraint report_case_settled check (
        (status = 'open') = (settled_at is null)
        and (status = 'open') = (settled_by is null)
        and (status = 'open') = (outcome is null)
        and (status = 'dismissed') = (outcome is not distinct from 'dismissed')
    ),
    constraint report_case_counted check (reports >= 1)
);
-- One that is open per target: further reports join it.
create unique index report_case_open_key on report_case (target_kind, target_id) where status = 'open';
create index report_case_status_idx on report_case (status, case_id);
create index report_case_settled_by_idx on report_case (settled_by);
-- What the purge looks for.
create index report_case_settled_at_idx on report_case (settled_at) where settled_at is not null and not purged;

-- What a target said when it was reported: what is edited away the next minute is still to be judged. Reports of the
-- same text share one.
create table report_snapshot (
    snapshot_id uuid not null,
    case_id uuid not null,
    digest bytea not null,
    content jsonb not null,
    taken_at timestamptz not null,
    constraint report_snapshot_pkey primary key (snapshot_id),
    constraint report_snapshot_digest_key unique (case_id, digest),
    constraint report_snapshot_case_id_fkey foreign key (case_id) references report_case (case_id) on delete cascade,
    constraint report_snapshot_digest_length check (octet_length(digest) = 32)
);

create table report (
    report_id uuid not null,
    case_id uuid not null,
    -- Null once they have deleted their account.
    reporter_id uuid,
    reason text not null,
    note text not null default '',
    snapshot_id uuid,
    created_at timestamptz not null,
    -- When the reporter's notification was written: a worker that is killed half-way tells the rest, and nobody twice.
    told_at timestamptz,
    constraint report_pkey primary key (report_id),
    constraint report_once_key unique (case_id, reporter_id),
    constraint report_case_id_fkey foreign key (case_id) references report_case (case_id) on delete cascade,
    constraint report_reporter_id_fkey foreign key (reporter_id) references maker (maker_id),
    constraint report_snapshot_id_fkey foreign key (snapshot_id) references report_snapshot (snapshot_id)
    on delete set null,
    constraint report_reason_known check (
        reason in ('spam', 'harassment', 'illegal', 'copyright', 'secrets', 'other')
    )
);
create index report_reporter_id_idx on report (reporter_id, report_id desc);
create index report_snapshot_id_idx on report (snapshot_id);

-- What is removed just now, why, and by whom: a project, or a comment in one. The row goes when it is restored; the log
-- has what was.
create table removal (
    removal_id uuid not null,
    project_id uuid not null,
    -- No foreign key: a comment may go before its project, and then there is nothing to restore.
    comment_id uuid,
    reason text not null,
    note text not null default '',
    removed_by uuid not null,
    removed_at timestamptz not null,
    constraint removal_pkey primary key (removal_id),
    constraint removal_target_key unique nulls not distinct (project_id, comment_id),
    constraint removal_project_id_fkey foreign key (project_id) references project (project_id) on delete cascade,
    constraint removal_removed_by_fkey foreign key (removed_by) references maker (maker_id),
    constraint removal_reason_known check (
        reason in ('spam', 'harassment', 'illegal', 'copyright', 'secrets', 'other')
    )
);
create index removal_comment_id_idx on removal (comment_id) where comment_id is not null;
create index removal_removed_by_idx on removal (removed_by);

-- Every act of an admin, in the transaction of the act. No foreign keys: nothing that goes takes a line of it along, and
-- no truncation cascades into it. Names are looked up when it is read: those of deleted makers are gone from it, too.
create table audit_log (
    audit_id uuid not null,
    -- Null for a command at the server.
    admin_id uuid,
    action text not null,
    target_kind text not null,
    target_id uuid not null,
    detail jsonb not null default '{}',
    created_at timestamptz not null,
    constraint audit_log_pkey primary key (audit_id),
    constraint audit_log_action_form check (action ~ '^[a-z_]+\.[a-z_]+$'),
    constraint audit_log_target_kind_form check (target_kind ~ '^[a-z_]+$'),
    constraint audit_log_detail_object check (jsonb_typeof(detail) = 'object')
);
create index audit_log_admin_id_idx on audit_log (admin_id, audit_id desc);
create index audit_log_action_idx on audit_log (action, audit_id desc);
create index audit_log_target_idx on audit_log (target_kind, target_id, audit_id desc);
-- The public log of moderation.
create index audit_log_public_idx on audit_log (audit_id desc) where action in (
    'project.remove', 'project.restore', 'comment.remove', 'comment.restore', 'maker.suspend', 'maker.unsuspend'
);

-- It only grows. Whoever owns the table can switch the triggers off, and that is no accident any more.
create function audit_log_is_append_only() returns trigger
language plpgsql as $$
begin
    raise exception 'The audit log is append-only.'
    using errcode = 'integrity_constraint_violation', constraint = 'audit_log_is_append_only';
end
$$;

create trigger audit_log_is_append_only before update or delete or truncate on audit_log
for each statement execute function audit_log_is_append_only();

-- The admins' list of makers: by the beginning of a handle, and those who are not active. Not concurrently: until the
-- first release there are no makers.
-- squawk-ignore require-concurrent-index-creation
create index maker_handle_prefix_idx on maker (handle collate "C");
-- squawk-ignore require-concurrent-index-creation
create index maker_inactive_idx on maker (status, maker_id desc) where status <> 'active';
