"""The extremes of a synthetic world, because lists must be fast for them, too."""

from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
from attrs import frozen

from service.dev.synthetic.load import PASSWORD

__all__ = ["PASSWORD", "Sample", "sample"]


@frozen
class Sample:
    """Extremes of one database.

    `maker` owns and starred most; `starred` and `discussed` have the most stars and comments.
    """

    projects: int
    maker_id: UUID
    maker: str
    email: str
    followed: str
    followed_id: UUID
    starred_id: UUID
    starred: str
    discussed_id: UUID
    discussed: str
    comment_id: UUID
    workflow_id: UUID
    workflow: str
    tag: str
    tool: str
    tool_id: UUID
    rare_tag: str
    collector: str
    collection: str
    middle: datetime
    middle_id: UUID


def sample(database_url: str) -> Sample:
    """Read the sample from the counters. Raise psycopg's errors."""
    with psycopg.connect(database_url) as connection:

        def row(sql: str, *values: object) -> tuple[Any, ...]:
            found = connection.execute(sql.encode(), values).fetchone()
            assert found is not None, "This database has no synthetic data set."
            return found

        (projects,) = row("select count(*) from project")
        maker_id, maker, email = row("select maker_id, handle, email from maker where email = 'maker-0@example.org'")
        followed_id, followed = row(
            "select m.maker_id, m.handle from maker_stats s join maker m using (maker_id) where m.status = 'active'"
            " order by s.followers desc limit 1"
        )
        place = (
            "select p.project_id, '/projects/' || m.handle || '/' || p.slug from project_stats s"
            " join project p using (project_id) join maker m on m.maker_id = p.owner_id where m.status = 'active'"
        )
        starred_id, starred = row(f"{place} order by s.stars desc limit 1")
        discussed_id, discussed = row(f"{place} order by s.comments desc limit 1")
        (comment_id,) = row(
            "select comment_id from comment where project_id = %s order by replies desc limit 1", discussed_id
        )
        workflow_id, workflow = row(
            "select w.workflow_id, '/projects/' || m.handle || '/' || p.slug || '/workflows/' || w.slug"
            " from workflow w join project p using (project_id) join maker m on m.maker_id = p.owner_id"
            " where p.status = 'published' and p.visibility = 'public' and p.deleted_at is null and m.status = 'active'"
            " order by w.head_number desc, w.workflow_id limit 1"
        )
        (tag,) = row("select name from tag order by projects desc limit 1")
        (rare_tag,) = row("select name from tag where projects > 0 order by projects limit 1")
        tool, tool_id = row(
            "select t.slug, t.tool_id from tool_stats s join tool t using (tool_id) order by s.used_by desc limit 1"
        )
        collector, collection = row(
            "select m.handle, '/collections/' || m.handle || '/' || c.slug"
            " from collection c join maker m using (maker_id) where c.visibility = 'public' and m.status = 'active'"
            " order by c.items desc, c.collection_id limit 1"
        )
        middle, middle_id = row(
            "select published_at, project_id from project where published_at is not null order by published_at desc"
            " offset (select count(*) / 2 from project where published_at is not null) limit 1"
        )
        return Sample(
            projects,
            maker_id,
            maker,
            email,
            followed,
            followed_id,
            starred_id,
            starred,
            discussed_id,
            discussed,
            comment_id,
            workflow_id,
            workflow,
            tag,
            tool,
            tool_id,
            rare_tag,
            collector,
            collection,
            middle,
            middle_id,
        )
