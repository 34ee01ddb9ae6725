-- Return whether the maker has stars, follows or followers left.
select
    exists (select from star where maker_id = $1)
    or exists (select from follow_maker where maker_id = $1)
    or exists (select from follow_maker where followed_id = $1)
