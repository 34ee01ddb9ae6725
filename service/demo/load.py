"""Puts the demo data into an empty database, so that a first look shows a living place."""

from collections.abc import Callable
from datetime import datetime, timedelta

import attrs
import orjson
from attrs import frozen

from service.clock import Clock, system_clock
from service.db.pool import Database, Db
from service.demo.data import DemoLink, DemoMaker, read_makers
from service.demo.queries import has_makers, lock_load
from service.features.identity import queries as identity
from service.ids import new_id
from service.security.passwords import Passwords

DEMO_PASSWORD = "make-things-with-care"  # noqa: S105 — printed for everyone to see; production never loads demo data


@frozen
class DemoAccount:
    """One way to log in. Every maker of the demo data has the same password."""

    email: str
    note: str
    password: str = DEMO_PASSWORD

    def __str__(self) -> str:
        return f"{self.email}  {self.password}  ({self.note})"


DEMO_ACCOUNTS = (
    DemoAccount("saskia@example.org", "admin"),
    DemoAccount("tomas@example.org", "maker, with a private draft"),
    DemoAccount("noor@example.org", "maker, writes in Dutch"),
)


async def load_demo(
    database_url: str, progress: Callable[[str], None] = lambda _line: None, *, clock: Clock = system_clock
) -> int:
    """Loads makers and projects in one transaction, unless there is any maker; returns how many projects.

    The projects have no table yet: until migrations/0004 brings it, only the makers are loaded.

    Times are counted back from now. Raises DatabaseUnavailable; a failed load leaves nothing behind.
    """
    # Before the transaction: nothing but PostgreSQL may be waited for inside it.
    makers = read_makers()
    passwords = Passwords(threads=1)
    database = Database(database_url, size=1, statements=50, application="demo")
    try:
        password_hash = await passwords.hash(DEMO_PASSWORD)
        await database.start()
        async with database.transaction() as tx:
            await lock_load(tx)
            if await has_makers(tx):
                return 0
            progress(f"Loading {len(makers)} demo makers.")
            now = clock()
            for maker in makers:
                await _insert_maker(tx, maker, password_hash, now)
            return 0
    finally:
        await database.close()
        passwords.close()


async def _insert_maker(db: Db, maker: DemoMaker, password_hash: str, now: datetime) -> None:
    maker_id = new_id()
    joined = now - timedelta(days=maker.joined_days_ago)
    await identity.insert_maker(db, maker_id, maker.handle, maker.email, maker.display_name, password_hash, joined)
    await identity.update_profile(
        db, maker_id, maker.handle, maker.display_name, maker.bio, _json(maker.links), None, joined
    )
    if maker.role != "maker":
        await identity.update_role(db, maker_id, maker.role, joined)


def _json(links: list[DemoLink]) -> str:
    return orjson.dumps([attrs.asdict(link) for link in links]).decode()
