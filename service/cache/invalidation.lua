-- Begins the next page-cache epoch and publishes it. Called by invalidation.py.
--
-- KEYS  key of the current epoch.
-- ARGV  name of the epoch (never used before), and the channel.
--
-- One script does both, so that all processes receive the epochs in the order in which they were stored.

redis.call('SET', KEYS[1], ARGV[1])
redis.call('PUBLISH', ARGV[2], ARGV[1])
return redis.status_reply('OK')
