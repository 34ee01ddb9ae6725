-- Words there are that look like each of $2; the word itself among them, if it is one of them.
select k.word as misspelt, s.word, s.level
from unnest($2::text[]) as k (word)
cross join lateral search_similar($1, k.word) s
