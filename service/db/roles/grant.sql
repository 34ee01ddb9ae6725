-- Grant the application and the read-only role what they need, where these roles exist. `migrate`, `restore` and `roles`
-- run it as the owner of the tables. It changes only what differs. Execute on functions comes from PUBLIC.
do $$
declare
    role_name text;
    relation record;
begin
    foreach role_name in array array['aipoweredmakers_app', 'aipoweredmakers_read'] loop
        continue when to_regrole(role_name) is null;
        execute format('grant usage on schema public to %I', role_name);
        -- For a table of a later migration, from the moment it exists.
        execute format(
            'alter default privileges grant %s on tables to %I',
            case role_name when 'aipoweredmakers_app' then 'select, insert, update, delete' else 'select' end, role_name
        );
        execute format(
            'alter default privileges grant %s on sequences to %I',
            case role_name when 'aipoweredmakers_app' then 'usage, select' else 'select' end, role_name
        );
        for relation in
            select c.oid::regclass as name, wanted.kind, wanted.rights
            from pg_class c
            cross join lateral (
                select
                    case c.relkind when 'S' then 'sequence' else 'table' end as kind,
                    case
                        when role_name = 'aipoweredmakers_read' then array['SELECT']
                        when c.relkind = 'S' then array['SELECT', 'USAGE']
                        -- Insert-only: no one who takes over the application can change what was recorded.
                        when c.relname = 'audit_log' then array['INSERT', 'SELECT']
                        -- Views, and which migrations stand: nothing to write.
                        when c.relkind = 'v' or c.relname ~ 'yoyo' then array['SELECT']
                        else array['DELETE', 'INSERT', 'SELECT', 'UPDATE']
                    end as rights
            ) wanted
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
                and wanted.rights is distinct from array(
                    select held.privilege_type from aclexplode(c.relacl) held
                    where held.grantee = to_regrole(role_name)
                    order by held.privilege_type collate "C"
                )
        loop
            execute format('revoke all on %s %s from %I', relation.kind, relation.name, role_name);
            execute format(
                'grant %s on %s %s to %I', array_to_string(relation.rights, ', '), relation.kind, relation.name, role_name
            );
        end loop;
    end loop;
end
$$;
