"""Finding and discussing: search, lists, stars, follows, comments, collections, tools and tags."""
