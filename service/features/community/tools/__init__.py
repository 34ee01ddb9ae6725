"""Catalogue of tools and suggestions for it."""
