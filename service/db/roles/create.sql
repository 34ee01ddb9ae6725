-- Create the three roles of the service, and give the owner this database and everything in it. Running it again changes
-- nothing. Run it as a superuser: `python -m service roles`, which also sets passwords and grants privileges, or psql.
do $$
declare
    role_name text;
    found record;
begin
    foreach role_name in array array['aipoweredmakers_owner', 'aipoweredmakers_app', 'aipoweredmakers_read'] loop
        if to_regrole(role_name) is null then
            begin
                execute format('create role %I login', role_name);
            exception when duplicate_object or unique_violation then
                null; -- another database of this cluster got there first
            end;
        end if;
    end loop;

    -- The schema public belongs to the owner of the database (pg_database_owner).
    execute format('alter database %I owner to aipoweredmakers_owner', current_database());
    execute format('grant connect on database %I to aipoweredmakers_app, aipoweredmakers_read', current_database());
    execute format('revoke create, temporary on database %I from public', current_database());
    revoke create on schema public from public;

    -- What an earlier set-up with a single role has made.
    for found in
        select case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end as kind,
            c.oid::regclass::text as name
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
            and c.relowner <> to_regrole('aipoweredmakers_owner')
            and not exists (
                select from pg_depend d
                where d.classid = 'pg_class'::regclass and d.objid = c.oid
                    -- Extensions keep theirs; a column's sequence follows its table.
                    and (d.deptype = 'e' or c.relkind = 'S' and d.deptype in ('a', 'i'))
            )
        union all
        select 'routine', p.oid::regprocedure::text
        from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.proowner <> to_regrole('aipoweredmakers_owner')
            and not exists (
                select from pg_depend d
                where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
            )
    loop
        execute format('alter %s %s owner to aipoweredmakers_owner', found.kind, found.name);
    end loop;
end
$$;
