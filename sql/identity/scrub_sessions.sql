-- The rows stay until they are purged, so that their tokens are known to be dead; where they were used goes now.
update session set device = '', user_agent = '', ip = '', network = '' where maker_id = $1
