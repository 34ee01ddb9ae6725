-- Return the stems of each word as in the search documents, in the order of the words. The stem of a stop word is null.
select
    k.word, (ts_lexize('pg_catalog.english_stem', k.word))[1] as english,
    (ts_lexize('pg_catalog.dutch_stem', k.word))[1] as dutch
from unnest($1::text[]) with ordinality as k (word, place)
order by k.place
