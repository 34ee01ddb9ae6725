"""Load the demo data into an empty database."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

import attrs
import orjson

from service.core.clock import Clock, system_clock
from service.core.ids import new_id
from service.db.pool import Database, Db, Limits, Tx
from service.dev.demo.accounts import DEMO_PASSWORD
from service.dev.demo.community import DemoLife, read_community
from service.dev.demo.data import DemoLink, DemoMaker, DemoProject, read_makers
from service.dev.demo.discussion import insert_all_votes, said
from service.dev.demo.moderation import reported
from service.dev.demo.queries import has_makers, lock_load, settle, update_source
from service.dev.demo.recipes import DemoVersion, DemoWorkflow, read_workflows
from service.dev.demo.social import collected, follow_topics, insert_marks, looks, marks_told
from service.dev.demo.threads import DemoComment, read_threads
from service.dev.demo.timeline import Happening, World, play
from service.features.accounts.identity import queries as identity
from service.features.accounts.notifications.notify import Event, Subject
from service.features.projects.projects import queries as projects
from service.features.projects.projects.schemas import NewProject
from service.features.workflows.documents.document import content_hash
from service.features.workflows.versions import queries as workflows
from service.features.workflows.versions.domain import MAX_LABELS
from service.features.workflows.versions.version_cache import stored_of
from service.features.workflows.versions.versions import append
from service.security.passwords import Passwords

_LIMITS: Final = Limits(command=60, statement=60, lock=60, idle_in_transaction=60)
"""Timeouts for the load: no request waits for it, a second load waits for the lock, and the commit runs deferred
triggers.
"""


async def load_demo(
    database_url: str, progress: Callable[[str], None] = lambda _line: None, *, clock: Clock = system_clock
) -> int:
    """Load everything in one transaction, unless the database has a maker. Return the number of projects.

    Times are relative to now. Raise DatabaseUnavailable; a failed load changes nothing.
    """
    # Before the transaction, so that the transaction waits only for PostgreSQL.
    makers, recipes, comments, lives = read_makers(), read_workflows(), read_threads(), read_community()
    passwords = Passwords(threads=1)
    database = Database(database_url, size=1, statements=100, application="demo", limits=_LIMITS)
    try:
        password_hash = await passwords.hash(DEMO_PASSWORD)
        await database.start()
        async with database.transaction() as tx:
            await lock_load(tx)
            if await has_makers(tx):
                return 0
            count = sum(len(maker.projects) for maker in makers)
            what = f"{len(makers)} demo makers, {count} projects, {len(recipes)} workflows and {len(comments)} comments"
            progress(f"Loading {what}.")
            now = clock()
            owners = {maker.handle: await _insert_maker(tx, maker, password_hash, now) for maker in makers}
            # Older makers get smaller ids, as if they had registered one by one.
            project_ids = {
                f"{owner.handle}/{project.slug}": await _insert_project(tx, owners[owner.handle], project, now)
                for owner, project in sorted(_owned(makers), key=lambda pair: pair[1].days_ago, reverse=True)
            }
            world = World(tx, now, owners, project_ids)
            await _tell_story(world, recipes, comments, lives)
            await insert_all_votes(world, comments, {maker.handle: maker.joined_days_ago for maker in makers})
            return count
    finally:
        await database.close()
        passwords.close()


async def _tell_story(
    world: World, recipes: Sequence[DemoWorkflow], comments: Sequence[DemoComment], lives: Mapping[str, DemoLife]
) -> None:
    await insert_marks(world, lives)
    happenings = [
        *_saves(world, recipes),
        *said(world, comments),
        *marks_told(world, lives),
        *collected(world, lives),
        *reported(world, lives),
        *looks(world, lives),
    ]
    await play(world, happenings)
    await settle(world.tx)
    await follow_topics(world, lives)


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
    columns = {field.name: getattr(project, field.name) for field in attrs.fields(NewProject)}
    inserted = await projects.insert(
        db,
        project_id=project_id,
        owner_id=owner_id,
        **columns | {"links": _json(project.links)},
        status=project.status,
        created_at=at,
        updated_at=at,
        published_at=None if project.status == "draft" else at,
    )
    if inserted is None:
        raise ValueError(f"the slug {project.slug} occurs twice")
    return project_id


def _saves(world: World, recipes: Sequence[DemoWorkflow]) -> Iterator[Happening]:
    """Insert all versions of all workflows."""
    for recipe in recipes:
        for number, version in enumerate(recipe.versions, start=1):
            yield Happening(version.days_ago, partial(_save, world, recipe, number))


async def _save(world: World, recipe: DemoWorkflow, number: int, at: datetime) -> None:
    tx, owner_id = world.tx, world.makers[recipe.handle]
    if number == 1:
        project_id = world.projects[f"{recipe.handle}/{recipe.project}"]
        workflow_id = world.workflows[recipe.place] = await _insert_workflow(tx, project_id, recipe, owner_id, at)
        if recipe.fork_of:
            source = recipe.fork_of.workflow
            source_id = world.workflows[source]
            await update_source(tx, workflow_id, source_id, recipe.fork_of.number)
            about = Subject(
                project_id=world.projects[source.rpartition("/")[0]], workflow_id=source_id, remix_id=workflow_id
            )
            await world.tell(Event("remix", owner_id, [world.owner_of(source)], about), at)
    await _save_version(tx, world.workflows[recipe.place], number, recipe.versions[number - 1], owner_id, at)
    await world.tell_of_jobs(at)


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
