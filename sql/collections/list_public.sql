-- Return a maker's public collections, along collection_own_idx from the cursor's position. A maker has few collections
-- that are not public. For the inner limit, see projects/list_newest.
select
    page.collection_id, page.handle, page.display_name, page.avatar_url, page.slug, page.title, page.description,
    page.visibility, page.items, page.removed, page.version, page.created_at, page.updated_at
from (
    select
        c.collection_id, o.handle, o.display_name, o.avatar_url, c.slug, c.title, c.description, c.visibility, c.items,
        c.removed_at is not null as removed, c.version, c.created_at, c.updated_at
    from collection c
    join maker o on o.maker_id = c.maker_id and o.status <> 'deleted'
    where c.maker_id = $1 and c.visibility = 'public' and c.removed_at is null
        and (c.created_at, c.collection_id) < ($2, $3)
    order by c.created_at desc, c.collection_id desc
    limit 101
) page
order by page.created_at desc, page.collection_id desc
limit $4
