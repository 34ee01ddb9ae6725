"""The append-only log of what admins do."""
