"""Sitemap of public content."""
