"""Registration, sessions, passwords and one's own account."""
