-- Invitations to work on a project.

set lock_timeout = '2s';
set statement_timeout = '60s';

-- Holds nothing that opens anything: the link that is mailed carries a MAC of the id, as with one_time_token.
create table invitation (
    invitation_id uuid not null,
    project_id uuid not null,
    -- Who is invited: a maker, or whoever reads the mail to an address. Never looked up by each other, so that an
    -- owner does not learn whose address it is.
    maker_id uuid,
    email text,
    role text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    -- Accepted, declined or withdrawn. The row stays until it expires: a repeated acceptance is answered alike, and
    -- mails to one person are counted.
    ended_at timestamptz,
    accepted_by uuid,
    constraint invitation_pkey primary key (invitation_id),
    constraint invitation_project_id_fkey foreign key (project_id)
    references project (project_id) on delete cascade,
    constraint invitation_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint invitation_accepted_by_fkey foreign key (accepted_by) references maker (maker_id),
    constraint invitation_invitee_given check (num_nonnulls(maker_id, email) = 1),
    constraint invitation_role_known check (role in ('editor', 'viewer')),
    constraint invitation_accepted_is_ended check (accepted_by is null or ended_at is not null)
);
-- One that waits per invitee and project.
create unique index invitation_maker_key on invitation (project_id, maker_id) where ended_at is null;
create unique index invitation_email_key on invitation (project_id, lower(email collate "C")) where ended_at is null;
create index invitation_project_id_idx on invitation (project_id, created_at desc, invitation_id desc);
create index invitation_maker_id_idx on invitation (maker_id);
create index invitation_email_idx on invitation (lower(email collate "C")) where email is not null;
create index invitation_accepted_by_idx on invitation (accepted_by);
create index invitation_expires_at_idx on invitation (expires_at);
