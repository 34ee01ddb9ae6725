"""The way to PostgreSQL: a pool without a reset query, with a time limit on everything.

asyncpg sends a reset query on every release, a second round trip for each statement. This pool sends none, and so
what the reset protected against is banned: session `SET`, `LISTEN`, session advisory locks and cursors held open on
a pooled connection (tests/contracts/test_sql.py holds the ban).
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final, Protocol

import asyncpg
import structlog
from attrs import frozen

from service.db.coalesce import Joined
from service.db.errors import REPEATABLE, UNAVAILABLE, DatabaseUnavailable, is_poison

log = structlog.get_logger(__name__)

MAX_BATCH = 128
"""Keys that travel in one joined statement at most."""

PLANNING: Final[Mapping[str, str]] = {
    "jit": "off",  # every statement here is short: compiling it costs more than it saves
    "plan_cache_mode": "force_generic_plan",  # docs/decisions/0035-one-plan.md
}
"""How PostgreSQL plans the statements of a connection."""


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
        self._count()
        return await self.connection.fetch(sql, *args)

    async def fetchrow(self, sql: str, *args: object) -> asyncpg.Record | None:
        self._count()
        return await self.connection.fetchrow(sql, *args)

    async def fetchval(self, sql: str, *args: object) -> Any:
        self._count()
        return await self.connection.fetchval(sql, *args)

    async def execute(self, sql: str, *args: object) -> str:
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
    ) -> None:
        self._url = url
        self._size = size
        self._statements = statements
        self._application = application
        self._limits = limits
        self._pool: asyncpg.Pool[asyncpg.Record] | None = None
        self._joined: dict[Hashable, Joined[Any, Any]] = {}
        self.statement_count = 0
        self.on_batch: Callable[[float], None] = lambda size: None
        """Told how many calls went in each joined statement."""

    async def start(self) -> None:
        """Opens the pool. A server that is away is no error: connections are made when they are needed."""
        limits = self._limits
        self._pool = await asyncpg.create_pool(
            self._url,
            min_size=0,
            max_size=self._size,
            max_inactive_connection_lifetime=0,
            timeout=limits.connect,
            command_timeout=limits.command,
            statement_cache_size=self._statements,
            max_cached_statement_lifetime=0,
            reset=_no_reset,
            server_settings={
                "application_name": self._application,
                "statement_timeout": str(int(limits.statement * 1000)),
                "lock_timeout": str(int(limits.lock * 1000)),
                "idle_in_transaction_session_timeout": str(int(limits.idle_in_transaction * 1000)),
                "timezone": "UTC",
                **PLANNING,
            },
        )

    async def close(self) -> None:
        """Waits up to five seconds for running statements, then ends the connections."""
        pool, self._pool = self._pool, None
        if pool is not None:
            try:
                async with asyncio.timeout(5):
                    await pool.close()
            except TimeoutError:
                pool.terminate()

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
        pool = self._pool
        if pool is None:
            raise DatabaseUnavailable("the pool is closed")
        try:
            connection = await pool.acquire(timeout=self._limits.acquire)
        except (
            asyncpg.InvalidPasswordError,
            asyncpg.InvalidAuthorizationSpecificationError,
            asyncpg.InvalidCatalogNameError,
        ) as error:
            log.error("database_refuses", reason=type(error).__name__)
            raise DatabaseUnavailable("PostgreSQL refuses the connection") from error
        except UNAVAILABLE as error:
            raise DatabaseUnavailable(f"no connection: {type(error).__name__}") from error
        try:
            yield connection
        except asyncpg.ReadOnlySQLTransactionError as error:
            # A failover made this server a standby: connect anew, perhaps to the new primary.
            await pool.expire_connections()
            raise DatabaseUnavailable("PostgreSQL is read-only") from error
        except UNAVAILABLE as error:
            if isinstance(error, asyncpg.InterfaceError) and _is_open(connection):
                raise  # the code misused a healthy connection
            raise DatabaseUnavailable(f"{type(error).__name__}") from error
        finally:
            try:
                await pool.release(connection, timeout=1.0)
            except Exception as error:  # noqa: BLE001
                # The pool has ended the connection; what the block did or raised stands.
                log.warning("release_failed", reason=type(error).__name__)

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
        """
        async with self.connection() as connection:
            tx = Tx(connection, self._count)
            async with connection.transaction():
                yield tx
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

    def joined(self, key: Hashable, run: Callable[["Database", list[Any]], Awaitable[list[Any]]]) -> Joined[Any, Any]:
        """The joiner of one coalesced query on this database, made on first use."""
        found = self._joined.get(key)
        if found is None:

            async def fly(items: list[Any]) -> list[Any]:
                self.on_batch(len(items))
                return await run(self, items)

            found = self._joined[key] = Joined(fly, MAX_BATCH, is_poison=is_poison)
        return found


def _is_open(connection: "asyncpg.pool.PoolConnectionProxy[asyncpg.Record]") -> bool:
    try:
        return not connection.is_closed()
    except asyncpg.InterfaceError:
        return False  # the pool took it back when it died, and lets nobody ask it any more


async def _no_reset(connection: object) -> None:
    """Nothing to reset: see the head of this module."""
