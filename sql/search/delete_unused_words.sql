-- The next $3 words after one: of these, the rare ones that no document has any more go. Answers with the last of them.
with walked as (
    select s.kind, s.word, s.level
    from search_word s
    where (s.kind, s.word) > ($1, $2)
    order by s.kind, s.word
    limit $3
),
gone as (
    delete from search_word s
    using walked w
    where
        s.kind = w.kind and s.word = w.word and w.level <= 5
        and case w.kind
            when 'name' then not exists (
                select from maker_search d where d.document @@ plainto_tsquery('pg_catalog.simple', w.word)
            )
            else search_count('project', search_either(w.word), 1) = 0
        end
    returning s.word
)
select w.kind, w.word from walked w order by w.kind desc, w.word desc limit 1
