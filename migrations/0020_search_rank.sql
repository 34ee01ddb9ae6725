-- A search ranks what it found in a tenth of the time. ts_rank_cd looks for words that stand together, all over again
-- for each word that it meets: 9 µs a row when five words are typed, several times what reading and sorting the row
-- takes. Nobody asked it for that, since any word alone was enough for it. ts_rank adds the words up: all that was
-- wanted.
set lock_timeout = '2s';

-- Up to a thousand of a source (`project`, `workflow`) that meet a query, the hottest of them, and their scores; for
-- the way to them see 0012_search.sql.
--
-- The score is ln(rank · popularity · freshness), so that it does not depend on when it is asked: a year halves it.
-- Each word in the title counts 1, in the tags or the tagline 0.4 (a workflow's summary), and less each further time
-- it stands there; one elsewhere was enough to be found. A word has an English and a Dutch form at each place: what
-- is typed counts as the one or as the other, whichever finds more. ts_rank is the mean over the words of its query,
-- divided by π²/6 (the sum of 1/n², of which each further time adds one).
create or replace function search_ranked(source text, wanted text[], unwanted text)
returns table (id uuid, score double precision)
language plpgsql stable
set enable_seqscan = off
set enable_indexscan = off as $$
declare
    query constant tsquery := search_query(wanted, unwanted);
    plain constant text := case when unwanted = '' then query else search_query(wanted, '') end;
    phrased constant boolean := plain ~ '<(-|\d+)>';
    said constant text := search_fold(array_to_string(wanted, ' '));
    english constant tsvector := to_tsvector('pg_catalog.english', said);
    dutch constant tsvector := to_tsvector('pg_catalog.dutch', said);
    any_english constant tsquery := replace(strip(english)::text, ' ', ' | ');
    any_dutch constant tsquery := replace(strip(dutch)::text, ' ', ' | ');
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
                    ln(
                        0.02 + 1.64493406685 * greatest(
                            ts_rank('{0, 0, 0.4, 1}', b.head, $4) * $5,
                            ts_rank('{0, 0, 0.4, 1}', b.head, $6) * $7
                        )
                    )
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
                limit $2
            ) b
            $q$,
            source, tier, case when phrased then 'b.document @@ $3' else 'true' end
        )
        using
            case when phrased then regexp_replace(plain, '<(-|\d+)>', '&', 'g')::tsquery else query end,
            left_to_look_at, query, any_english, length(english), any_dutch, length(dutch);
        get diagnostics seen = row_count;
        left_to_look_at := left_to_look_at - seen;
        exit when left_to_look_at = 0;
    end loop;
end
$$;
