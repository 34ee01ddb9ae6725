"""The sitemap of everything public."""
