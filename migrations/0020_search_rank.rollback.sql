set lock_timeout = '2s';

create or replace function search_ranked(source text, wanted text[], unwanted text)
returns table (id uuid, score double precision)
language plpgsql stable
set enable_seqscan = off
set enable_indexscan = off as $$
declare
    query constant tsquery := search_query(wanted, unwanted);
    plain constant tsquery := search_query(wanted, '');
    words constant tsquery := regexp_replace(plain::text, '<(-|\d+)>', '&', 'g')::tsquery;
    any_word constant tsquery := replace(words::text, '&', '|')::tsquery;
    phrased constant boolean := plain::text ~ '<(-|\d+)>';
    left_to_look_at integer := 1000;
    seen integer;
begin
    if coalesce(numnode(query), 0) = 0 then
        return;
    end if;
    for tier in 0..4 loop
        return query execute format(
            $q$
            select
                b.id,
                case when %3$s then
                    ln(ts_rank_cd('{0, 0, 0.4, 1}', b.head, $2) + 0.02::double precision)
                    + ln(1 + log10(greatest(1, b.marks)::double precision))
                    + b.hot * (ln(2) / (365.25 * 86400 / 79200))
                end
            from (
                select a.id, a.hot, a.marks, a.head, a.document
                from (
                    select s.%1$s_id as id, s.hot, s.marks, s.head, s.document
                    from %1$s_search s
                    where s.tier = %2$s and s.document @@ $1
                    limit 20000
                ) a
                order by a.hot desc, a.id desc
                limit $3
            ) b
            $q$,
            source, tier, case when phrased then 'b.document @@ $4' else 'true' end
        )
        using case when phrased then words else query end, any_word, left_to_look_at, query;
        get diagnostics seen = row_count;
        left_to_look_at := left_to_look_at - seen;
        exit when left_to_look_at = 0;
    end loop;
end
$$;
