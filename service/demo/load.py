"""Puts the demo data into an empty database, so that a first look shows a living place."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

import attrs
import orjson

from service.clock import Clock, system_clock
from service.db.pool import Database, Db, Tx
from service.demo.accounts import DEMO_PASSWORD
from service.demo.data import DemoLink, DemoMaker, DemoProject, read_makers
from service.demo.queries import has_makers, lock_load, update_source
from service.demo.recipes import DemoVersion, DemoWorkflow, read_workflows
from service.features.identity import queries as identity
from service.features.projects import queries as projects
from service.features.workflows import queries as workflows
from service.features.workflows.content import content_hash
from service.features.workflows.contents import stored_of
from service.features.workflows.rules import MAX_LABELS
from service.features.workflows.versions import append
from service.ids import new_id
from service.security.passwords import Passwords


async def load_demo(
    database_url: str, progress: Callable[[str], None] = lambda _line: None, *, clock: Clock = system_clock
) -> int:
    """Loads everything in one transaction, unless there is any maker; returns how many projects.

    Times are counted back from now. Raises DatabaseUnavailable; a failed load leaves nothing behind.
    """
    # Before the transaction: nothing but PostgreSQL may be waited for inside it.
    makers, recipes = read_makers(), read_workflows()
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
            progress(f"Loading {len(makers)} demo makers, {count} projects and {len(recipes)} workflows.")
            now = clock()
            owners = {maker.handle: await _insert_maker(tx, maker, password_hash, now) for maker in makers}
            # Who is older gets a smaller id, as when they had come one by one.
            project_ids = {
                f"{owner.handle}/{project.slug}": await _insert_project(tx, owners[owner.handle], project, now)
                for owner, project in sorted(_owned(makers), key=lambda pair: pair[1].days_ago, reverse=True)
            }
            await _insert_workflows(tx, recipes, owners, project_ids, now)
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
        project.tags,
        project.visibility,
        project.status,
        at,
        at,
        None if project.status == "draft" else at,
    )
    if inserted is None:
        raise ValueError(f"the slug {project.slug} occurs twice")
    return project_id


async def _insert_workflows(
    tx: Tx, recipes: Sequence[DemoWorkflow], owners: Mapping[str, UUID], project_ids: Mapping[str, UUID], now: datetime
) -> None:
    """All versions of all workflows in the order of their days, as when they had been saved one by one."""
    saves = [(recipe, number) for recipe in recipes for number in range(1, len(recipe.versions) + 1)]
    saves.sort(key=lambda save: save[0].versions[save[1] - 1].days_ago, reverse=True)
    ids: dict[str, UUID] = {}
    for recipe, number in saves:
        owner_id = owners[recipe.handle]
        version = recipe.versions[number - 1]
        at = now - timedelta(days=version.days_ago)
        if number == 1:
            project_id = project_ids[f"{recipe.handle}/{recipe.project}"]
            ids[recipe.place] = await _insert_workflow(tx, project_id, recipe, owner_id, at)
            if recipe.fork_of:
                await update_source(tx, ids[recipe.place], ids[recipe.fork_of.workflow], recipe.fork_of.number)
        await _save_version(tx, ids[recipe.place], number, version, owner_id, at)


async def _insert_workflow(tx: Tx, project_id: UUID, recipe: DemoWorkflow, owner_id: UUID, at: datetime) -> UUID:
    workflow_id, content = new_id(), recipe.versions[0].content
    await workflows.insert(
        tx,
        workflow_id,
        project_id,
        recipe.slug,
        recipe.title,
        recipe.summary,
        stored_of(content),
        content_hash(content),
        owner_id,
        at,
    )
    return workflow_id


async def _save_version(
    tx: Tx, workflow_id: UUID, number: int, version: DemoVersion, owner_id: UUID, at: datetime
) -> None:
    await append(
        tx, workflow_id, number - 1 or None, version.content, changelog=version.changelog, author_id=owner_id, now=at
    )
    for label in version.labels:
        await workflows.insert_label(tx, workflow_id, label, number, at, MAX_LABELS)


def _json(links: list[DemoLink]) -> str:
    return orjson.dumps([attrs.asdict(link) for link in links]).decode()
