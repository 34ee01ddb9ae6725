"""Notifications: enqueueing, delivery, lists, streams and digests."""
