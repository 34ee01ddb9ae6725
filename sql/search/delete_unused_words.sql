-- The next $3 words after one: of these, the rare ones that no document has any more go. Answers with the last of them.
-- Deletes by place: joined to the words walked, it read all words for each portion.
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
