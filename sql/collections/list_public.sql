-- Return a maker's public collections, along collection_own_idx from the cursor's position. A maker has few collections
-- that are not public. For the inner limit, see projects/list_newest.
select page.*
from (
    select {collections/collection.columns} from collection c
    join maker o on o.maker_id = c.maker_id and o.status <> 'deleted'
    where c.maker_id = $1 and c.visibility = 'public' and c.removed_at is null
        and (c.created_at, c.collection_id) < ($2, $3)
    order by c.created_at desc, c.collection_id desc
    limit 101
) page
order by page.created_at desc, page.collection_id desc
limit $4
