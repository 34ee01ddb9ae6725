"""The whole service in the test's event loop: the production application on a free port, its jobs and its mails.

`ApiClient` has methods for common requests; `request` sends any other.
"""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as default_policy
from functools import cache, partial
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import aiohttp
import asyncpg
import orjson
from argon2 import PasswordHasher
from attrs import define, field, frozen

from service.app import App, create_app, create_job_context, job_handlers
from service.cache.redis import RedisClient
from service.core.clock import Clock
from service.core.config import Config
from service.core.ids import new_id
from service.core.metrics import Metrics
from service.db.pool import Database, Limits
from service.db.query import orphans
from service.features.accounts.audit.queries import insert_audit
from service.features.accounts.identity.domain import SESSION_LIFE, device_of, network_of
from service.features.accounts.identity.queries import insert_maker, insert_session, update_role
from service.http.results import EVENTS
from service.http.transport.server import HttpServer
from service.jobs.context import JobContext
from service.jobs.outbox import claim_jobs
from service.processes.job import Worker
from service.security.tokens import RefreshTokens, Role
from tests.servers import as_app

PASSWORD = "correct horse battery staple"
_ORIGIN = "http://test"


@cache
def hashed(password: str) -> str:
    """Hash a password with minimal memory. Verification reads the parameters from the hash and is cheap, too."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(password)


class MovableClock:
    """The machine's clock plus the time added by `move`."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def move(self, by: timedelta) -> None:
        self._ahead += by


@frozen
class Reply:
    """A whole response. `json` is None without a body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return orjson.loads(self.body) if self.body else None

    @property
    def code(self) -> str:
        """Return the problem's code, or "" for a success. A redirect is a problem, too."""
        return str(self.json["code"]) if self.status >= 300 and self.body else ""

    @property
    def pointers(self) -> dict[str, str]:
        """Return the problem's errors: pointer → code."""
        return {error["pointer"]: error["code"] for error in self.json.get("errors", [])}

    def expect(self, status: int, code: str = "") -> "Reply":
        """Return this response after checking its status and code."""
        assert self.status == status, f"{self.status}, not {status}: {self.body.decode()}"
        assert not code or self.code == code, f"{self.code}, not {code}: {self.body.decode()}"
        return self


@define
class ApiClient:
    """A client with an address and, after a login, tokens. `service` is its target."""

    service: "RunningService"
    address: str = "192.0.2.1"
    user_agent: str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    email: str = ""
    handle: str = ""
    password: str = PASSWORD
    access_token: str = ""
    refresh_token: str = ""
    session_id: str = ""

    async def request(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        headers: Mapping[str, str] | None = None,
        token: str | None = None,
        data: bytes | None = None,
    ) -> Reply:
        """Send a request under /api/v1 with this client's token, another one, or none (""). `data` is a raw body."""
        sent = {"X-Forwarded-For": self.address, "User-Agent": self.user_agent, **(headers or {})}
        if bearer := self.access_token if token is None else token:
            sent.setdefault("Authorization", f"Bearer {bearer}")
        if body is not None:
            data = orjson.dumps(body)
        if data is not None:
            sent.setdefault("Content-Type", "application/json")
        url = f"{self.service.url}/api/v1{path}"
        async with self.service.http.request(method, url, data=data, headers=sent, allow_redirects=False) as answer:
            endless = answer.content_type == EVENTS  # an endless response is closed after its head
            return Reply(answer.status, answer.headers, b"" if endless else await answer.read())

    async def get(self, path: str, **options: Any) -> Reply:
        return await self.request("GET", path, **options)

    async def post(self, path: str, body: object = None, **options: Any) -> Reply:
        return await self.request("POST", path, body, **options)

    async def put(self, path: str, body: object = None, **options: Any) -> Reply:
        return await self.request("PUT", path, body, **options)

    async def patch(self, path: str, body: object, **options: Any) -> Reply:
        return await self.request("PATCH", path, body, **options)

    async def delete(self, path: str, body: object = None, **options: Any) -> Reply:
        return await self.request("DELETE", path, body, **options)

    # Identity

    async def register(self, **changes: object) -> Reply:
        return await self.post("/auth/register", {"email": self.email, "handle": self.handle, **changes})

    async def verify(self, token: str, **changes: object) -> Reply:
        """Confirm a mailed link with this client's password or another one."""
        return await self.post("/auth/email/verify", {"token": token, "password": self.password, **changes})

    async def login(self, *, keep: bool = True, **changes: object) -> Reply:
        """Log in and keep the session, unless `keep` is false."""
        reply = await self.post("/auth/login", {"email": self.email, "password": self.password, **changes}, token="")
        if keep and reply.status == 200:
            self._take(reply)
        return reply

    async def refresh(self, refresh_token: str | None = None, *, keep: bool = True) -> Reply:
        reply = await self.post("/auth/refresh", {"refresh_token": refresh_token or self.refresh_token}, token="")
        if keep and reply.status == 200:
            self._take(reply)
        return reply

    def _take(self, reply: Reply) -> None:
        self.access_token, self.refresh_token = reply.json["access_token"], reply.json["refresh_token"]
        self.session_id = reply.json["session_id"]

    async def logout(self) -> Reply:
        return await self.post("/auth/logout")

    async def sessions(self) -> list[dict[str, Any]]:
        listed: list[dict[str, Any]] = (await self.get("/auth/sessions")).expect(200).json["data"]
        return listed

    async def me(self) -> Reply:
        return await self.get("/me")

    async def update_me(self, *, if_match: str = "*", **changes: object) -> Reply:
        return await self.patch("/me", changes, headers={"If-Match": if_match})

    async def delete_me(self, password: str | None = None) -> Reply:
        return await self.delete("/me", {"password": password or self.password})

    def elsewhere(self, address: str = "203.0.113.1") -> "ApiClient":
        """Return a client of the same maker on another device, not logged in."""
        return ApiClient(self.service, address, email=self.email, handle=self.handle, password=self.password)

    # Projects: `path` is "/projects/ada/reading-coach"

    async def create_project(self, title: str = "Reading coach", *, key: str | None = None, **more: object) -> Reply:
        return await self.post("/projects", {"title": title, **more}, headers={"Idempotency-Key": key} if key else None)

    async def draft(self, title: str = "Reading coach", **more: Any) -> str:
        """Create a project with content and return its path."""
        made = (await self.create_project(title, **{"tagline": "Reads along", **more})).expect(201)
        return str(made.headers["Location"]).removeprefix("/api/v1")

    async def published(self, title: str = "Reading coach", **more: Any) -> str:
        """Create and publish a project and return its path."""
        path = await self.draft(title, **more)
        (await self.post(f"{path}/publish")).expect(200)
        return path

    async def edit(self, path: str, *, if_match: str = "*", **changes: Any) -> Reply:
        return await self.patch(path, changes, headers={"If-Match": if_match})

    # Workflows: `path` is "/projects/ada/reading-coach/workflows/lesson"

    async def workflow(self, project: str, title: str = "Lesson", **more: Any) -> str:
        """Create a workflow in a project and return its path."""
        made = (await self.post(f"{project}/workflows", {"title": title, **more})).expect(201)
        return str(made.headers["Location"]).removeprefix("/api/v1")

    async def save_draft(self, path: str, content: object, *, if_match: str = "*") -> Reply:
        return await self.put(f"{path}/draft", {"content": content}, headers={"If-Match": if_match})

    async def save_version(self, path: str, content: object = None, *, key: str | None = None, **more: Any) -> Reply:
        """Save the draft, or `content`, as the next version."""
        body = more if content is None else {"content": content, **more}
        return await self.post(f"{path}/versions", body, headers={"Idempotency-Key": key} if key else None)

    async def pages(self, path: str, limit: int = 100) -> list[list[dict[str, Any]]]:
        """Return every page of a list, from the first to the last."""
        found: list[list[dict[str, Any]]] = []
        cursor: str | None = ""
        while cursor is not None:
            more = f"{'&' if '?' in path else '?'}limit={limit}" + (f"&cursor={cursor}" if cursor else "")
            page = (await self.get(path + more)).expect(200).json
            found.append(page["data"])
            cursor = page["next_cursor"]
        return found


@define
class RunningService:
    """The running application with its client session, clock and mail folder."""

    app: App
    url: str
    http: aiohttp.ClientSession
    clock: MovableClock
    mail_directory: Path
    context: JobContext
    _worker: Worker = field(alias="worker")

    def client(self, handle: str = "", address: str = "192.0.2.1") -> ApiClient:
        """Return an anonymous client. With a handle, it has the data to register."""
        return ApiClient(self, address, email=f"{handle}@example.org" if handle else "", handle=handle)

    async def maker(self, handle: str = "ada", *, address: str = "192.0.2.1") -> ApiClient:
        """Insert a maker with a session, as registration and login would."""
        return await self._account(handle, address, "maker")

    async def admin(self, handle: str = "root-ada", *, address: str = "192.0.2.2") -> ApiClient:
        """Insert an admin with a session."""
        return await self._account(handle, address, "admin")

    async def registered(self, handle: str = "ada", *, address: str = "192.0.2.1") -> ApiClient:
        """Register, confirm and log in through HTTP."""
        client = self.client(handle, address)
        (await client.register()).expect(202)
        (await client.verify(await self.token_to(client.email))).expect(200)
        (await client.login()).expect(200)
        return client

    async def _account(self, handle: str, address: str, role: Role) -> ApiClient:
        client, deps, now = self.client(handle, address), self.app.deps, self.clock()
        maker_id, session_id, password_hash = new_id(), new_id(), hashed(client.password)
        await insert_maker(deps.db, maker_id, handle, client.email, handle, password_hash, now)
        if role == "admin":
            await update_role(deps.db, maker_id, role, now)
            await insert_audit(deps.db, new_id(), None, "maker.role", "maker", maker_id, '{"role": "admin"}', now)
        await insert_session(
            *(deps.db, session_id, maker_id, password_hash, device_of(client.user_agent), client.user_agent),
            *(address, network_of(address), now, now + SESSION_LIFE),
        )
        client.access_token, _ = deps.access_tokens.issue(maker_id, session_id, role)
        client.refresh_token = RefreshTokens(deps.keyring).encode(session_id, 0)
        client.session_id = str(session_id)
        return client

    async def deliver(self) -> None:
        """Run all due jobs as a job process does. A failed job fails the test."""
        kinds = list(self._worker._handlers)
        while jobs := await claim_jobs(self.context.db, kinds, [100] * len(kinds), 60.0):
            for job in jobs:
                await self._worker._carry_out(job)
                error = await self.context.db.fetchval(
                    "select last_error from outbox_job where job_id = $1", job.job_id
                )
                assert error is None, f"{job.kind}: {error}"

    async def mails_to(self, address: str) -> Sequence[EmailMessage]:
        """Deliver all jobs and return all mails to an address, in the order of their jobs."""
        await self.deliver()
        files = sorted(self.mail_directory.glob("*.eml"))
        mails = [message_from_bytes(file.read_bytes(), policy=default_policy) for file in files]
        return [mail for mail in mails if mail["To"] == address]

    async def mail_to(self, address: str) -> str:
        """Return subject and text of the last mail to an address."""
        mails = await self.mails_to(address)
        assert mails, f"no mail went to {address}"
        text = mails[-1].get_body(("plain",))
        assert text is not None
        return f"{mails[-1]['Subject']}\n{text.get_content()}"

    async def token_to(self, address: str) -> str:
        """Return the token of the link in the last mail to an address."""
        found = re.search(r"#([\w-]{43})\s", await self.mail_to(address))
        assert found is not None
        return found[1]


def config_for(database_url: str, redis_url: str, mail_directory: Path, **changes: str) -> Config:
    """Return a configuration for one test; `changes` are additional environment variables."""
    return Config.from_env(
        {
            "DATABASE_URL": as_app(database_url),
            "REDIS_URL": redis_url,
            "MAIL_URL": f"file://{mail_directory}",
            "SECRET_KEYS": "test:" + "0123456789abcdef" * 3,
            "PUBLIC_URL": _ORIGIN,
            "WEB_URL": _ORIGIN,
            "WORKERS": "1",
            "TRUSTED_PROXIES": "127.0.0.1/32",
            "PAGE_GRACE": "0",  # the next request of any client sees a change
            **changes,
        }
    )


_PATIENCE: Final = 20.0
"""Seconds for PostgreSQL and Redis: a busy machine must not look like an unavailable server."""

_orphans: Final = cache(orphans)


class WarmDatabase(Database):
    """Database that leaves its connections, with their prepared statements, to the next test of the same loop."""

    _left: Final[dict[tuple[object, ...], list["asyncpg.Pool[asyncpg.Record]"]]] = {}

    def __init__(self, url: str, **options: Any) -> None:
        super().__init__(url, limits=Limits(_PATIENCE, _PATIENCE, _PATIENCE, _PATIENCE, _PATIENCE), **options)

    @property
    def _key(self) -> tuple[object, ...]:
        return asyncio.get_running_loop(), self._url, self._size, self._application, self._pooler

    async def _new_pool(self) -> "asyncpg.Pool[asyncpg.Record]":
        left = self._left.get(self._key)
        return left.pop() if left else await super()._new_pool()

    async def close(self) -> None:
        pool = self._pool
        if pool is not None and not pool.is_closing() and pool.get_idle_size() == pool.get_size():
            self._pool = None
            self._left.setdefault(self._key, []).append(pool)
        await super().close()

    @classmethod
    def terminate_all(cls) -> None:
        for pools in cls._left.values():
            for pool in pools:
                pool.terminate()
        cls._left.clear()


@asynccontextmanager
async def running_service(config: Config, clock: MovableClock | None = None) -> AsyncIterator[RunningService]:
    """Serve `config` on a free port of 127.0.0.1 until the end of the block."""
    clock = clock or MovableClock()
    as_clock: Clock = clock
    with (
        patch("service.app.Database", WarmDatabase),
        patch("service.app.RedisClient", partial(RedisClient, timeout=_PATIENCE)),
        patch("service.app.orphans", _orphans),
    ):
        app = create_app(config, clock=as_clock)
        context = create_job_context(config, clock=as_clock)
    jobs, periodic = job_handlers()
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    server = HttpServer(app.handle)
    await app.start()
    await context.db.start()
    await context.redis.start()
    server.listen(listener)
    http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
    try:
        worker = Worker(context, jobs, periodic, metrics=Metrics())
        directory = Path(config.mail_url.removeprefix("file://"))
        yield RunningService(app, f"http://127.0.0.1:{port}", http, clock, directory, context, worker)
    finally:
        await http.close()
        server.stop_accepting()
        await server.drain(1.0)
        await context.redis.close()
        await context.db.close()
        await app.stop()
