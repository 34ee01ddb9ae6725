-- search_learn counts each word with a probability, as a logarithm; this is the expected result. ts_stat counts all
-- words in one pass.
insert into search_word (kind, word, level)
select w.kind, w.word, floor(log(2, w.ndoc))::integer
from (
    select 'text' as kind, t.word, t.ndoc
    from ts_stat(
        $q$
        select to_tsvector(
            'pg_catalog.simple',
            search_fold(concat_ws(' ', p.title, p.tagline, array_to_string(p.tags, ' ')))
        )
        from project_listed l
        join project p on p.project_id = l.project_id
        $q$
    ) t
    union all
    select 'name', t.word, t.ndoc
    from ts_stat(
        $q$
        select to_tsvector('pg_catalog.simple', search_fold(m.handle || E'\n' || m.display_name))
        from maker m
        where m.status = 'active'
        $q$
    ) t
) w
where char_length(w.word) between 3 and 40 and w.word !~ '[0-9]'
