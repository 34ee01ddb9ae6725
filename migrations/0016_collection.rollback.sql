set lock_timeout = '2s';

drop trigger maker_collections_gone on maker;
drop function maker_collections_gone();
drop table collection_item;
drop function collection_count();
drop table collection;
