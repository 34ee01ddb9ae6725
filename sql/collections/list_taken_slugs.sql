-- Return all slugs of a maker: at most MAX_COLLECTIONS rows.
select slug from collection where maker_id = $1
