-- All of a maker's: there are MAX_COLLECTIONS at most.
select slug from collection where maker_id = $1
