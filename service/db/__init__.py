"""Access to PostgreSQL: pool, query stubs, batching, errors and migrations."""
