"""Redis client and what is kept in Redis: sessions, rate limits, cached pages and their invalidation."""
