"""HTTP: routing, binding of handlers, results, problems, pagination, ETags and idempotency."""
