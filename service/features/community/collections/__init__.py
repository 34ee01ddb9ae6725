"""Collections of projects, ordered by their owner."""
