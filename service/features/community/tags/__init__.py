"""Tags and their lists."""
