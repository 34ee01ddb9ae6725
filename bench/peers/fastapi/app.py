"""The application: settings from the environment, connections for its lifetime, routers and errors."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final
from urllib.parse import urlsplit
from uuid import uuid4

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bench.peers.fastapi import discussion, problems, projects, search, workflows
from bench.peers.fastapi.dependencies import LIMIT
from service.core.config import Config
from service.security.keyring import KeyRing

_LIMITS: Final = {
    "statement_timeout": "4000",
    "lock_timeout": "2000",
    "idle_in_transaction_session_timeout": "5000",
    "jit": "off",
}
"""The settings of service/db/pool.py, except the generic plans, for which the peers' statements are not written."""
_REQUEST_ID: Final = re.compile(r"[A-Za-z0-9._:-]{1,64}")


class RequestHeaders:
    """Middleware that adds the headers of every response, including rate limits."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"x-request-id"), "")
        state = scope.setdefault("state", {})
        state["request_id"] = given if _REQUEST_ID.fullmatch(given) else str(uuid4())

        async def respond(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = state["request_id"]
                headers["X-Content-Type-Options"] = "nosniff"
                headers.update(state.get("headers", {}))
            await send(message)

        await self._app(scope, receive, respond)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    config = Config.from_env()
    keyring = KeyRing(config.secret_keys)
    engine = create_async_engine(
        urlsplit(config.database_url)._replace(scheme="postgresql+asyncpg").geturl(),
        pool_size=config.database_pool_size,
        max_overflow=0,
        connect_args={"command_timeout": 5, "server_settings": _LIMITS},
    )
    redis = Redis.from_url(config.redis_url, decode_responses=True, socket_timeout=1.0, socket_connect_timeout=1.0)
    app.state.keyring, app.state.keys = keyring, keyring.keys("access-token")
    app.state.issuer = config.public_url
    app.state.writing = async_sessionmaker(engine, expire_on_commit=False)
    app.state.reading = async_sessionmaker(engine.execution_options(isolation_level="AUTOCOMMIT"))
    app.state.redis, app.state.limit = redis, redis.register_script(LIMIT)
    yield
    await redis.aclose()
    await engine.dispose()


app = FastAPI(title="AIpoweredMakers on FastAPI", lifespan=lifespan)
app.add_middleware(RequestHeaders)
app.add_exception_handler(problems.Problem, problems.on_problem)
app.add_exception_handler(RequestValidationError, problems.on_invalid)
app.add_exception_handler(HTTPException, problems.on_http_exception)
for part in (projects, discussion, workflows, search):
    app.include_router(part.router, prefix="/api/v1")
