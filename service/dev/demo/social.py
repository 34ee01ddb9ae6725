"""Load the stars, follows, collections and read notifications of the demo makers."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from service.core.ids import new_id
from service.dev.demo.community import DemoCollection, DemoLife
from service.dev.demo.queries import insert_maker_follows, insert_project_follows, insert_stars
from service.dev.demo.timeline import Happening, World
from service.features.accounts.notifications.notify import Event, Subject
from service.features.accounts.notifications.queries import find_box, mark_read_until
from service.features.community.collections import queries as collections
from service.features.community.discovery.queries import insert_tag_follow, insert_tool_follow


async def insert_marks(world: World, lives: Mapping[str, DemoLife]) -> None:
    """Insert stars and the follows of makers and projects. `marks_told` creates their notifications."""
    stars = [
        (world.makers[handle], world.projects[place], world.at(days))
        for handle, life in lives.items()
        for place, days in life.stars.items()
    ]
    await insert_stars(world.tx, *_columns(stars))
    makers = [
        (world.makers[handle], world.makers[followed], world.at(days))
        for handle, life in lives.items()
        for followed, days in life.follows.makers.items()
    ]
    await insert_maker_follows(world.tx, *_columns(makers))
    projects = [
        (world.makers[handle], world.projects[place], world.at(days))
        for handle, life in lives.items()
        for place, days in life.follows.projects.items()
    ]
    await insert_project_follows(world.tx, *_columns(projects))


def _columns(rows: list[tuple[UUID, UUID, datetime]]) -> tuple[list[UUID], list[UUID], list[datetime]]:
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]


def marks_told(world: World, lives: Mapping[str, DemoLife]) -> Iterator[Happening]:
    """Yield the notifications about stars and follows."""
    for handle, life in lives.items():
        actor_id = world.makers[handle]
        for place, days in life.stars.items():
            about = Subject(project_id=world.projects[place])
            yield _told(world, days, Event("star", actor_id, [world.owner_of(place)], about))
        for followed, days in life.follows.makers.items():
            yield _told(world, days, Event("follow", actor_id, [world.makers[followed]], Subject()))
        for place, days in life.follows.projects.items():
            about = Subject(project_id=world.projects[place])
            yield _told(world, days, Event("follow", actor_id, [world.owner_of(place)], about))


def _told(world: World, days_ago: float, event: Event) -> Happening:
    return Happening(days_ago, partial(world.tell, event))


def looks(world: World, lives: Mapping[str, DemoLife]) -> Iterator[Happening]:
    """Yield the moments at which makers read all their notifications."""
    for handle, life in lives.items():
        yield Happening(life.looked_days_ago, partial(_look, world, world.makers[handle]))


async def _look(world: World, maker_id: UUID, at: datetime) -> None:
    if (box := await find_box(world.tx, maker_id)) is not None:
        await mark_read_until(world.tx, maker_id, box.seq, at)


def collected(world: World, lives: Mapping[str, DemoLife]) -> Iterator[Happening]:
    for handle, life in lives.items():
        for each in life.collections:
            yield Happening(each.days_ago, partial(_collect, world, handle, each))


async def _collect(world: World, handle: str, written: DemoCollection, at: datetime) -> None:
    collection_id, maker_id = new_id(), world.makers[handle]
    await collections.insert(
        world.tx, collection_id, maker_id, written.slug, written.title, written.description, written.visibility, at
    )
    for item in written.items:
        workflow_id, number = None, None
        if item.pinned is not None:
            workflow, _, text = item.pinned.partition("@")
            workflow_id, number = world.workflows[f"{item.project}/{workflow}"], int(text)
        project_id = world.projects[item.project]
        await collections.put_item(world.tx, collection_id, project_id, item.note, workflow_id, number, at)


async def follow_topics(world: World, lives: Mapping[str, DemoLife]) -> None:
    """Insert the follows of tags and tools. Raise ValueError for an unused tag or an unknown tool."""
    for handle, life in lives.items():
        for tag, days in life.follows.tags.items():
            if await insert_tag_follow(world.tx, tag, world.makers[handle], world.at(days)) is None:
                raise ValueError(f"{handle} follows the unused tag {tag}")
        for tool, days in life.follows.tools.items():
            if await insert_tool_follow(world.tx, tool, world.makers[handle], world.at(days)) is None:
                raise ValueError(f"{handle} follows the unknown tool {tool}")
