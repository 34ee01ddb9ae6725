"""Benchmarks of the service against its floor and against a naive implementation. See docs/performance.md."""
