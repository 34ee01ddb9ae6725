"""Queries of stars, follows and ranked lists. See sql/discovery/."""

from datetime import datetime
from uuid import UUID

from service.db.pool import Db
from service.db.query import Row, query
from service.features.projects.projects.queries import SummaryRow


class RankedRow(SummaryRow):
    """Project in a ranked list. `hot` is the rank at the time of the read."""

    hot: float


class StarredRow(SummaryRow):
    """Starred project. `since` is the time of the star."""

    since: datetime


class ScoreRow(Row):
    project_id: UUID
    hot: float
    stars: int
    forks: int
    commenters: int
    published_at: datetime | None


class MarkedRow(Row):
    """Project that the maker can see. `is_new` is true if this call starred or followed it. `is_active` is false if the
    account became inactive during the request."""

    project_id: UUID
    owner_id: UUID
    status: str
    is_active: bool
    is_new: bool


class MarkedMakerRow(Row):
    """Maker to follow. See MarkedRow for the other columns."""

    maker_id: UUID
    is_active: bool
    is_new: bool


class PersonRow(Row):
    maker_id: UUID
    handle: str
    display_name: str
    avatar_url: str | None
    since: datetime


class FollowedProjectRow(Row):
    key: UUID
    handle: str
    slug: str
    name: str
    image_url: str | None
    since: datetime


class FollowedToolRow(Row):
    key: UUID
    slug: str
    name: str
    since: datetime


class FollowedTagRow(Row):
    tag: str
    since: datetime


class MarksRow(Row):
    starred: list[UUID]
    followed_projects: list[UUID]
    followed_makers: list[str]
    followed_tags: list[str]
    followed_tools: list[str]


class CountedRow(Row):
    """Project or maker. `is_wrong` is true if a stored counter differs from the counted rows."""

    counted_id: UUID
    is_wrong: bool


# Ranked lists: `below` and `below_id` are the end of the previous page. A topic is "all", "tag:<name>", "tool:<slug>".


@query
async def list_hot(db: Db, topic: str, below: float, below_id: UUID, limit: int) -> list[RankedRow]: ...


@query
async def list_hot_crossing(
    db: Db, tag: str, tool: str, below: float, below_id: UUID, limit: int
) -> list[RankedRow]: ...


@query
async def list_top(
    db: Db, topic: str, oldest_period: int, since: datetime, below: int, below_id: UUID, limit: int
) -> list[RankedRow]: ...


@query
async def list_top_crossing(
    db: Db, tag: str, tool: str, oldest_period: int, since: datetime, below: int, below_id: UUID, limit: int
) -> list[RankedRow]: ...


@query
async def list_scores(db: Db, project_ids: list[UUID]) -> list[ScoreRow]: ...


@query
async def advance_period(db: Db, period: int, before: datetime, portion: int) -> int: ...


# Stars


@query
async def insert_star(
    db: Db, handle: str, slug: str, maker_id: UUID, now: datetime, job_id: UUID
) -> MarkedRow | None: ...


@query
async def delete_star(db: Db, handle: str, slug: str, maker_id: UUID) -> UUID | None: ...


@query
async def list_stargazers(
    db: Db, project_id: UUID, before: datetime, before_id: UUID, limit: int
) -> list[PersonRow]: ...


@query
async def list_starred(db: Db, maker_id: UUID, before: datetime, before_id: UUID, limit: int) -> list[StarredRow]: ...


@query
async def get_marks(
    db: Db, maker_id: UUID, project_ids: list[UUID], handles: list[str], tags: list[str], tools: list[str]
) -> MarksRow: ...


# Follows


@query
async def insert_maker_follow(db: Db, handle: str, maker_id: UUID, now: datetime) -> MarkedMakerRow | None: ...


@query
async def delete_maker_follow(db: Db, handle: str, maker_id: UUID) -> UUID | None: ...


@query
async def insert_project_follow(db: Db, handle: str, slug: str, maker_id: UUID, now: datetime) -> MarkedRow | None: ...


@query
async def delete_project_follow(db: Db, handle: str, slug: str, maker_id: UUID) -> UUID | None: ...


@query
async def insert_tag_follow(db: Db, tag: str, maker_id: UUID, now: datetime) -> bool | None: ...


@query
async def delete_tag_follow(db: Db, tag: str, maker_id: UUID) -> None: ...


@query
async def insert_tool_follow(db: Db, slug: str, maker_id: UUID, now: datetime) -> bool | None: ...


@query
async def delete_tool_follow(db: Db, slug: str, maker_id: UUID) -> UUID | None: ...


@query
async def list_followers(db: Db, maker_id: UUID, before: datetime, before_id: UUID, limit: int) -> list[PersonRow]: ...


@query
async def list_following(db: Db, maker_id: UUID, before: datetime, before_id: UUID, limit: int) -> list[PersonRow]: ...


@query
async def list_followed_projects(
    db: Db, maker_id: UUID, before: datetime, before_id: UUID, limit: int
) -> list[FollowedProjectRow]: ...


@query
async def list_followed_tags(
    db: Db, maker_id: UUID, before: datetime, before_tag: str, limit: int
) -> list[FollowedTagRow]: ...


@query
async def list_followed_tools(
    db: Db, maker_id: UUID, before: datetime, before_id: UUID, limit: int
) -> list[FollowedToolRow]: ...


# Departed makers: each statement deletes up to `portion` rows and returns their number


@query
async def delete_stars_of(db: Db, maker_id: UUID, portion: int) -> int: ...


@query
async def delete_following_of(db: Db, maker_id: UUID, portion: int) -> int: ...


@query
async def delete_followers_of(db: Db, maker_id: UUID, portion: int) -> int: ...


@query
async def delete_other_follows_of(db: Db, maker_id: UUID) -> None: ...


@query
async def has_reactions(db: Db, maker_id: UUID) -> bool: ...


# Recount


@query
async def list_project_counts(db: Db, after: UUID, portion: int) -> list[CountedRow]: ...


@query
async def recount_remixes(db: Db, project_ids: list[UUID]) -> None: ...


@query
async def lock_project_counts(db: Db, project_ids: list[UUID]) -> list[UUID]: ...


@query
async def update_project_counts(db: Db, project_ids: list[UUID]) -> None: ...


@query
async def list_maker_counts(db: Db, after: UUID, portion: int) -> list[CountedRow]: ...


@query
async def lock_maker_counts(db: Db, maker_ids: list[UUID]) -> list[UUID]: ...


@query
async def update_maker_counts(db: Db, maker_ids: list[UUID]) -> None: ...
