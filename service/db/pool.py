"""The way to PostgreSQL: a pool without a reset query, with a time limit on everything.

asyncpg sends a reset query on every release, a second round trip for each statement. This pool sends none, and so
what the reset protected against is banned: session `SET`, `LISTEN`, session advisory locks and cursors held open on
a pooled connection (tests/contracts/test_sql.py holds the ban).
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
"""Keys that travel in one joined statement at most."""

PLANNING: Final[Mapping[str, str]] = {
    "jit": "off",  # every statement here is short: compiling it costs more than it saves
    "plan_cache_mode": "force_generic_plan",  # docs/decisions/0035-one-plan.md
}
"""How PostgreSQL plans the statements of a connection."""

IDLE_SECONDS: Final = 90.0
"""An unused connection is closed after this time. Longer than a minute: service/db/clock_skew.py keeps one in use."""

SPARE_SLOTS: Final = 3
"""Connections of PostgreSQL, or a tenth of all, that only a process without any takes."""

ROOMY_SECONDS: Final = 60.0
"""How long new connections are not looked at, after half of PostgreSQL's were free: a reconnect then costs no more."""

FULL_SECONDS: Final = 0.25
"""Pause between two attempts to open a connection after PostgreSQL had none left."""

LOST_SECONDS: Final = 5.0
"""How long a process reports itself unready after prepared statements were lost."""

BEHIND_A_POOLER: Final = "DATABASE_URL leads to a connection pooler. Set DATABASE_POOLER=transaction."

# Run on a new connection. It reads no catalog, which would triple the time; each role sees all backends so.
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
    """What a query runs on: the database (one statement on a connection of its own) or a transaction."""

    async def fetch(self, sql: str, *args: object) -> list[asyncpg.Record]: ...
    async def fetchrow(self, sql: str, *args: object) -> asyncpg.Record | None: ...
    async def fetchval(self, sql: str, *args: object) -> Any: ...
    async def execute(self, sql: str, *args: object) -> str: ...


@frozen
class Limits:
    """Time limits in seconds. The server's are a little longer than the client's wait for the whole."""

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
        """Runs `action` once the transaction has committed, in the order given; a failure is logged, never raised.

        What must happen at all costs goes into the outbox: a process may die between the commit and this call.
        """
        self._actions.append(action)

    async def committed(self) -> None:
        for action in self._actions:
            try:
                await action()
            except Exception:
                log.warning("after_commit_failed", action=getattr(action, "__qualname__", repr(action)), exc_info=True)


class Database:
    """A bounded pool of connections to one PostgreSQL.

    Every method raises DatabaseUnavailable when the server is away, overloaded or too slow, and lets PostgreSQL's own
    errors about the statement (constraints, data) through.
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
        """`breaker` adds the circuit breaker; leave it out where one statement may run for minutes."""
        self._url = url
        self._size = size
        self._statements = statements
        self._application = application
        self._limits = limits
        self._pool: asyncpg.Pool[asyncpg.Record] | None = None
        self._joined: dict[Hashable, Batcher[Any, Any]] = {}
        self._pooler = pooler
        self._breaker = Breaker(self._probe, self._renew_pool)
        self._has_breaker = breaker
        self._full_until = 0.0
        self._waiting: deque[asyncio.Future[None]] = deque()
        """Calls that wait for a connection of this pool while PostgreSQL has none left."""
        self._lost_until = 0.0
        self._roomy_until = 0.0
        self.statement_count = 0
        self.on_clock: Callable[[float, float, float], None] = lambda database, at, error: None
        """Called with the arguments of SystemClock.correct for each new connection."""
        self.on_batch: Callable[[float], None] = lambda size: None
        """Told how many calls went in each joined statement."""

    async def start(self) -> None:
        """Opens the pool. A server that is away is no error: connections are made when they are needed."""
        self._pool = await self._new_pool()
        if self._has_breaker:
            self._breaker.start()

    def _connect_options(self) -> dict[str, Any]:
        """What asyncpg.connect takes. PgBouncer refuses startup parameters that it does not track, and up to 1.20 it
        mixes up prepared statements: there the timeouts are those of the role (docs/operations.md)."""
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
        """Looks at a new connection before it is used. Raises what makes the pool close it."""
        loop = asyncio.get_running_loop()
        if loop.time() < self._roomy_until:
            return
        sent = steady()
        with protected():
            row = await connection.fetchrow(_GREETING)
        received = steady()
        assert row is not None
        if self._pooler == "none" and row["pid"] != connection.get_server_pid():
            # A pooler makes up the process id. Named statements would reach connections that do not know them.
            log.error("database_behind_a_pooler")
            raise DatabaseUnavailable(BEHIND_A_POOLER)
        if self._pooler == "none" and self.size and row["free"] < max(SPARE_SLOTS, row["slots"] // 10):
            raise asyncpg.TooManyConnectionsError("the last connections are for processes that have none")
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
        """Ends every call under way, by ending its connection."""
        pool, self._pool = self._pool, await self._new_pool()
        if pool is not None:
            pool.terminate()

    async def close(self) -> None:
        """Waits up to five seconds for running statements, then ends the connections."""
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
        """Whether calls are tried now: False while the circuit breaker is open."""
        return not self._breaker.is_open

    @property
    def trouble(self) -> str | None:
        """Why this process should get no requests although the database answers, or None."""
        if self._lost_until and asyncio.get_running_loop().time() < self._lost_until:
            return "The database connections lost their prepared statements; a connection pooler may be the cause."
        return None

    @property
    def size(self) -> int:
        """Connections open now."""
        return self._pool.get_size() if self._pool else 0

    @property
    def idle(self) -> int:
        """Connections open and unused now."""
        return self._pool.get_idle_size() if self._pool else 0

    @asynccontextmanager
    async def connection(self) -> "AsyncIterator[asyncpg.pool.PoolConnectionProxy[asyncpg.Record]]":
        """A connection for as long as the block lasts; the wait for one is bounded, and so is its release."""
        pool, breaker = self._pool, self._breaker
        if breaker.is_open:
            raise DatabaseUnavailable("PostgreSQL does not answer")
        if pool is None:
            raise DatabaseUnavailable("the pool is closed")
        check_abandoned()
        breaker.calls += 1
        try:
            connection = await self._acquire(pool)
            # asyncpg cancels a statement over a new connection, so that many clients that leave would open many. The
            # statement in flight ends instead, and the next one does not begin.
            with protected():
                try:
                    yield connection
                except asyncpg.ReadOnlySQLTransactionError as error:
                    # A failover made this server a standby: connect anew, perhaps to the new primary.
                    await pool.expire_connections()
                    raise DatabaseUnavailable("PostgreSQL is read-only") from error
                except UNAVAILABLE as error:
                    if isinstance(error, asyncpg.InterfaceError) and _is_open(connection):
                        raise  # the code misused a healthy connection
                    if isinstance(error, TimeoutError):
                        breaker.answers -= 1  # the finally below counts it, and it is no answer
                    raise DatabaseUnavailable(f"{type(error).__name__}") from error
                finally:
                    breaker.answers += 1
                    await self._release(pool, connection)
        except STATEMENTS_LOST as error:
            log.error("statements_lost", reason=type(error).__name__)
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
            # The pool has ended the connection; what the block did or raised stands.
            if pool is self._pool:
                log.warning("release_failed", reason=type(error).__name__)
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
            log.error("database_refuses", reason=type(error).__name__)
            raise DatabaseUnavailable("PostgreSQL refuses the connection") from error
        except UNAVAILABLE as error:
            raise DatabaseUnavailable(f"no connection: {type(error).__name__}") from error

    async def _acquire_own(
        self, pool: "asyncpg.Pool[asyncpg.Record]"
    ) -> "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]":
        """A connection of this pool that comes free, while PostgreSQL opens no more.

        One caller at a time tries to open another one. Raises TooManyConnectionsError when the pool has none.
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
                raise asyncpg.TooManyConnectionsError("PostgreSQL has no connection left")
            released = loop.create_future()
            self._waiting.append(released)
            try:
                await asyncio.wait((released,), timeout=self._full_until - now)
                is_next = released.done()
            finally:
                if not released.done():
                    self._waiting.remove(released)
                elif not is_next:  # cancelled in the moment it was its turn
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
        """Outside a transaction a statement that failed with these left nothing behind: it runs once more."""
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
        """One READ COMMITTED transaction: committed when the block ends, rolled back when it raises.

        When the connection dies during COMMIT the outcome is unknown and DatabaseUnavailable is raised; an
        Idempotency-Key makes the repeat safe. No connection may be held while waiting for Redis, a client or another
        connection: the block talks to PostgreSQL and nothing else.

        When the task is abandoned (service/core/cancellation.py) before COMMIT is sent, it is rolled back; from then on
        it runs to the end of its after-commit actions.
        """
        async with self.connection() as connection:
            tx = Tx(connection, self._count)
            async with connection.transaction():
                yield tx
                check_abandoned()
        # Nothing is awaited between the section of the connection and this one.
        with protected():
            await tx.committed()

    async def run[T](self, work: Callable[[Tx], Awaitable[T]]) -> T:
        """`work` in a transaction of its own, and its result once that has committed.

        It runs once more from its start when PostgreSQL asks for that (`REPEATABLE`): a deadlock, or a migration under
        a prepared statement. So whatever it does besides the transaction has to bear being done twice.
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

    def joined(self, key: Hashable, run: Callable[["Database", list[Any]], Awaitable[list[Any]]]) -> Batcher[Any, Any]:
        """The joiner of one coalesced query on this database, made on first use."""
        found = self._joined.get(key)
        if found is None:

            async def fly(items: list[Any]) -> list[Any]:
                self.on_batch(len(items))
                return await run(self, items)

            found = self._joined[key] = Batcher(fly, MAX_BATCH, is_poison=is_poison)
        return found


def _is_open(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]") -> bool:
    try:
        return not connection.is_closed()
    except asyncpg.InterfaceError:
        return False  # the pool took it back when it died, and lets nobody ask it any more


async def _no_reset(connection: object) -> None:
    """Nothing to reset: see the head of this module."""
