"""Configuration, clock, ids, logs and metrics; imports nothing else of the service."""
