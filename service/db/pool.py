"""Connection pool for PostgreSQL without a reset query, with a time limit on every operation.

asyncpg sends a reset query on every release, a second round trip for each statement. This pool sends none, so session
state is banned on a pooled connection: session `SET`, `LISTEN`, session advisory locks and open cursors
(tests/contracts/test_sql.py enforces the ban).
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final, Protocol

import asyncpg
import structlog
from attrs import frozen

from service.core.cancellation import check_abandoned, protected
from service.core.clock import steady
from service.core.config import Pooler
from service.db.batching import Batcher
from service.db.breaker import Breaker
from service.db.errors import REPEATABLE, STATEMENTS_LOST, UNAVAILABLE, DatabaseUnavailable, is_poison

log = structlog.get_logger(__name__)

MAX_BATCH = 128
"""Maximum number of keys in one batched statement."""

PLANNING: Final[Mapping[str, str]] = {
    "jit": "off",  # statements are short, so compiling them costs more than it saves
    "plan_cache_mode": "force_generic_plan",  # docs/decisions/0035-one-plan.md
}
"""Planner settings of a connection."""

IDLE_SECONDS: Final = 90.0
"""Seconds after which an unused connection is closed. The value exceeds a minute, because service/db/clock_skew.py uses
a connection once a minute.
"""

SPARE_SLOTS: Final = 3
"""PostgreSQL connections, or a tenth of all if more, reserved for processes without any connection."""

ROOMY_SECONDS: Final = 60.0
"""Seconds without checks of new connections after more than half of PostgreSQL's slots were free. This keeps reconnects
cheap.
"""

FULL_SECONDS: Final = 0.25
"""Seconds between two attempts to open a connection while PostgreSQL has no free slot."""

LOST_SECONDS: Final = 5.0
"""Seconds for which a process reports itself unready after it lost prepared statements."""

BEHIND_A_POOLER: Final = "DATABASE_URL points to a connection pooler. Set DATABASE_POOLER=transaction."

# Runs on a new connection. It reads no catalog, which would triple its time, and lets every role see all backends.
_GREETING: Final = """
    select
        pg_backend_pid() as pid,
        extract(epoch from clock_timestamp())::float8 as now,
        current_setting('max_connections')::int as slots,
        current_setting('max_connections')::int
            - current_setting('superuser_reserved_connections')::int
            - coalesce(current_setting('reserved_connections', true)::int, 0)
            - (
                select count(*) from pg_stat_get_backend_idset() as backend (id)
                where pg_stat_get_backend_dbid(id) > 0
            )::int as free
"""


class Db(Protocol):
    """Target of a query: the database (one statement on its own connection) or a transaction."""

    async def fetch(self, sql: str, *args: object) -> list[asyncpg.Record]: ...
    async def fetchrow(self, sql: str, *args: object) -> asyncpg.Record | None: ...
    async def fetchval(self, sql: str, *args: object) -> Any: ...
    async def execute(self, sql: str, *args: object) -> str: ...


@frozen
class Limits:
    """Time limits in seconds. PostgreSQL enforces `statement`, `lock` and `idle_in_transaction`; the client enforces
    the rest.
    """

    connect: float = 2.0
    acquire: float = 2.0
    command: float = 5.0
    statement: float = 4.0
    lock: float = 2.0
    idle_in_transaction: float = 5.0


class Tx:
    """One open transaction. Every statement runs on its connection; see `Database.transaction`."""

    __slots__ = ("_actions", "_count", "connection")

    def __init__(
        self, connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]", count: Callable[[], None]
    ) -> None:
        self.connection = connection
        self._count = count
        self._actions: list[Callable[[], Awaitable[None]]] = []

    async def fetch(self, sql: str, *args: object) -> list[asyncpg.Record]:
        check_abandoned()
        self._count()
        return await self.connection.fetch(sql, *args)

    async def fetchrow(self, sql: str, *args: object) -> asyncpg.Record | None:
        check_abandoned()
        self._count()
        return await self.connection.fetchrow(sql, *args)

    async def fetchval(self, sql: str, *args: object) -> Any:
        check_abandoned()
        self._count()
        return await self.connection.fetchval(sql, *args)

    async def execute(self, sql: str, *args: object) -> str:
        check_abandoned()
        self._count()
        return await self.connection.execute(sql, *args)

    def after_commit(self, action: Callable[[], Awaitable[None]]) -> None:
        """Run `action` after the transaction commits, in the order given. A failure is logged and not raised.

        Use the outbox for work that must not be lost: a process may die between the commit and this call.
        """
        self._actions.append(action)

    async def committed(self) -> None:
        for action in self._actions:
            try:
                await action()
            except Exception:
                log.warning("after_commit_failed", action=getattr(action, "__qualname__", repr(action)), exc_info=True)


class Database:
    """Bounded pool of connections to one PostgreSQL server.

    Every method raises DatabaseUnavailable if the server is unavailable, overloaded or too slow. PostgreSQL's own
    errors about the statement (constraints, data) are passed on.
    """

    def __init__(
        self,
        url: str,
        *,
        size: int,
        statements: int,
        application: str = "aipoweredmakers",
        limits: Limits = Limits(),
        pooler: Pooler = "none",
        breaker: bool = False,
    ) -> None:
        """Create the pool without connecting. `breaker` adds the circuit breaker; omit it where one statement may run
        for minutes.
        """
        self._url = url
        self._size = size
        self._statements = statements
        self._application = application
        self._limits = limits
        self._pool: asyncpg.Pool[asyncpg.Record] | None = None
        self._batchers: dict[Hashable, Batcher[Any, Any]] = {}
        self._pooler = pooler
        self._breaker = Breaker(self._probe, self._renew_pool)
        self._has_breaker = breaker
        self._full_until = 0.0
        self._waiting: deque[asyncio.Future[None]] = deque()
        """Calls that wait for a connection of this pool while PostgreSQL has no free slot."""
        self._lost_until = 0.0
        self._roomy_until = 0.0
        self.statement_count = 0
        self.on_clock: Callable[[float, float, float], None] = lambda database, at, error: None
        """Called with the arguments of SystemClock.correct for each new connection that is checked."""
        self.on_batch: Callable[[float], None] = lambda size: None
        """Called with the number of calls in each batched statement."""

    async def start(self) -> None:
        """Open the pool. An unavailable server is not an error: connections are opened on demand."""
        self._pool = await self._new_pool()
        if self._has_breaker:
            self._breaker.start()

    def _connect_options(self) -> dict[str, Any]:
        """Return the arguments of asyncpg.connect.

        PgBouncer rejects startup parameters that it does not track, and up to version 1.20 it mixes up prepared
        statements. Behind it, the timeouts are settings of the role (docs/operations.md).
        """
        limits = self._limits
        settings = {"application_name": self._application, "timezone": "UTC"}
        if self._pooler == "none":
            settings |= {
                "statement_timeout": str(int(limits.statement * 1000)),
                "lock_timeout": str(int(limits.lock * 1000)),
                "idle_in_transaction_session_timeout": str(int(limits.idle_in_transaction * 1000)),
                **PLANNING,
            }
        return {
            "timeout": limits.connect,
            "command_timeout": limits.command,
            "statement_cache_size": self._statements if self._pooler == "none" else 0,
            "max_cached_statement_lifetime": 0,
            "server_settings": settings,
        }

    async def _new_pool(self) -> "asyncpg.Pool[asyncpg.Record]":
        return await asyncpg.create_pool(
            self._url,
            min_size=0,
            max_size=self._size,
            max_inactive_connection_lifetime=IDLE_SECONDS,
            init=self._greet,
            reset=_no_reset,
            **self._connect_options(),
        )

    async def _greet(self, connection: "asyncpg.Connection[asyncpg.Record]") -> None:
        """Check a new connection before it is used. Any error raised here makes the pool close it."""
        loop = asyncio.get_running_loop()
        if loop.time() < self._roomy_until:
            return
        sent = steady()
        with protected():
            row = await connection.fetchrow(_GREETING)
        received = steady()
        assert row is not None
        if self._pooler == "none" and row["pid"] != connection.get_server_pid():
            # A pooler returns an invented process id. Named statements would reach connections that lack them.
            log.error("database_pooler_detected")
            raise DatabaseUnavailable(BEHIND_A_POOLER)
        if self._pooler == "none" and self.size and row["free"] < max(SPARE_SLOTS, row["slots"] // 10):
            raise asyncpg.TooManyConnectionsError("the remaining connections are reserved for processes without one")
        if row["free"] > row["slots"] // 2:
            self._roomy_until = loop.time() + ROOMY_SECONDS
        self.on_clock(row["now"], (sent + received) / 2, (received - sent) / 2)

    async def _probe(self) -> None:
        connection = await asyncpg.connect(self._url, **self._connect_options())
        try:
            await connection.execute("select 1")
        finally:
            connection.terminate()

    async def _renew_pool(self) -> None:
        """End every running call by terminating its connection, and open a new pool."""
        pool, self._pool = self._pool, await self._new_pool()
        if pool is not None:
            pool.terminate()

    async def close(self) -> None:
        """Wait up to five seconds for running statements, then close the connections."""
        await self._breaker.close()
        pool, self._pool = self._pool, None
        if pool is not None:
            try:
                async with asyncio.timeout(5):
                    await pool.close()
            except TimeoutError:
                pool.terminate()

    @property
    def available(self) -> bool:
        """Return whether calls are attempted: False while the circuit breaker is open."""
        return not self._breaker.is_open

    @property
    def trouble(self) -> str | None:
        """Return why this process should get no requests although the database responds, or None."""
        if self._lost_until and asyncio.get_running_loop().time() < self._lost_until:
            return "Prepared statements were lost. DATABASE_URL may point to a connection pooler."
        return None

    @property
    def size(self) -> int:
        """Return the number of open connections."""
        return self._pool.get_size() if self._pool else 0

    @property
    def idle(self) -> int:
        """Return the number of open, unused connections."""
        return self._pool.get_idle_size() if self._pool else 0

    @asynccontextmanager
    async def connection(self) -> "AsyncIterator[asyncpg.pool.PoolConnectionProxy[asyncpg.Record]]":
        """Acquire a connection for the duration of the block. Acquisition and release have time limits."""
        pool, breaker = self._pool, self._breaker
        if breaker.is_open:
            raise DatabaseUnavailable("PostgreSQL timed out")
        if pool is None:
            raise DatabaseUnavailable("the pool is closed")
        check_abandoned()
        breaker.calls += 1
        try:
            connection = await self._acquire(pool)
            # asyncpg opens a connection to cancel a statement, so many disconnecting clients would open many. Instead,
            # the running statement completes and the next one does not start.
            with protected():
                try:
                    yield connection
                except asyncpg.ReadOnlySQLTransactionError as error:
                    # After a failover this server is a standby: reconnect, possibly to the new primary.
                    await pool.expire_connections()
                    raise DatabaseUnavailable("PostgreSQL is read-only") from error
                except UNAVAILABLE as error:
                    if isinstance(error, asyncpg.InterfaceError) and _is_open(connection):
                        raise  # the code misused an open connection
                    if isinstance(error, TimeoutError):
                        breaker.responses -= 1  # the finally block counts it, but a timeout is not a response
                    raise DatabaseUnavailable(f"{type(error).__name__}") from error
                finally:
                    breaker.responses += 1
                    await self._release(pool, connection)
        except STATEMENTS_LOST as error:
            log.error("prepared_statements_lost", reason=type(error).__name__)
            self._lost_until = asyncio.get_running_loop().time() + LOST_SECONDS
            await pool.expire_connections()
            raise DatabaseUnavailable("prepared statements were lost") from error
        finally:
            breaker.calls -= 1

    async def _release(
        self,
        pool: "asyncpg.Pool[asyncpg.Record]",
        connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]",
    ) -> None:
        try:
            await pool.release(connection, timeout=1.0)
        except Exception as error:  # noqa: BLE001
            # The pool has closed the connection; the block's result or error still stands.
            if pool is self._pool:
                log.warning("connection_release_failed", reason=type(error).__name__)
        if self._waiting:
            self._wake_next()

    def _wake_next(self) -> None:
        while self._waiting:
            waiting = self._waiting.popleft()
            if not waiting.done():
                waiting.set_result(None)
                return

    async def _acquire(
        self, pool: "asyncpg.Pool[asyncpg.Record]"
    ) -> "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]":
        try:
            if not self._full_until:
                try:
                    return await pool.acquire(timeout=self._limits.acquire)
                except asyncpg.TooManyConnectionsError:
                    self._full_until = asyncio.get_running_loop().time() + FULL_SECONDS
            async with asyncio.timeout(self._limits.acquire):
                return await self._acquire_own(pool)
        except (
            asyncpg.InvalidPasswordError,
            asyncpg.InvalidAuthorizationSpecificationError,
            asyncpg.InvalidCatalogNameError,
        ) as error:
            log.error("database_login_refused", reason=type(error).__name__)
            raise DatabaseUnavailable("PostgreSQL refused the connection") from error
        except UNAVAILABLE as error:
            raise DatabaseUnavailable(f"cannot connect: {type(error).__name__}") from error

    async def _acquire_own(
        self, pool: "asyncpg.Pool[asyncpg.Record]"
    ) -> "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]":
        """Acquire a connection that this pool already has while PostgreSQL has no free slot.

        One caller at a time tries to open a new connection. Raises TooManyConnectionsError if the pool has no
        connection.
        """
        loop = asyncio.get_running_loop()
        is_next = False
        while True:
            now = loop.time()
            if pool.get_idle_size() and (is_next or not self._waiting):
                if now >= self._full_until:
                    self._full_until = 0.0
                return await pool.acquire()
            if now >= self._full_until:
                self._full_until = now + FULL_SECONDS
                try:
                    connection = await pool.acquire()
                except asyncpg.TooManyConnectionsError:
                    continue
                self._full_until = 0.0
                self._wake_next()
                return connection
            if not pool.get_size():
                raise asyncpg.TooManyConnectionsError("PostgreSQL has no free connections")
            released = loop.create_future()
            self._waiting.append(released)
            try:
                await asyncio.wait((released,), timeout=self._full_until - now)
                is_next = released.done()
            finally:
                if not released.done():
                    self._waiting.remove(released)
                elif not is_next:  # cancelled when it was already its turn
                    self._wake_next()

    async def fetch(self, sql: str, *args: object) -> list[asyncpg.Record]:
        async with self.connection() as connection:
            self.statement_count += 1
            return await self._again(connection.fetch, sql, args)

    async def fetchrow(self, sql: str, *args: object) -> asyncpg.Record | None:
        async with self.connection() as connection:
            self.statement_count += 1
            return await self._again(connection.fetchrow, sql, args)

    async def fetchval(self, sql: str, *args: object) -> Any:
        async with self.connection() as connection:
            self.statement_count += 1
            return await self._again(connection.fetchval, sql, args)

    async def execute(self, sql: str, *args: object) -> str:
        async with self.connection() as connection:
            self.statement_count += 1
            return await self._again(connection.execute, sql, args)

    @staticmethod
    async def _again[T](call: Callable[..., Awaitable[T]], sql: str, args: tuple[object, ...]) -> T:
        """Run one statement and retry it once. Outside a transaction these failures have no effect."""
        try:
            return await call(sql, *args)
        except (
            asyncpg.InvalidCachedStatementError,
            asyncpg.SerializationError,
            asyncpg.DeadlockDetectedError,
        ):
            return await call(sql, *args)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Tx]:
        """Run the block in one READ COMMITTED transaction: commit when it ends, roll back when it raises.

        If the connection dies during COMMIT, the outcome is unknown and DatabaseUnavailable is raised; an
        Idempotency-Key makes the retry safe. The block must not wait for Redis, a client or another connection, because
        it holds a connection.

        If the task is abandoned (service/core/cancellation.py) before COMMIT is sent, the transaction is rolled back.
        After that, the task runs to the end of its after-commit actions.
        """
        async with self.connection() as connection:
            tx = Tx(connection, self._count)
            async with connection.transaction():
                yield tx
                check_abandoned()
        # Await nothing between the connection's protected section and this one.
        with protected():
            await tx.committed()

    async def run[T](self, work: Callable[[Tx], Awaitable[T]]) -> T:
        """Run `work` in its own transaction and return its result after the commit.

        `work` is retried once from its start after a `REPEATABLE` error: a deadlock, or a migration under a prepared
        statement. Its effects outside the transaction must be idempotent.
        """
        try:
            return await self._run(work)
        except REPEATABLE:
            return await self._run(work)

    async def _run[T](self, work: Callable[[Tx], Awaitable[T]]) -> T:
        async with self.transaction() as tx:
            return await work(tx)

    def _count(self) -> None:
        self.statement_count += 1

    def batcher(self, key: Hashable, run: Callable[["Database", list[Any]], Awaitable[list[Any]]]) -> Batcher[Any, Any]:
        """Return the batcher of one batched query on this database. Create it on first use."""
        found = self._batchers.get(key)
        if found is None:

            async def fly(items: list[Any]) -> list[Any]:
                self.on_batch(len(items))
                return await run(self, items)

            found = self._batchers[key] = Batcher(fly, MAX_BATCH, is_poison=is_poison)
        return found


def _is_open(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]") -> bool:
    try:
        return not connection.is_closed()
    except asyncpg.InterfaceError:
        return False  # the pool reclaimed the dead connection, which rejects any further call


async def _no_reset(connection: object) -> None:
    """Skip the reset query; see the module's docstring."""
