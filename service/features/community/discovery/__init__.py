"""Stars, follows and the ranks of lists."""
