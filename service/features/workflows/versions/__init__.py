"""Workflows with their drafts, versions and labels."""
