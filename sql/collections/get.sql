-- Return a collection in the form of `find`, after a write in the same transaction.
select {collections/collection.columns}
from collection c
join maker o on o.maker_id = c.maker_id
where c.collection_id = $1
