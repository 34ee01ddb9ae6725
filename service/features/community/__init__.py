"""Community features: search, lists, stars, follows, comments, collections, tools and tags."""
