"""What the service costs, beside its floor and beside the obvious way of writing it. See docs/performance.md."""
