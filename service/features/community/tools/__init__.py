"""The catalogue of tools and suggestions for it."""
