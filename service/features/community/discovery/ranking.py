"""Ranked lists of projects and the explanation of their scores."""

from typing import Any, Final

from service.deps import Deps
from service.features.community.discovery.domain import FORMULA, age_term, marks_term, reach_of
from service.features.community.discovery.queries import (
    ScoreRow,
    list_hot,
    list_hot_crossing,
    list_scores,
    list_top,
    list_top_crossing,
)
from service.features.community.discovery.schemas import ExplainedProject, ProjectQuery, Score
from service.features.projects.projects.queries import list_licensed
from service.features.projects.projects.reading import page_of, summary_of
from service.features.projects.projects.schemas import ProjectSummary
from service.http.pagination import LAST_ID, NEWEST
from service.http.problem import FieldError, Unprocessable
from service.http.results import Page
from service.http.schema.mapper import GIVEN, mapper

_HOTTEST: Final = (float("inf"), LAST_ID)
_MOST_STARRED: Final = (2**31 - 1, LAST_ID)
"""Sorts before every project: the start position of a first page."""


async def list_projects(deps: Deps, query: ProjectQuery) -> Page[ProjectSummary | ExplainedProject]:
    """List public projects by hotness, publication time or stars.

    The default is hottest first. `hot` weighs stars, remixes and commenters against the publication time. `window`
    requires `sort=top`: day, week, month or year (1, 7, 30 or 365 days), or all. With `explain=1` each project has a
    `score` that explains its rank.
    """
    if query.window is not None and query.sort != "top":
        message = "`window` requires `sort=top`."
        raise Unprocessable([FieldError("/window", "not_applicable", message)], message)
    if query.license is not None and (query.tag, query.tool) != (None, None):
        message = "`license` cannot be combined with `tag` or `tool`."
        raise Unprocessable([FieldError("/license", "not_applicable", message)], message)
    page = await _sorted(deps, query)
    return page if query.explain == "0" else await _explained(deps, page)


async def _sorted(deps: Deps, query: ProjectQuery) -> Page[ProjectSummary]:
    if query.sort == "new" and query.license is not None:
        page = deps.cursors.page(query, f"projects?sort=new&license={query.license}", NEWEST)
        rows = await list_licensed(deps.db, query.license, *page.place)
        return page.of(rows, lambda row: (row.published_at, row.project_id), summary_of)
    if query.sort == "new":
        return await page_of(deps, query, "projects?sort=new", tag=query.tag, tool=query.tool)
    if query.sort == "hot":
        return await _hot(deps, query)
    return await _top(deps, query)


async def _hot(deps: Deps, query: ProjectQuery) -> Page[ProjectSummary]:
    scope = f"projects?sort=hot&tag={query.tag}&tool={query.tool}&license={query.license}"
    page = deps.cursors.page(query, scope, _HOTTEST)
    if query.tag is not None and query.tool is not None:
        rows = await list_hot_crossing(deps.db, query.tag, query.tool, *page.place)
    else:
        rows = await list_hot(deps.db, _topic_of(query), *page.place)
    return page.of(rows, lambda row: (row.hot, row.project_id), summary_of)


async def _top(deps: Deps, query: ProjectQuery) -> Page[ProjectSummary]:
    window = query.window or "all"
    scope = f"projects?sort=top&window={window}&tag={query.tag}&tool={query.tool}&license={query.license}"
    page = deps.cursors.page(query, scope, _MOST_STARRED)
    oldest, since = reach_of(window, deps.clock())
    place = (oldest, since, *page.place)
    if query.tag is not None and query.tool is not None:
        rows = await list_top_crossing(deps.db, query.tag, query.tool, *place)
    else:
        rows = await list_top(deps.db, _topic_of(query), *place)
    return page.of(rows, lambda row: (row.stars, row.project_id), summary_of)


def _topic_of(query: ProjectQuery) -> str:
    if query.license is not None:
        return f"license:{query.license}"
    if query.tag is not None:
        return f"tag:{query.tag}"
    return "all" if query.tool is None else f"tool:{query.tool}"


async def _explained(deps: Deps, page: Page[ProjectSummary]) -> Page[Any]:
    """Add the scores to a page with one more statement."""
    scores = {row.project_id: row for row in await list_scores(deps.db, [item.project_id for item in page.data])}
    return Page(
        [
            _explained_of(item, score=score_of(scores[item.project_id]))
            for item in page.data
            if item.project_id in scores  # a purge can delete a project between the two statements
        ],
        page.next_cursor,
    )


_explained_of: Final = mapper(ProjectSummary, ExplainedProject, score=GIVEN)
score_of: Final = mapper(
    ScoreRow,
    Score,
    marks_term=lambda row: marks_term(row.stars, row.forks, row.commenters),
    age_term=lambda row: age_term(row.published_at),
    formula=lambda row: FORMULA,
)
