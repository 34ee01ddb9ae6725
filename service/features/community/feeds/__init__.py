"""The following feed, trending lists and Atom."""
