"""Registration, sessions, passwords and account management."""
