"""Full-text search, spelling and suggestions."""
