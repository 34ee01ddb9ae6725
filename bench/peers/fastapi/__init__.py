"""Peer written with FastAPI, SQLAlchemy 2, Pydantic, redis-py and PyJWT on uvicorn, as their documentation recommends.

It has the measured endpoints with the service's guarantees: docs/decisions/0032-peers.md.
"""
