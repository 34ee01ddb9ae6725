"""Collections of projects in their owner's order."""
