"""Projects: addresses, states and lists."""
