-- Requires the lock of `lock`. The caller has checked the maker and the version.
update collection
set title = $2, description = $3, visibility = $4, version = version + 1, updated_at = $5
where collection_id = $1
