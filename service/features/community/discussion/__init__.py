"""Comments, votes and mentions."""
