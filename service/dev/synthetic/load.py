"""Load a synthetic data set into an empty database: `make seed SIZE=small|medium|large`.

One transaction loads everything or nothing. Primary data is copied (tables.py). Derived data is computed in sets
(sql/synthetic/), with the views and functions of the migrations where possible.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Final

from service.core.clock import Clock, system_clock
from service.db.pool import Database, Limits, Tx
from service.dev.demo.accounts import DEMO_PASSWORD
from service.dev.synthetic import queries
from service.dev.synthetic.documents import insert_project_searches, insert_workflow_searches
from service.dev.synthetic.inputs import Inputs
from service.dev.synthetic.progress import Progress
from service.dev.synthetic.sizes import Size
from service.dev.synthetic.structure import Part, switch_on, take_down
from service.dev.synthetic.tables import TABLES, Table
from service.dev.synthetic.texts import read_texts
from service.dev.synthetic.workflows import Workflows, by_popularity
from service.dev.synthetic.world import World
from service.features.community.feeds.jobs import WEEK
from service.features.community.feeds.queries import count_trending
from service.features.community.search.jobs import TIERS
from service.security.passwords import Passwords

SEED: Final = 1
PASSWORD: Final = DEMO_PASSWORD
"""Password of every synthetic maker: maker-0@example.org (an admin), maker-1@example.org, …"""

_HOUR: Final = 3600.0
_LIMITS: Final = Limits(command=6 * _HOUR, statement=0, lock=10, idle_in_transaction=0)
_SETTINGS: Final = {
    "maintenance_work_mem": "512MB",
    "work_mem": "128MB",
    "hash_mem_multiplier": "2",
    "max_parallel_maintenance_workers": "2",
    "synchronous_commit": "off",
}
_NOTIFIED: Final = 50
"""Number of makers with notifications."""

type Derive = Callable[[Tx, datetime], Awaitable[None]]


class WrongWorldError(Exception):
    """A derived count is wrong: a bug in sql/synthetic/. Nothing was loaded."""


DERIVED: Final[Sequence[tuple[str, Derive]]] = (
    ("project_member", lambda tx, _now: queries.insert_owners(tx)),
    ("workflow_draft", lambda tx, _now: queries.insert_drafts(tx)),
    ("workflow_step", lambda tx, _now: queries.insert_steps(tx)),
    ("project_tag", lambda tx, _now: queries.insert_project_tags(tx)),
    ("tag", lambda tx, _now: queries.insert_tags(tx)),
    ("tool_use", lambda tx, _now: queries.insert_tool_uses(tx)),
    ("tool_stats", lambda tx, _now: queries.insert_tool_stats(tx)),
    ("maker_stats", lambda tx, _now: queries.insert_maker_stats(tx)),
    ("project_commenter", lambda tx, _now: queries.insert_commenters(tx)),
    ("counted_remix", lambda tx, _now: queries.insert_counted_remixes(tx)),
    ("project_stats", lambda tx, _now: queries.insert_project_stats(tx)),
    ("project_rank", lambda tx, now: queries.insert_ranks(tx, now)),
    ("search_floor", lambda tx, _now: queries.insert_search_floors(tx, list(TIERS))),
    ("project_search", lambda tx, _now: insert_project_searches(tx)),
    ("workflow_search", lambda tx, _now: insert_workflow_searches(tx)),
    ("maker_search", lambda tx, _now: queries.insert_maker_searches(tx)),
    ("search_word", lambda tx, _now: queries.insert_words(tx)),
    ("notification", lambda tx, _now: queries.insert_notifications(tx, _NOTIFIED)),
    ("notification_actor", lambda tx, _now: queries.insert_notification_actors(tx)),
    ("notification_box", lambda tx, _now: queries.insert_notification_boxes(tx)),
)
"""Derived tables, each after the tables that it is derived from."""


async def load_world(
    database_url: str, size: Size, progress: Progress, *, seed: int = SEED, clock: Clock = system_clock
) -> queries.CountsRow | None:
    """Load a data set and return its counts, or None if the database has makers.

    The same seed and time give the same data, except for the salt of the password hash. Raise DatabaseUnavailable or
    WrongWorldError; a load that fails or is killed changes nothing.
    """
    now = clock()
    passwords = Passwords(threads=1)
    database = Database(database_url, size=1, statements=50, application="seed", limits=_LIMITS)
    try:
        password_hash = await passwords.hash(PASSWORD)
        await database.start()
        async with database.transaction() as tx:
            await _prepare(tx)
            if await queries.has_makers(tx):
                return None
            found = {tool.slug: tool.tool_id for tool in await queries.list_tools(tx)}
            tools = {slug: found[slug] for slug in by_popularity(list(found))}
            world = World(size, seed, now, read_texts())
            inputs = Inputs(world, Workflows(world, list(tools)), tools, password_hash)
            counts = await _fill(tx, inputs, now, progress)
        with progress.doing("Vacuum"):
            await database.execute("vacuum (analyze)")
        return counts
    finally:
        await database.close()
        passwords.close()


async def _prepare(tx: Tx) -> None:
    """Set the settings of the load and take the lock that allows one load at a time."""
    for name, value in _SETTINGS.items():
        await tx.execute(f"set local {name} = '{value}'")
    await queries.lock_load(tx)


async def _fill(tx: Tx, inputs: Inputs, now: datetime, progress: Progress) -> queries.CountsRow:
    tables = list(dict.fromkeys([table.name for table in TABLES] + [name for name, _ in DERIVED]))
    parts = await take_down(tx, tables)
    for table in TABLES:
        await _copy(tx, table, inputs, progress)
        await tx.execute(f"analyze {table.name}")
    for name, derive in DERIVED:
        with progress.doing(f"Deriving {name}"):
            await derive(tx, now)
            await tx.execute(f"analyze {name}")
    await _put_back(tx, parts, progress)
    await switch_on(tx, tables)
    with progress.doing("Counting trends"):
        await count_trending(tx, now - 2 * WEEK, now - WEEK, now)
    with progress.doing("Checking"):
        if wrong := await queries.list_wrong(tx):
            raise WrongWorldError(f"{len(wrong)} wrong counts: {', '.join(wrong[:5])}")
    return await queries.count_rows(tx)


async def _copy(tx: Tx, table: Table, inputs: Inputs, progress: Progress) -> None:
    """Copy the rows of a table. With `by_time`, sort them by time through a temporary table."""
    columns = table.columns.split()
    rows = progress.counted(table.name, table.rows(inputs), table.about(inputs))
    if not table.by_time:
        await tx.connection.copy_records_to_table(table.name, records=rows, columns=columns)
        return
    listed = ", ".join(columns)
    await tx.execute(f"create table synthetic_rows as select {listed} from {table.name} limit 0")  # noqa: S608 — tables.py
    await tx.connection.copy_records_to_table("synthetic_rows", records=rows, columns=columns)
    with progress.doing(f"Sorting {table.name}"):
        sort = f"select {listed} from synthetic_rows order by created_at"  # noqa: S608 — as above
        await tx.execute(f"insert into {table.name} ({listed}) {sort}")
    await tx.execute("drop table synthetic_rows")


async def _put_back(tx: Tx, parts: Sequence[Part], progress: Progress) -> None:
    ordered = sorted(parts, key=lambda part: part.is_reference)
    for part in progress.counted("Keys and indexes", ordered, len(parts), "piece"):
        await tx.execute(part.make)
