"""Jobs: the outbox, the context of a handler, and the jobs that belong to no feature."""
