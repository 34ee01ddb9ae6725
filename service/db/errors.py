"""Errors of PostgreSQL and its driver, mapped to the service's errors in one place."""

import asyncio

import asyncpg


class NoRow(Exception):
    """Error of a `get_*` query that found no row. HTTP returns 404."""


class DatabaseUnavailable(Exception):
    """Error for a PostgreSQL that is unreachable, starting, stopping or too slow. No commit was acknowledged."""


# The connection or the server is lost, or the server temporarily refuses work.
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

# The server has lost the prepared statement: DISCARD ALL, or a pooler that switched the server connection. PostgreSQL
# did no work. The service does not retry; the client decides.
STATEMENTS_LOST: tuple[type[BaseException], ...] = (
    asyncpg.InvalidSQLStatementNameError,
    asyncpg.DuplicatePreparedStatementError,
)

# A transaction that fails with one of these has no effect and can be retried from its start.
REPEATABLE: tuple[type[BaseException], ...] = (
    asyncpg.InvalidCachedStatementError,  # a migration changed a table under a prepared statement
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
)


def is_poison(error: BaseException) -> bool:
    """Return whether one parameter caused the error, so that the rest of the batch can succeed."""
    return isinstance(error, asyncpg.DataError | UnicodeEncodeError)
