"""Stars, follows and collections."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from service.dev.synthetic.inputs import Inputs
from service.dev.synthetic.prng import Prng, id_at, mixed
from service.dev.synthetic.world import FOLLOWS, STARS, Project, moment

type Row = tuple[Any, ...]


def stars(inputs: Inputs) -> Iterator[Row]:
    """Yield stars by project. Most projects have none; nearly all makers starred the most popular one."""
    world = inputs.world
    ids = [world.maker_id(maker) for maker in range(world.size.makers)]
    for number in range(world.size.projects):
        count = world.star_count(number)
        if not count or (project := world.project(number)).published is None or not project.out:
            continue
        prng = Prng(world.key + STARS + number)
        age = world.now - project.published
        for maker in world.some_makers(prng, count):
            # Most stars come soon after the publication.
            yield ids[maker], project.project_id, moment(project.published + int(age * prng.share() ** 2))


def followed_makers(inputs: Inputs) -> Iterator[Row]:
    """Yield follows by follower: most makers follow a few, some follow very many."""
    world = inputs.world
    ids = [world.maker_id(maker) for maker in range(world.size.makers)]
    mean = world.size.follows / world.size.makers
    for maker, prng, count in _followers(inputs, 0, mean):
        for other in world.some_makers(prng, count, 3):
            if other != maker:
                yield ids[maker], ids[other], _since(inputs, maker, prng)


def followed_projects(inputs: Inputs) -> Iterator[Row]:
    world = inputs.world
    for maker, prng, count in _followers(inputs, 1, world.size.follows / world.size.makers / 3):
        maker_id = world.maker_id(maker)
        for number in dict.fromkeys(world.popular(prng) for _ in range(count)):
            if (project := world.project(number)).out:
                yield maker_id, project.project_id, _since(inputs, maker, prng)


def followed_tags(inputs: Inputs) -> Iterator[Row]:
    world = inputs.world
    tags = world.texts.all_tags
    for maker, prng, count in _followers(inputs, 2, world.size.follows / world.size.makers / 4):
        maker_id = world.maker_id(maker)
        for place in dict.fromkeys(prng.skewed(len(tags), 2) for _ in range(count)):
            yield maker_id, tags[place], _since(inputs, maker, prng)


def followed_tools(inputs: Inputs) -> Iterator[Row]:
    world = inputs.world
    tools = list(inputs.tool_ids.values())
    for maker, prng, count in _followers(inputs, 3, world.size.follows / world.size.makers / 8):
        maker_id = world.maker_id(maker)
        for place in dict.fromkeys(prng.skewed(len(tools), 2) for _ in range(count)):
            yield maker_id, tools[place], _since(inputs, maker, prng)


def collections(inputs: Inputs) -> Iterator[Row]:
    world = inputs.world
    for maker, collection_id, created, items in _collections(inputs):
        topic = world.texts.tags[(maker // 5) % world.texts.topics]
        visibility = "unlisted" if maker % 50 == 10 else "public"
        title = f"{topic[0].capitalize()} and {topic[1]}"
        at = moment(created)
        yield collection_id, world.maker_id(maker), topic[0], title, "", visibility, len(items), at, at


def collected(inputs: Inputs) -> Iterator[Row]:
    for _, collection_id, created, items in _collections(inputs):
        for place, project in enumerate(items, start=1):
            yield collection_id, project.project_id, place, moment(max(created, project.created))


def _collections(inputs: Inputs) -> Iterator[tuple[int, UUID, int, list[Project]]]:
    """Yield owner, id, creation time and projects of each collection. One maker in five has one."""
    world = inputs.world
    for maker in range(0, world.size.makers, 5):
        if world.gone(maker):
            continue
        prng = Prng(world.key + FOLLOWS + maker + (2 << 36))
        created = (world.joined(maker) + world.now) // 2
        chosen = dict.fromkeys(world.popular(prng) for _ in range(1 + prng.skewed(40, 2)))
        items = [project for number in chosen if (project := world.project(number)).out]
        yield maker, id_at(created, mixed(world.key + FOLLOWS + maker + (3 << 36))), created, items


def _followers(inputs: Inputs, kind: int, mean: float) -> Iterator[tuple[int, Prng, int]]:
    """Yield each follower with a count: `mean` on average, at most five times as many."""
    world = inputs.world
    for maker in range(world.size.makers):
        if not world.gone(maker):
            prng = Prng(world.key + FOLLOWS + maker * 4 + kind + (1 << 36))
            yield maker, prng, int(mean * 5 * prng.share() ** 4 + prng.share())


def _since(inputs: Inputs, maker: int, prng: Prng) -> Any:
    joined = inputs.world.joined(maker)
    return moment(joined + int((inputs.world.now - joined) * prng.share()))
