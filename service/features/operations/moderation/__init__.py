"""Reports, removals and the logs of moderation."""
