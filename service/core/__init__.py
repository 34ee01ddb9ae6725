"""Configuration, clock, ids, logs and metrics. This package imports no other package of the service."""
