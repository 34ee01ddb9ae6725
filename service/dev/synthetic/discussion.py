"""Comments in threads, and their votes."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple
from uuid import UUID

from service.dev.synthetic.inputs import Inputs
from service.dev.synthetic.prng import Prng, id_at, mixed
from service.dev.synthetic.world import COMMENTS, Project, World, moment

MAX_DEPTH: Final = 8
_REMEMBERED: Final = 30
"""Maximum distance to the parent, in comments."""

type Row = tuple[Any, ...]


class _Vote(NamedTuple):
    maker: int
    value: int


def comments(inputs: Inputs) -> Iterator[Row]:
    """Yield comments by project in chronological order, so that a reply follows its parent."""
    for project, count in _discussed(inputs.world):
        yield from _thread(inputs, project, count)


def votes(inputs: Inputs) -> Iterator[Row]:
    world = inputs.world
    for project, count in _discussed(world):
        for place in range(count):
            if cast := _votes(world, project, place):
                comment_id, at = _comment(world, project, place, count)
                when = moment((at + world.now) // 2)
                for vote in cast:
                    yield comment_id, world.maker_id(vote.maker), project.project_id, vote.value, when


def _discussed(world: World) -> Iterator[tuple[Project, int]]:
    for number in range(world.size.projects):
        count = world.comment_count(number)
        if count and (project := world.project(number)).published is not None and project.out:
            yield project, count


def _comment(world: World, project: Project, place: int, count: int) -> tuple[UUID, int]:
    """Return the id and time of a comment."""
    since = project.published or project.created
    at = since + int((world.now - since) * ((place + 1) / (count + 1)) ** 2)
    return id_at(at, mixed(world.key + COMMENTS + (project.number << 8) * 4096 + place)), at


def _prng(world: World, project: Project, place: int, what: int) -> Prng:
    return Prng(mixed(world.key + COMMENTS + project.number) + place * 2 + what)


def _votes(world: World, project: Project, place: int) -> list[_Vote]:
    """Return the votes on a comment. One comment in seven has votes: a few, rarely many."""
    prng = _prng(world, project, place, 0)
    if prng.below(7):
        return []
    count = int(1.2 / (prng.share() + 0.01)) + 1
    return [
        _Vote(maker, -1 if prng.below(5) == 0 else 1)
        for maker in world.some_makers(prng, min(count, world.size.makers // 30), 2)
    ]


def _thread(inputs: Inputs, project: Project, count: int) -> Iterator[Row]:
    world = inputs.world
    made: list[tuple[UUID, int | None, int]] = []  # id, place of the parent, depth
    replies: dict[int, int] = {}
    for place in range(count):
        prng = _prng(world, project, place, 1)
        parent: int | None = None
        if place and prng.below(10) < 6:
            parent = max(0, place - 1 - prng.skewed(_REMEMBERED, 2))
            if made[parent][2] >= MAX_DEPTH:
                parent = None
        if parent is not None:
            replies[parent] = replies.get(parent, 0) + 1
        comment_id, _ = _comment(world, project, place, count)
        made.append((comment_id, parent, 1 if parent is None else made[parent][2] + 1))

    texts = world.texts.language(dutch=project.dutch).comments[project.topic]
    found = inputs.workflows.of(project)
    steps = inputs.workflows.step_keys(found[0]) if found else []
    for place, (comment_id, parent, depth) in enumerate(made):
        prng = _prng(world, project, place, 2)
        _, at = _comment(world, project, place, count)
        body: str | None = prng.pick(texts)
        if prng.below(6) == 0:
            body = f"{body} {world.project_name(project.number)}!"
        # A deleted comment with replies stays as a tombstone; one without replies would be gone.
        deleted = moment((at + world.now) // 2) if place in replies and prng.below(25) == 0 else None
        on_step: Row = (None, None, None)
        if steps and parent is None and prng.below(5) == 0 and at > found[0].saved[0]:
            number = sum(saved <= at for saved in found[0].saved)
            on_step = found[0].workflow_id, number, prng.pick(steps)
        cast = _votes(world, project, place)
        ups = sum(vote.value > 0 for vote in cast)
        yield (
            comment_id,
            project.project_id,
            None if parent is None else made[parent][0],
            depth,
            world.maker_id(prng.skewed(world.size.makers, 3)),
            None if deleted else body,
            *on_step,
            ups,
            len(cast) - ups,
            replies.get(place, 0),
            moment(at),
            deleted,
        )
