"""Append-only log of admin actions."""
