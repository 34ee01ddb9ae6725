"""Full-text search, spelling correction and suggestions."""
