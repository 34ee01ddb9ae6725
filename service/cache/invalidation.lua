-- Begins the next epoch of the public pages, and says so. Called by epochs.py.
--
-- KEYS  where the epoch stands.
-- ARGV  its name (never used before), and the channel.
--
-- In one script, so that everybody hears of the epochs in the order in which they stood.

redis.call('SET', KEYS[1], ARGV[1])
redis.call('PUBLISH', ARGV[2], ARGV[1])
return redis.status_reply('OK')
