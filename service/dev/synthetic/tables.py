"""Rows of each copied table. sql/synthetic/ derives the others."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import Final

import orjson
from attrs import frozen

from service.dev.synthetic import discussion, social
from service.dev.synthetic.inputs import Inputs
from service.dev.synthetic.prng import Prng
from service.dev.synthetic.world import FOLLOWS, moment

type Row = tuple[object, ...]


@frozen
class Table:
    """Table to copy: `rows` in the order of `columns`. `about` estimates their number for the progress bar."""

    name: str
    columns: str
    rows: Callable[[Inputs], Iterator[Row]]
    about: Callable[[Inputs], float]
    by_time: bool = False
    """Whether to store the rows in chronological order, as after years of use. Then the rows of one project are
    scattered, and a block range index can select two weeks.
    """


def makers(inputs: Inputs) -> Iterator[Row]:
    world = inputs.world
    links = orjson.dumps([{"label": "Site", "url": "https://example.org/"}]).decode()
    for number in range(world.size.makers):
        gone, joined = world.gone(number), moment(world.joined(number))
        yield (
            world.maker_id(number),
            world.handle(number),
            None if gone else f"maker-{number}@example.org",
            "Deleted maker" if gone else world.maker_name(number),
            "" if gone or number % 3 else f"Makes things with {world.texts.tags[number % world.texts.topics][0]}.",
            "[]" if gone or number % 5 else links,
            "admin" if number == 0 else "maker",
            "deleted" if gone else "suspended" if world.suspended(number) else "active",
            None if gone else inputs.password_hash,
            joined,
            joined,
        )


def projects(inputs: Inputs) -> Iterator[Row]:
    world = inputs.world
    links = orjson.dumps([{"label": "Try it", "url": "https://example.org/try"}]).decode()
    for number in range(world.size.projects):
        project = world.project(number)
        created = moment(project.created)
        published = None if project.published is None else moment(project.published)
        yield (
            project.project_id,
            world.maker_id(project.owner),
            world.slug(number),
            world.title(project),
            world.tagline(project),
            world.body(project),
            "[]" if number % 4 else links,
            world.tags(project),
            project.visibility,
            project.status,
            created,
            published or created,
            published,
            None if project.deleted is None else moment(project.deleted),
        )


def collaborators(inputs: Inputs) -> Iterator[Row]:
    """Yield editors and viewers. Owners are derived."""
    world = inputs.world
    for number in range(0, world.size.projects, 7):
        project = world.project(number)
        prng = Prng(world.key + FOLLOWS + 7 * number)
        for maker in world.some_makers(prng, 1 + prng.below(2), 2):
            if maker != project.owner:
                role = "editor" if prng.below(3) else "viewer"
                yield project.project_id, world.maker_id(maker), role, moment((project.created + world.now) // 2)


def workflows(inputs: Inputs) -> Iterator[Row]:
    world, rules = inputs.world, inputs.workflows
    for number in range(world.size.projects):
        for workflow in rules.of(world.project(number)):
            source = rules.source(workflow)
            origin: Row = (None,) * 7
            if source is not None:
                other, version = source
                version_id = rules.version_id(other, version)
                owner, slug = world.handle(other.project.owner), world.slug(other.project.number)
                origin = (version_id, version_id, owner, slug, rules.slug(other), rules.title(other), version)
            yield (
                workflow.workflow_id,
                workflow.project.project_id,
                rules.slug(workflow),
                rules.title(workflow),
                rules.summary(workflow),
                len(workflow.saved),
                rules.root(workflow),
                *origin,
                moment(workflow.saved[0]),
                moment(workflow.saved[-1]),
            )


def versions(inputs: Inputs) -> Iterator[Row]:
    world, rules = inputs.world, inputs.workflows
    for number in range(world.size.projects):
        for workflow in rules.of(world.project(number)):
            author = world.maker_id(workflow.project.owner)
            for place, content in enumerate(rules.contents(workflow), start=1):
                yield (
                    rules.version_id(workflow, place),
                    workflow.workflow_id,
                    place,
                    rules.changelog(workflow, place),
                    sha256(content).digest(),
                    content.decode(),
                    content.count(b'"template":'),
                    content.count(b'"choices":'),
                    author,
                    moment(workflow.saved[place - 1]),
                )


def _all(inputs: Inputs) -> float:
    return inputs.world.size.projects


def _with_workflow(inputs: Inputs) -> float:
    return inputs.world.size.projects * inputs.world.size.workflow_share * 1.1


TABLES: Final[Sequence[Table]] = (
    Table(
        "maker",
        "maker_id handle email display_name bio links role status password_hash created_at updated_at",
        makers,
        lambda inputs: inputs.world.size.makers,
    ),
    Table(
        "project",
        "project_id owner_id slug title tagline body links tags visibility status created_at updated_at "
        "published_at deleted_at",
        projects,
        _all,
    ),
    Table(
        "project_member",
        "project_id maker_id role created_at",
        collaborators,
        lambda inputs: inputs.world.size.projects / 5,
    ),
    Table(
        "workflow",
        "workflow_id project_id slug title summary head_number root_workflow_id forked_from_version_id "
        "upstream_version_id forked_from_handle forked_from_project forked_from_workflow "
        "forked_from_title forked_from_number created_at updated_at",
        workflows,
        _with_workflow,
    ),
    Table(
        "workflow_version",
        "version_id workflow_id number changelog content_hash content steps variables author_id created_at",
        versions,
        lambda inputs: _with_workflow(inputs) * 1.5,
    ),
    Table(
        "star",
        "maker_id project_id created_at",
        social.stars,
        lambda inputs: inputs.world.size.stars * 0.7,
        by_time=True,
    ),
    Table(
        "follow_maker",
        "maker_id followed_id created_at",
        social.followed_makers,
        lambda inputs: inputs.world.size.follows,
        by_time=True,
    ),
    Table(
        "follow_project",
        "maker_id project_id created_at",
        social.followed_projects,
        lambda inputs: inputs.world.size.follows / 3,
        by_time=True,
    ),
    Table(
        "follow_tag",
        "maker_id tag created_at",
        social.followed_tags,
        lambda inputs: inputs.world.size.follows / 4,
        by_time=True,
    ),
    Table(
        "follow_tool",
        "maker_id tool_id created_at",
        social.followed_tools,
        lambda inputs: inputs.world.size.follows / 8,
        by_time=True,
    ),
    Table(
        "comment",
        "comment_id project_id parent_id depth author_id body workflow_id version_number step_key ups "
        "downs replies created_at deleted_at",
        discussion.comments,
        lambda inputs: inputs.world.size.comments,
        by_time=True,
    ),
    Table(
        "collection",
        "collection_id maker_id slug title description visibility items created_at updated_at",
        social.collections,
        lambda inputs: inputs.world.size.makers / 5,
    ),
    Table(
        "collection_item",
        "collection_id project_id position added_at",
        social.collected,
        lambda inputs: inputs.world.size.makers * 2,
    ),
    Table(
        "comment_vote",
        "comment_id maker_id project_id value created_at",
        discussion.votes,
        lambda inputs: inputs.world.size.votes,
        by_time=True,
    ),
)
"""Tables in the order in which they are copied."""
