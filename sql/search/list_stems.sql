-- Each word's stems, as the documents have them: in the order of the words. A stop word has none in its language.
select
    k.word, (ts_lexize('pg_catalog.english_stem', k.word))[1] as english,
    (ts_lexize('pg_catalog.dutch_stem', k.word))[1] as dutch
from unnest($1::text[]) with ordinality as k (word, place)
order by k.place
