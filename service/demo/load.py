"""Puts the demo data into an empty database, so that a first look shows a living place."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

import attrs
import orjson

from service.clock import Clock, system_clock
from service.db.pool import Database, Db
from service.demo.accounts import DEMO_PASSWORD
from service.demo.data import DemoLink, DemoMaker, DemoProject, read_makers
from service.demo.queries import has_makers, lock_load
from service.features.identity import queries as identity
from service.features.projects import queries as projects
from service.ids import new_id
from service.security.passwords import Passwords


async def load_demo(
    database_url: str, progress: Callable[[str], None] = lambda _line: None, *, clock: Clock = system_clock
) -> int:
    """Loads everything in one transaction, unless there is any maker; returns how many projects.

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
            count = sum(len(maker.projects) for maker in makers)
            progress(f"Loading {len(makers)} demo makers and {count} projects.")
            now = clock()
            owners = {maker.handle: await _insert_maker(tx, maker, password_hash, now) for maker in makers}
            # Who is older gets a smaller id, as when they had come one by one.
            for owner, project in sorted(_owned(makers), key=lambda pair: pair[1].days_ago, reverse=True):
                await _insert_project(tx, owners[owner.handle], project, now)
            return count
    finally:
        await database.close()
        passwords.close()


def _owned(makers: Sequence[DemoMaker]) -> list[tuple[DemoMaker, DemoProject]]:
    return [(maker, project) for maker in makers for project in maker.projects]


async def _insert_maker(db: Db, maker: DemoMaker, password_hash: str, now: datetime) -> UUID:
    maker_id = new_id()
    joined = now - timedelta(days=maker.joined_days_ago)
    await identity.insert_maker(db, maker_id, maker.handle, maker.email, maker.display_name, password_hash, joined)
    await identity.update_profile(
        db, maker_id, maker.handle, maker.display_name, maker.bio, _json(maker.links), None, joined
    )
    if maker.role != "maker":
        await identity.update_role(db, maker_id, maker.role, joined)
    return maker_id


async def _insert_project(db: Db, owner_id: UUID, project: DemoProject, now: datetime) -> UUID:
    project_id = new_id()
    at = now - timedelta(days=project.days_ago)
    inserted = await projects.insert(
        db,
        project_id,
        owner_id,
        project.slug,
        project.title,
        project.tagline,
        project.body,
        _json(project.links),
        None,
        project.visibility,
        project.status,
        at,
        at,
        None if project.status == "draft" else at,
    )
    if inserted is None:
        raise ValueError(f"the slug {project.slug} occurs twice")
    return project_id


def _json(links: list[DemoLink]) -> str:
    return orjson.dumps([attrs.asdict(link) for link in links]).decode()
