-- Keeps the rows until the purge, so that their tokens stay revoked. Erases the devices and networks at once.
update session set device = '', user_agent = '', ip = '', network = '' where maker_id = $1
