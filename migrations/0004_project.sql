-- Projects, where they used to be found, who may work on them, and what is counted about them.

set lock_timeout = '2s';
set statement_timeout = '60s';

create table project (
    project_id uuid not null,
    owner_id uuid not null,
    slug text not null,
    title text not null,
    tagline text not null default '',
    body text not null default '',
    links jsonb not null default '[]',
    cover_url text,
    visibility text not null default 'public',
    status text not null default 'draft',
    version bigint not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- The first time; archiving and coming back do not move it.
    published_at timestamptz,
    -- Set while it waits for the purge. Its slug stays taken, so that restoring it never collides.
    deleted_at timestamptz,
    constraint project_pkey primary key (project_id),
    constraint project_slug_key unique (owner_id, slug),
    constraint project_owner_id_fkey foreign key (owner_id) references maker (maker_id),
    constraint project_slug_form check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and char_length(slug) <= 80),
    constraint project_title_length check (char_length(title) between 1 and 120),
    constraint project_links_list check (jsonb_typeof(links) = 'array'),
    constraint project_visibility_known check (visibility in ('public', 'unlisted', 'private')),
    constraint project_status_known check (status in ('draft', 'published', 'archived', 'removed')),
    constraint project_published_at_given check (
        status = 'removed' or (status = 'draft') = (published_at is null)
    )
);

-- The newest: what everybody's front page walks.
create index project_newest_idx on project (published_at desc, project_id desc)
where status = 'published' and visibility = 'public' and deleted_at is null;
-- A maker's page.
create index project_shown_idx on project (owner_id, published_at desc, project_id desc)
where status in ('published', 'archived') and visibility = 'public' and deleted_at is null;
-- A maker's own list, with everything in it.
create index project_own_idx on project (owner_id, created_at desc, project_id desc);
-- What the purge looks for.
create index project_deleted_at_idx on project (deleted_at) where deleted_at is not null;

-- Who may work on a project. Permissions are read from here, the owner's too.
create table project_member (
    project_id uuid not null,
    maker_id uuid not null,
    role text not null,
    created_at timestamptz not null,
    constraint project_member_pkey primary key (project_id, maker_id),
    constraint project_member_project_id_fkey foreign key (project_id)
    references project (project_id) on delete cascade,
    constraint project_member_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint project_member_role_known check (role in ('owner', 'editor', 'viewer'))
);
create unique index project_member_owner_key on project_member (project_id) where role = 'owner';
create index project_member_maker_id_idx on project_member (maker_id);

-- At most one owner by the index above, at least one by this: `owner_id` is a member. Checked at the end of a
-- statement; a transfer or a bulk load may put it off to the commit.
alter table project add constraint project_owner_is_member foreign key (project_id, owner_id)
references project_member (project_id, maker_id) deferrable initially immediate;

-- Slugs a project had before: they lead to it, until its owner gives one to another project.
create table project_slug (
    owner_id uuid not null,
    slug text not null,
    project_id uuid not null,
    created_at timestamptz not null,
    constraint project_slug_pkey primary key (owner_id, slug),
    constraint project_slug_owner_id_fkey foreign key (owner_id) references maker (maker_id),
    constraint project_slug_project_id_fkey foreign key (project_id) references project (project_id) on delete cascade
);
create index project_slug_project_id_idx on project_slug (project_id, created_at desc);

-- Apart from the project, so that a star rewrites neither its text nor its indexes. Room in each page keeps the
-- updates in place.
create table project_stats (
    project_id uuid not null,
    stars integer not null default 0,
    forks integer not null default 0,
    comments integer not null default 0,
    commenters integer not null default 0,
    constraint project_stats_pkey primary key (project_id),
    constraint project_stats_project_id_fkey foreign key (project_id) references project (project_id) on delete cascade,
    constraint project_stats_counted check (least(stars, forks, comments, commenters) >= 0)
) with (fillfactor = 70);

-- Deleted makers whose projects the purge takes. Not concurrently: until the first release there are no makers.
-- squawk-ignore require-concurrent-index-creation
create index maker_deleted_idx on maker (updated_at) where status = 'deleted';
