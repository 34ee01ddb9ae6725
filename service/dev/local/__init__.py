"""PostgreSQL and Redis for development: find, start, watch and stop them, with all data in `.local/`."""
