"""Addresses, states and lists of projects."""
