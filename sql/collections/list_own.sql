-- Return all collections of a maker, along collection_own_idx from the cursor's position. For the inner limit, see
-- projects/list_newest.
select page.*
from (
    select {collections/collection.columns} from collection c
    join maker o on o.maker_id = c.maker_id
    where c.maker_id = $1 and (c.created_at, c.collection_id) < ($2, $3)
    order by c.created_at desc, c.collection_id desc
    limit 101
) page
order by page.created_at desc, page.collection_id desc
limit $4
