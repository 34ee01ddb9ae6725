"""Roles and suspensions of makers."""
