-- Makers, their sessions, and what waits for somebody to open a mail.

set lock_timeout = '2s';
set statement_timeout = '60s';

-- An account. The row outlives the account: deleting anonymises it, so that what others built on stays.
create table maker (
    maker_id uuid not null,
    -- Stored in lower case, so that a plain unique index is one without regard to case.
    handle text not null,
    -- As typed, with the domain in A-labels: always ASCII. Null once deleted.
    email text,
    display_name text not null,
    bio text not null default '',
    links jsonb not null default '[]',
    avatar_url text,
    role text not null default 'maker',
    status text not null default 'active',
    password_hash text,
    version bigint not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint maker_pkey primary key (maker_id),
    constraint maker_handle_key unique (handle),
    constraint maker_handle_form check (handle ~ '^[a-z0-9](-?[a-z0-9])*$' and char_length(handle) between 3 and 30),
    constraint maker_role_known check (role in ('maker', 'admin')),
    constraint maker_status_known check (status in ('active', 'suspended', 'deleted')),
    constraint maker_deleted_is_anonymous check (
        (status = 'deleted') = (email is null) and (status = 'deleted') = (password_hash is null)
        and (status <> 'deleted' or role = 'maker')
    )
);

-- "C": lower() of an ASCII address must not depend on the database's locale (Turkish has its own i).
create unique index maker_email_key on maker (lower(email collate "C"));
-- The last admin is found and locked through this one; it holds a handful of rows.
create index maker_admin_idx on maker (maker_id) where role = 'admin';

-- A handle that was given up: nobody else may take it for a while, and links to it lead on.
create table handle_reservation (
    handle text not null,
    maker_id uuid not null,
    reserved_until timestamptz not null,
    constraint handle_reservation_pkey primary key (handle),
    constraint handle_reservation_maker_id_fkey foreign key (maker_id) references maker (maker_id) on delete cascade
);
create index handle_reservation_maker_id_idx on handle_reservation (maker_id);
create index handle_reservation_reserved_until_idx on handle_reservation (reserved_until);

-- Somebody who asked for an account and has not shown yet that the address is theirs. Several rows may hold one
-- address or one handle: the first to be confirmed has it.
create table registration (
    registration_id uuid not null,
    email text not null,
    handle text not null,
    display_name text not null,
    password_hash text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    -- Set by the confirmation; the row then stays until it expires, so that a repeated confirmation is answered alike.
    maker_id uuid,
    constraint registration_pkey primary key (registration_id),
    constraint registration_maker_id_fkey foreign key (maker_id) references maker (maker_id) on delete cascade
);
create index registration_email_idx on registration (lower(email collate "C"), created_at desc);
create index registration_maker_id_idx on registration (maker_id);
create index registration_expires_at_idx on registration (expires_at);

-- What a mailed link stands for. The row holds nothing that opens anything: the link carries a MAC of the id.
create table one_time_token (
    token_id uuid not null,
    purpose text not null,
    maker_id uuid not null,
    new_email text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint one_time_token_pkey primary key (token_id),
    constraint one_time_token_maker_id_fkey foreign key (maker_id) references maker (maker_id) on delete cascade,
    constraint one_time_token_purpose_known check (purpose in ('password_reset', 'email_change')),
    constraint one_time_token_new_email_given check ((purpose = 'email_change') = (new_email is not null))
);
create index one_time_token_maker_id_idx on one_time_token (maker_id);
create index one_time_token_expires_at_idx on one_time_token (expires_at);

-- One logged-in device. A refresh token is (session_id, counter, MAC); rotating it is one update of this row.
create table session (
    session_id uuid not null,
    maker_id uuid not null,
    device text not null,
    user_agent text not null,
    ip text not null,
    -- The address' neighbourhood (/24 or /48), by which a login knows a familiar place.
    network text not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    counter bigint not null default 0,
    rotated_at timestamptz,
    constraint session_pkey primary key (session_id),
    constraint session_maker_id_fkey foreign key (maker_id) references maker (maker_id) on delete cascade
);
create index session_maker_id_idx on session (maker_id, last_used_at desc);
-- When a session ended or will end; the purge reads it from its old side.
create index session_ended_at_idx on session (least(expires_at, revoked_at));
