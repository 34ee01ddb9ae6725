"""Following feed, trends and Atom feeds."""
