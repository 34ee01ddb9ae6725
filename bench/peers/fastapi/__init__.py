"""FastAPI, SQLAlchemy 2, Pydantic, redis-py and PyJWT on uvicorn, as their documentation writes a service.

The endpoints that are measured, with the guarantees of the service's own: docs/decisions/0032-peers.md.
"""
