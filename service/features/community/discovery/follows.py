"""Follows of makers, projects, tags and tools."""

from typing import Final

from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.makers.reading import maker_id_of, missing_maker
from service.features.accounts.notifications.notify import Subject, notify
from service.features.community.discovery.access import marked, refuse_inactive
from service.features.community.discovery.queries import (
    FollowedProjectRow,
    FollowedTagRow,
    FollowedToolRow,
    PersonRow,
    delete_maker_follow,
    delete_project_follow,
    delete_tag_follow,
    delete_tool_follow,
    insert_maker_follow,
    insert_project_follow,
    insert_tag_follow,
    insert_tool_follow,
    list_followed_projects,
    list_followed_tags,
    list_followed_tools,
    list_followers,
    list_following,
)
from service.features.community.discovery.schemas import Follow, FollowQuery, ListedMaker
from service.features.community.discovery.stars import maker_of, position_of
from service.features.projects.projects.reading import missing
from service.http.pagination import NEWEST, PageQuery
from service.http.problem import FieldError, NotFound, Unprocessable
from service.http.refs import Lower, MakerRef, ProjectRef
from service.http.request import Principal
from service.http.results import NoContent, Page
from service.http.schema.mapper import Value, mapper

_LAST_TAG: Final = "\U0010ffff"
"""Sorts after every tag: the start position of a first page."""


async def follow_maker(tx: Tx, deps: Deps, maker: Principal, followed: MakerRef) -> NoContent:
    """Follow a maker.

    Nothing changes if you already follow the maker.
    """
    row = await insert_maker_follow(tx, followed.handle, maker.maker_id, deps.clock())
    if row is None:
        raise await missing_maker(tx, deps, followed)
    if row.maker_id == maker.maker_id:
        message = "You can't follow yourself."
        raise Unprocessable([FieldError("", "oneself", message)], message)
    refuse_inactive(is_active=row.is_active)
    if row.is_new:
        await notify(tx, "follow", actor_id=maker.maker_id, recipients=[row.maker_id], subject=Subject())
    return NoContent()


async def unfollow_maker(tx: Tx, deps: Deps, maker: Principal, followed: MakerRef) -> NoContent:
    """Unfollow a maker.

    Nothing changes if you do not follow the maker.
    """
    if await delete_maker_follow(tx, followed.handle, maker.maker_id) is None:
        raise await missing_maker(tx, deps, followed)
    return NoContent()


async def follow_project(tx: Tx, deps: Deps, maker: Principal, project: ProjectRef) -> NoContent:
    """Follow a project.

    Nothing changes if you already follow the project. Otherwise its owner gets a notification, as for a star.
    """
    row = await insert_project_follow(tx, project.handle, project.slug, maker.maker_id, deps.clock())
    found = await marked(tx, deps, project, row)
    if found.is_new:
        subject = Subject(project_id=found.project_id)
        await notify(tx, "follow", actor_id=maker.maker_id, recipients=[found.owner_id], subject=subject)
    return NoContent()


async def unfollow_project(tx: Tx, deps: Deps, maker: Principal, project: ProjectRef) -> NoContent:
    """Unfollow a project.

    Nothing changes if you do not follow the project.
    """
    if await delete_project_follow(tx, project.handle, project.slug, maker.maker_id) is None:
        raise await missing(tx, deps, project)
    return NoContent()


async def follow_tag(tx: Tx, deps: Deps, maker: Principal, name: Lower) -> NoContent:
    """Follow a tag of public projects.

    Nothing changes if you already follow the tag.
    """
    is_active = await insert_tag_follow(tx, name, maker.maker_id, deps.clock())
    if is_active is None:
        raise NotFound
    refuse_inactive(is_active=is_active)
    return NoContent()


async def unfollow_tag(tx: Tx, maker: Principal, name: Lower) -> NoContent:
    """Unfollow a tag.

    Nothing changes if you do not follow the tag. The tag can be one that no project has any more.
    """
    await delete_tag_follow(tx, name, maker.maker_id)
    return NoContent()


async def follow_tool(tx: Tx, deps: Deps, maker: Principal, slug: str) -> NoContent:
    """Follow a tool of the catalogue.

    Nothing changes if you already follow the tool.
    """
    is_active = await insert_tool_follow(tx, slug, maker.maker_id, deps.clock())
    if is_active is None:
        raise NotFound
    refuse_inactive(is_active=is_active)
    return NoContent()


async def unfollow_tool(tx: Tx, maker: Principal, slug: str) -> NoContent:
    """Unfollow a tool.

    Nothing changes if you do not follow the tool.
    """
    if await delete_tool_follow(tx, slug, maker.maker_id) is None:
        raise NotFound
    return NoContent()


async def list_maker_followers(deps: Deps, query: PageQuery, maker: MakerRef) -> Page[ListedMaker]:
    """List the followers of a maker, newest follow first."""
    maker_id = await maker_id_of(deps, maker)
    scope = f"makers/{maker_id}/followers"
    page = deps.cursors.page(query, scope, NEWEST)
    rows = await list_followers(deps.db, maker_id, *page.place)
    return page.of(rows, position_of, maker_of)


async def list_maker_following(deps: Deps, query: PageQuery, maker: MakerRef) -> Page[ListedMaker]:
    """List the makers that a maker follows, newest follow first.

    Followed projects, tags and tools are private.
    """
    maker_id = await maker_id_of(deps, maker)
    scope = f"makers/{maker_id}/following"
    page = deps.cursors.page(query, scope, NEWEST)
    rows = await list_following(deps.db, maker_id, *page.place)
    return page.of(rows, position_of, maker_of)


async def list_my_follows(deps: Deps, maker: Principal, query: FollowQuery) -> Page[Follow]:
    """List your follows of one kind, newest first.

    Projects that you can no longer see are omitted.
    """
    scope = f"me/follows/{maker.maker_id}?kind={query.kind}"
    page = deps.cursors.page(query, scope, (NEWEST[0], _LAST_TAG) if query.kind == "tag" else NEWEST)
    place = (deps.db, maker.maker_id, *page.place)
    if query.kind == "tag":
        tags = await list_followed_tags(*place)
        return page.of(
            tags,
            lambda row: (row.since, row.tag),
            _tag_of,
        )
    if query.kind == "maker":
        makers = await list_following(*place)
        return page.of(
            makers,
            position_of,
            _maker_of,
        )
    if query.kind == "tool":
        tools = await list_followed_tools(*place)
        return page.of(
            tools,
            lambda row: (row.since, row.key),
            _tool_of,
        )
    projects = await list_followed_projects(*place)
    return page.of(
        projects,
        lambda row: (row.since, row.key),
        _project_of,
    )


_tag_of: Final = mapper(
    FollowedTagRow, Follow, kind=Value("tag"), handle=Value(None), slug="tag", name="tag", image_url=Value(None)
)
_maker_of: Final = mapper(
    PersonRow, Follow, kind=Value("maker"), slug=Value(None), name="display_name", image_url="avatar_url"
)
_tool_of: Final = mapper(FollowedToolRow, Follow, kind=Value("tool"), handle=Value(None), image_url=Value(None))
_project_of: Final = mapper(FollowedProjectRow, Follow, kind=Value("project"))
