"""Redis client and the data in Redis: sessions, rate limits, cached pages and their invalidation."""
