"""Documents of workflows: templates, checks, rendering, diffs and merges. Pure functions."""
