"""Stars, follows and ranked lists."""
