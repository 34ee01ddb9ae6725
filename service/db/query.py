"""Query stubs, each bound to the SQL file of its name.

    @query
    async def list_recent(db: Db, owner_id: UUID, limit: int) -> list[ProjectRow]: ...

in service/features/projects/projects/queries.py runs sql/projects/list_recent.sql with `$1, $2` in the stub's order.
The return type selects the call. tests/contracts/test_sql.py compares stub and file on a migrated database.

`{projects/summary.columns}` in a statement stands for the column list in that file, which several statements select.
"""

import inspect
import re
import types
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Concatenate, Literal, dataclass_transform, get_args, get_origin, get_type_hints

import attrs
import msgspec

from service.db.errors import NoRow
from service.db.pool import Database, Db

SQL_ROOT = Path(__file__).resolve().parents[2] / "sql"

_COLUMNS = re.compile(r"\{(\w+/\w+\.columns)\}")

type Kind = Literal["rows", "row", "row_or_none", "value", "value_or_none", "nothing"]


class QueryError(Exception):
    """Mismatch of a stub and its SQL file. Raised at import, so that the process does not start."""


@attrs.frozen
class Spec:
    """One query: its file, statement, parameters and result type."""

    name: str
    path: Path
    sql: str
    parameters: dict[str, Any]
    kind: Kind
    row: Any
    batched: bool


@dataclass_transform(frozen_default=True)
class Row(msgspec.Struct, frozen=True, gc=False):
    """Base class of the rows that a stub returns."""


def columns(row: Any) -> dict[str, Any] | None:
    """Return the columns of a row class (Row, attrs or NamedTuple) with their types; None for a single value."""
    if attrs.has(row):
        return {a.name: a.type for a in attrs.fields(attrs.resolve_types(row))}
    if not isinstance(row, type) or not (issubclass(row, msgspec.Struct) or hasattr(row, "_fields")):
        return None
    return get_type_hints(row, include_extras=True)


SPECS: dict[Path, Spec] = {}
"""Every query that the imported modules bind, by file."""


def query[**P, R](
    stub: Callable[Concatenate[Db, P], Awaitable[R]],
) -> Callable[Concatenate[Db, P], Awaitable[R]]:
    """Bind a stub to its SQL file. Raises QueryError if the file is missing or the stub is invalid."""
    spec = _register(stub, batched=False)
    sql, row, bind = spec.sql, spec.row, _binder(spec)
    call: Callable[..., Awaitable[Any]]

    async def rows(db: Db, /, *args: object, **named: object) -> Any:
        return [row(*record) for record in await db.fetch(sql, *(bind(args, named) if named else args))]

    async def values(db: Db, /, *args: object, **named: object) -> Any:
        return [record[0] for record in await db.fetch(sql, *(bind(args, named) if named else args))]

    async def one(db: Db, /, *args: object, **named: object) -> Any:
        record = await db.fetchrow(sql, *(bind(args, named) if named else args))
        if record is None:
            raise NoRow(spec.name)
        return row(*record)

    async def one_or_none(db: Db, /, *args: object, **named: object) -> Any:
        record = await db.fetchrow(sql, *(bind(args, named) if named else args))
        return None if record is None else row(*record)

    async def value(db: Db, /, *args: object, **named: object) -> Any:
        found = await db.fetchval(sql, *(bind(args, named) if named else args))
        if found is None:
            raise NoRow(spec.name)
        return found

    async def value_or_none(db: Db, /, *args: object, **named: object) -> Any:
        return await db.fetchval(sql, *(bind(args, named) if named else args))

    async def nothing(db: Db, /, *args: object, **named: object) -> Any:
        await db.execute(sql, *(bind(args, named) if named else args))

    match spec.kind:
        case "rows":
            call = values if columns(row) is None else rows
        case "row":
            call = one
        case "row_or_none":
            call = one_or_none
        case "value":
            call = value
        case "value_or_none":
            call = value_or_none
        case _:
            call = nothing
    call.__doc__, call.__name__, call.__qualname__ = stub.__doc__, spec.name, spec.name
    return call


def batched[**P, R](
    stub: Callable[Concatenate[Database, P], Awaitable[R]],
) -> Callable[Concatenate[Database, P], Awaitable[R]]:
    """Bind a stub whose concurrent calls are batched into one statement.

    The SQL file takes one array per parameter. It returns `ord` (bigint, the position of the key, from 1) before the
    row's columns, with at most one row per position. The stub returns `R | None`, or `R` where a missing key raises
    NoRow. Every input of the result is a parameter (including the viewer): calls with equal arguments share one result.
    """
    spec = _register(stub, batched=True)
    if spec.kind not in ("row", "row_or_none"):
        raise QueryError(f"{spec.name}: a batched query must return a row or None")
    sql, bind = spec.sql, _binder(spec)
    make: Callable[[tuple[object, ...]], Any] = getattr(spec.row, "_make", None) or (lambda values: spec.row(*values))

    async def run(db: Database, items: list[tuple[object, ...]]) -> list[Any]:
        places: dict[tuple[object, ...], int] = {}
        for item in items:
            places.setdefault(item, len(places))
        found: list[Any] = [None] * len(places)
        for record in await db.fetch(sql, *map(list, zip(*places, strict=True))):
            found[record[0] - 1] = make(record[1:])
        return [found[places[item]] for item in items]

    def call(db: Database, /, *args: object, **named: object) -> Awaitable[Any]:
        return db.batcher(spec.path, run)(bind(args, named) if named else args)

    async def call_existing(db: Database, /, *args: object, **named: object) -> Any:
        found = await call(db, *args, **named)
        if found is None:
            raise NoRow(spec.name)
        return found

    chosen = call if spec.kind == "row_or_none" else call_existing
    chosen.__doc__, chosen.__name__, chosen.__qualname__ = stub.__doc__, spec.name, spec.name
    return chosen


def orphans() -> list[Path]:
    """Return the SQL files that no stub binds, in the folders of the imported stubs.

    Other folders belong to other programs (the demo data's loader); tests/contracts/test_sql.py imports all of them.
    """
    folders = {path.parent for path in SPECS}
    return sorted(path for folder in folders for path in folder.glob("*.sql") if path not in SPECS)


def read_sql(path: Path) -> str:
    """Return the statement of an SQL file with its column lists inserted, each without the comment of its file."""

    def columns_of(match: re.Match[str]) -> str:
        return re.sub(r"^--.*\n", "", (SQL_ROOT / match[1]).read_text(encoding="utf-8"), flags=re.MULTILINE).strip()

    return _COLUMNS.sub(columns_of, path.read_text(encoding="utf-8").strip().removesuffix(";"))


def _register(stub: Callable[..., Any], *, batched: bool) -> Spec:
    folder = stub.__module__.split(".")[-1]
    if folder == "queries":
        folder = stub.__module__.split(".")[-2]
    path = SQL_ROOT / folder / f"{stub.__name__}.sql"
    name = f"{folder}/{stub.__name__}"
    if path in SPECS:
        raise QueryError(f"{name}: two stubs bind this file")
    try:
        sql = read_sql(path)
    except FileNotFoundError as error:
        raise QueryError(f"{name}: the file {error.filename} is missing") from None
    hints = get_type_hints(stub)
    parameters = list(inspect.signature(stub).parameters)
    if not parameters or parameters[0] != "db":
        raise QueryError(f"{name}: the first parameter must be db")
    if "return" not in hints:
        raise QueryError(f"{name}: the return type is missing")
    kind, row = _returns(hints["return"])
    spec = Spec(name, path, sql, {p: hints[p] for p in parameters[1:]}, kind, row, batched)
    SPECS[path] = spec
    return spec


def _returns(hint: Any) -> tuple[Kind, Any]:
    if hint is type(None) or hint is None:
        return "nothing", None
    if get_origin(hint) is list:
        return "rows", get_args(hint)[0]
    if get_origin(hint) is types.UnionType:
        members = [member for member in get_args(hint) if member is not type(None)]
        if len(members) == 1 and len(get_args(hint)) == 2:
            return ("value_or_none" if columns(members[0]) is None else "row_or_none"), members[0]
    return ("value" if columns(hint) is None else "row"), hint


def _binder(spec: Spec) -> Callable[[tuple[object, ...], dict[str, object]], tuple[object, ...]]:
    names = list(spec.parameters)

    def bind(args: tuple[object, ...], named: dict[str, object]) -> tuple[object, ...]:
        values = dict(zip(names, args, strict=False)) | named if args else named
        try:
            if len(args) + len(named) == len(names):
                return tuple([values[name] for name in names])
        except KeyError:
            pass
        raise TypeError(f"{spec.name} takes {', '.join(names)}")

    return bind
