"""Accounts: identity, profiles, notifications and the audit log."""
