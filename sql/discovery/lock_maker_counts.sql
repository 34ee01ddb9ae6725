-- Same as lock_project_counts, for makers.
select maker_id from maker_stats where maker_id = any($1) order by maker_id for no key update
