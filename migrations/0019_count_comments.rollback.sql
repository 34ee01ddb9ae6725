set lock_timeout = '2s';

alter function count_comments(uuid[], uuid[], integer[]) reset plan_cache_mode;
