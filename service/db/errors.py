"""What can go wrong between the service and PostgreSQL, mapped once."""

import asyncio

import asyncpg


class NoRow(Exception):
    """A `get_*` query found no row. The HTTP side answers 404."""


class DatabaseUnavailable(Exception):
    """PostgreSQL cannot be reached, is starting or ending, or did not answer in time. Nothing was acknowledged."""


# The connection or the server is gone, or the server refuses work for a while.
UNAVAILABLE: tuple[type[BaseException], ...] = (
    OSError,  # covers ConnectionError and TimeoutError
    asyncio.IncompleteReadError,
    asyncpg.InterfaceError,  # raised by a dead connection; it may mask the real error
    asyncpg.InternalClientError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.QueryCanceledError,  # statement_timeout
    asyncpg.LockNotAvailableError,  # lock_timeout
    asyncpg.ReadOnlySQLTransactionError,  # after a failover
    asyncpg.InsufficientResourcesError,
)

# The server does not know our prepared statement: DISCARD ALL, or a pooler that switched the server connection.
# PostgreSQL did nothing. The call is not repeated: the client decides that.
STATEMENTS_LOST: tuple[type[BaseException], ...] = (
    asyncpg.InvalidSQLStatementNameError,
    asyncpg.DuplicatePreparedStatementError,
)

# A transaction that ended with one of these left nothing behind and may be run again from its start.
REPEATABLE: tuple[type[BaseException], ...] = (
    asyncpg.InvalidCachedStatementError,  # a migration changed a table under a prepared statement
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
)


def is_poison(error: BaseException) -> bool:
    """Whether the error is the fault of one parameter: the rest of a joined batch is innocent."""
    return isinstance(error, asyncpg.DataError | UnicodeEncodeError)
