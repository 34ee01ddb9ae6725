"""Remixes, their history and pulls of updates."""
