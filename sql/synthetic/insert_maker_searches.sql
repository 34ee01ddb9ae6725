-- As 0012_search does for existing makers.
insert into maker_search (maker_id, handle, name_key, document)
select
    m.maker_id, m.handle, left(search_fold(m.display_name), 120),
    to_tsvector('pg_catalog.simple', search_fold(m.handle || E'\n' || m.display_name))
from maker m
where m.status = 'active'
