-- Return known words that are similar to each word of $2, including the word itself if it is known.
select k.word as misspelt, s.word, s.level
from unnest($2::text[]) as k (word)
cross join lateral search_similar($1, k.word) s
