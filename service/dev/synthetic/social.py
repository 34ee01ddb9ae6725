"""Stars, follows and collections."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from service.dev.synthetic.chance import Dice, id_at, mixed
from service.dev.synthetic.ground import Ground
from service.dev.synthetic.world import FOLLOWS, STARS, Project, moment

type Row = tuple[Any, ...]


def stars(ground: Ground) -> Iterator[Row]:
    """By project: most have none, the favourite one has most makers'."""
    world = ground.world
    ids = [world.maker_id(maker) for maker in range(world.size.makers)]
    for number in range(world.size.projects):
        count = world.star_count(number)
        if not count or (project := world.project(number)).published is None or not project.out:
            continue
        dice = Dice(world.key + STARS + number)
        age = world.now - project.published
        for maker in world.some_makers(dice, count):
            # Most stars come soon.
            yield ids[maker], project.project_id, moment(project.published + int(age * dice.share() ** 2))


def followed_makers(ground: Ground) -> Iterator[Row]:
    """By follower: each follows a few, and some one very many."""
    world = ground.world
    ids = [world.maker_id(maker) for maker in range(world.size.makers)]
    mean = world.size.follows / world.size.makers
    for maker, dice, count in _followers(ground, 0, mean):
        for other in world.some_makers(dice, count, 3):
            if other != maker:
                yield ids[maker], ids[other], _since(ground, maker, dice)


def followed_projects(ground: Ground) -> Iterator[Row]:
    world = ground.world
    for maker, dice, count in _followers(ground, 1, world.size.follows / world.size.makers / 3):
        maker_id = world.maker_id(maker)
        for number in dict.fromkeys(world.popular(dice) for _ in range(count)):
            if (project := world.project(number)).out:
                yield maker_id, project.project_id, _since(ground, maker, dice)


def followed_tags(ground: Ground) -> Iterator[Row]:
    world = ground.world
    tags = world.texts.all_tags
    for maker, dice, count in _followers(ground, 2, world.size.follows / world.size.makers / 4):
        maker_id = world.maker_id(maker)
        for place in dict.fromkeys(dice.skewed(len(tags), 2) for _ in range(count)):
            yield maker_id, tags[place], _since(ground, maker, dice)


def followed_tools(ground: Ground) -> Iterator[Row]:
    world = ground.world
    tools = list(ground.tool_ids.values())
    for maker, dice, count in _followers(ground, 3, world.size.follows / world.size.makers / 8):
        maker_id = world.maker_id(maker)
        for place in dict.fromkeys(dice.skewed(len(tools), 2) for _ in range(count)):
            yield maker_id, tools[place], _since(ground, maker, dice)


def collections(ground: Ground) -> Iterator[Row]:
    world = ground.world
    for maker, collection_id, created, items in _collections(ground):
        topic = world.texts.tags[(maker // 5) % world.texts.topics]
        visibility = "unlisted" if maker % 50 == 10 else "public"
        title = f"{topic[0].capitalize()} and {topic[1]}"
        at = moment(created)
        yield collection_id, world.maker_id(maker), topic[0], title, "", visibility, len(items), at, at


def collected(ground: Ground) -> Iterator[Row]:
    for _, collection_id, created, items in _collections(ground):
        for place, project in enumerate(items, start=1):
            yield collection_id, project.project_id, place, moment(max(created, project.created))


def _collections(ground: Ground) -> Iterator[tuple[int, UUID, int, list[Project]]]:
    """One maker in five has one: whose, its id, when it was begun, and what is in it."""
    world = ground.world
    for maker in range(0, world.size.makers, 5):
        if world.gone(maker):
            continue
        dice = Dice(world.key + FOLLOWS + maker + (2 << 36))
        created = (world.joined(maker) + world.now) // 2
        chosen = dict.fromkeys(world.popular(dice) for _ in range(1 + dice.skewed(40, 2)))
        items = [project for number in chosen if (project := world.project(number)).out]
        yield maker, id_at(created, mixed(world.key + FOLLOWS + maker + (3 << 36))), created, items


def _followers(ground: Ground, kind: int, mean: float) -> Iterator[tuple[int, Dice, int]]:
    """Who follows, with how many: `mean` on the whole, up to five times as many."""
    world = ground.world
    for maker in range(world.size.makers):
        if not world.gone(maker):
            dice = Dice(world.key + FOLLOWS + maker * 4 + kind + (1 << 36))
            yield maker, dice, int(mean * 5 * dice.share() ** 4 + dice.share())


def _since(ground: Ground, maker: int, dice: Dice) -> Any:
    joined = ground.world.joined(maker)
    return moment(joined + int((ground.world.now - joined) * dice.share()))
