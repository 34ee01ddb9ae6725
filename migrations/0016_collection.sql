-- Collections: projects that a maker puts together, in an order of their own, with a word on each.

set lock_timeout = '2s';
set statement_timeout = '60s';

create table collection (
    collection_id uuid not null,
    maker_id uuid not null,
    slug text not null,
    title text not null,
    description text not null default '',
    visibility text not null default 'public',
    -- How many projects are in it, whoever may see them; kept by the triggers below.
    items integer not null default 0,
    version bigint not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint collection_pkey primary key (collection_id),
    constraint collection_slug_key unique (maker_id, slug),
    constraint collection_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint collection_slug_form check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and char_length(slug) <= 80),
    constraint collection_title_length check (char_length(title) between 1 and 120),
    constraint collection_visibility_known check (visibility in ('public', 'unlisted', 'private')),
    constraint collection_counted check (items >= 0)
);
-- A maker's own list, and, of the same few, those that everybody sees.
create index collection_own_idx on collection (maker_id, created_at desc, collection_id desc);

create table collection_item (
    collection_id uuid not null,
    project_id uuid not null,
    position integer not null,
    note text not null default '',
    -- One version of one of the project's workflows, where the maker wants that one and no later.
    workflow_id uuid,
    version_number integer,
    added_at timestamptz not null,
    constraint collection_item_pkey primary key (collection_id, project_id),
    constraint collection_item_collection_id_fkey foreign key (collection_id)
    references collection (collection_id) on delete cascade,
    constraint collection_item_project_id_fkey foreign key (project_id)
    references project (project_id) on delete cascade,
    constraint collection_item_version_fkey foreign key (workflow_id, version_number)
    references workflow_version (workflow_id, number) on delete set null,
    constraint collection_item_pinned check ((workflow_id is null) = (version_number is null))
);
create index collection_item_order_idx on collection_item (collection_id, position, project_id);
create index collection_item_project_id_idx on collection_item (project_id);
create index collection_item_version_idx on collection_item (workflow_id, version_number);

-- Triggers, because items also go with their projects, in the purge.
create function collection_count() returns trigger
language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        update collection c set items = c.items + r.more
        from (select i.collection_id, count(*) as more from changed i group by i.collection_id) r
        where c.collection_id = r.collection_id;
    else
        -- In one order for everybody. A collection that goes itself is gone already, and counts nothing.
        perform c.collection_id from collection c
        where c.collection_id in (select i.collection_id from changed i)
        order by c.collection_id
        for no key update;

        update collection c set items = c.items - r.less
        from (select i.collection_id, count(*) as less from changed i group by i.collection_id) r
        where c.collection_id = r.collection_id;
    end if;
    return null;
end
$$;

create trigger collection_item_added after insert on collection_item
referencing new table as changed for each statement execute function collection_count();
create trigger collection_item_gone after delete on collection_item
referencing old table as changed for each statement execute function collection_count();

-- What a maker put together goes with the account; the projects in it are others' and stay.
create function maker_collections_gone() returns trigger
language plpgsql as $$
begin
    delete from collection c where c.maker_id = new.maker_id;
    return null;
end
$$;

create trigger maker_collections_gone after update on maker
for each row when (old.status <> 'deleted' and new.status = 'deleted')
execute function maker_collections_gone();
