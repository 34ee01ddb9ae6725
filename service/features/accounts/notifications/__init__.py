"""Notifications: enqueue, deliver, list, stream and digest."""
