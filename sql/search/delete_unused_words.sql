-- Delete the rare words without documents among the next $3 words after ($1, $2), and return the last of these words.
-- Deletes by ctid: a join with the scanned words read the whole table for each batch.
with walked as (
    select s.ctid as place, s.kind, s.word, s.level
    from search_word s
    where (s.kind, s.word) > ($1, $2)
    order by s.kind, s.word
    limit $3
),
gone as (
    delete from search_word s
    where s.ctid = any(
        array(
            select w.place
            from walked w
            where
                w.level <= 5
                and case w.kind
                    when 'name' then not exists (
                        select from maker_search d where d.document @@ plainto_tsquery('pg_catalog.simple', w.word)
                    )
                    else search_count('project', search_either(w.word), 1) = 0
                end
        )
    )
    returning s.word
)
select w.kind, w.word from walked w order by w.kind desc, w.word desc limit 1
