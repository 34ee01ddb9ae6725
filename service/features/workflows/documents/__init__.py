"""What a workflow says: templates, checks, rendering, differences and merging; pure functions."""
