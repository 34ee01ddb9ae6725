-- Under the lock of lock, by the project's address whether its maker may still see it or not: what is theirs to take out
-- stays theirs. Null when it was not in it.
delete from collection_item i
using project p, maker o
where
    i.collection_id = $1 and p.project_id = i.project_id and p.slug = $3 and o.maker_id = p.owner_id and o.handle = $2
returning i.project_id
