"""Test that the demo makers' activity follows the API's rules, in a possible order of events."""

import re
from collections import Counter
from pathlib import Path

import attrs
import pytest

from service.dev.demo import community, threads
from service.dev.demo.accounts import DEMO_ACCOUNTS
from service.dev.demo.community import DemoFollows, read_community
from service.dev.demo.data import read_makers
from service.dev.demo.recipes import read_workflows
from service.dev.demo.threads import DemoComment, read_threads
from service.features.community.discussion.domain import body_of, mentions
from service.features.community.discussion.schemas import NewComment
from service.features.projects.projects.domain import line_of
from service.http.schema.wire import reader

MAKERS = {maker.handle: maker for maker in read_makers()}
PROJECTS = {f"{maker.handle}/{project.slug}": project for maker in MAKERS.values() for project in maker.projects}
WORKFLOWS = {workflow.place: workflow for workflow in read_workflows()}
LIVES = read_community()
COMMENTS = read_threads()
STARS = [(handle, place, days) for handle, life in LIVES.items() for place, days in life.stars.items()]
REPORTS = [(handle, report) for handle, life in LIVES.items() for report in life.reports]

a_comment = pytest.mark.parametrize(
    "comment", COMMENTS, ids=[f"{comment.project}-{number}" for number, comment in enumerate(COMMENTS)]
)
a_life = pytest.mark.parametrize("handle", LIVES)


def is_open(place: str) -> bool:
    """Return whether everyone may read the project."""
    return PROJECTS[place].visibility != "private" and PROJECTS[place].status != "draft"


def findable_since(handle: str, place: str) -> float:
    """Return how many days ago a maker could first find a project."""
    return min(MAKERS[handle].joined_days_ago, PROJECTS[place].days_ago)


def test_every_demo_maker_is_active() -> None:
    assert set(LIVES) == set(MAKERS)
    assert all(life.stars for life in LIVES.values())


def test_stars_are_skewed_and_more_frequent_lately() -> None:
    """Stars are skewed over the projects, and the last week has the most, so that something is trending."""
    counts = Counter(place for _, place, _ in STARS)
    assert 400 <= len(STARS) <= 700
    assert max(counts.values()) >= 18
    assert sorted(counts.values())[len(counts) // 2] <= 10
    weeks = Counter(int(days // 7) for _, _, days in STARS)
    assert weeks[0] == max(weeks.values())
    assert len(weeks) >= 12


@a_life
def test_makers_star_and_follow_only_existing_things(handle: str) -> None:
    life, joined = LIVES[handle], MAKERS[handle].joined_days_ago
    for place, days in [*life.stars.items(), *life.follows.projects.items()]:
        assert is_open(place), place
        assert not place.startswith(f"{handle}/"), place
        assert days < findable_since(handle, place), place
    for followed, days in life.follows.makers.items():
        assert followed != handle
        assert days < min(joined, MAKERS[followed].joined_days_ago), followed
    for topic, days in [*life.follows.tags.items(), *life.follows.tools.items()]:
        assert days < joined, topic


def test_the_printed_accounts_follow_something_of_each_kind() -> None:
    for account in DEMO_ACCOUNTS:
        handle = next(maker.handle for maker in MAKERS.values() if maker.email == account.email)
        follows = LIVES[handle].follows
        assert all(getattr(follows, each.name) for each in attrs.fields(DemoFollows)), handle


def test_collections_contain_only_existing_projects_and_versions() -> None:
    collections = [(handle, each) for handle, life in LIVES.items() for each in life.collections]
    assert len(collections) >= 10
    assert len({(handle, each.slug) for handle, each in collections}) == len(collections)
    assert sum(item.pinned is not None for _, each in collections for item in each.items) >= 8
    for handle, each in collections:
        assert line_of(each.title) == each.title
        assert len({item.project for item in each.items}) == len(each.items) >= 2
        for item in each.items:
            assert is_open(item.project), (handle, item.project)
            if item.pinned:
                workflow, _, number = item.pinned.partition("@")
                version = WORKFLOWS[f"{item.project}/{workflow}"].versions[int(number) - 1]
                assert each.days_ago < version.days_ago, (each.slug, item.pinned)


def test_there_are_enough_comments() -> None:
    assert len(COMMENTS) >= 120
    assert len({comment.project for comment in COMMENTS}) >= 35
    assert max(comment.remark.level for comment in COMMENTS) >= 4
    assert {comment.remark.by for comment in COMMENTS} == set(MAKERS)
    assert sum(bool(comment.remark.down) for comment in COMMENTS) >= 2
    assert any(mentions(comment.body) for comment in COMMENTS)


@a_comment
def test_each_comment_follows_the_rules_of_the_api(comment: DemoComment) -> None:
    remark = comment.remark
    assert body_of(reader(NewComment)({"body": comment.body}).body) == comment.body == comment.body.strip()
    assert is_open(comment.project)
    assert remark.days_ago < findable_since(remark.by, comment.project)
    assert comment.parent is None or remark.days_ago < comment.parent.remark.days_ago
    assert set(mentions(comment.body)) <= set(MAKERS)
    voters = [*remark.up, *remark.down]
    assert set(voters) <= set(MAKERS)
    assert len(set(voters)) == len(voters)
    assert remark.by not in voters


@pytest.mark.parametrize("comment", [comment for comment in COMMENTS if comment.remark.on], ids=lambda c: c.remark.on)
def test_a_comment_on_a_step_names_an_existing_step(comment: DemoComment) -> None:
    assert comment.parent is None
    found = re.fullmatch(r"(.+)@(\d+)/(.+)", comment.remark.on or "")
    assert found is not None
    version = WORKFLOWS[f"{comment.project}/{found[1]}"].versions[int(found[2]) - 1]
    assert found[3] in {step.key for step in version.content.steps}
    assert comment.remark.days_ago < version.days_ago


def test_a_deleted_comment_has_earlier_replies() -> None:
    deleted = [comment for comment in COMMENTS if comment.remark.deleted_days_ago is not None]
    assert deleted
    for comment in deleted:
        replies = [each.remark.days_ago for each in COMMENTS if each.parent is comment]
        assert replies
        assert comment.remark.deleted_days_ago is not None
        assert comment.remark.deleted_days_ago < min(replies)


def test_no_maker_repeats_a_comment() -> None:
    bodies = Counter(comment.body for comment in COMMENTS)
    assert [body for body, count in bodies.items() if count > 1] == []


def test_comments_contain_no_external_links_or_addresses() -> None:
    texts = [comment.body for comment in COMMENTS]
    texts += [item.note for life in LIVES.values() for each in life.collections for item in each.items]
    for text in texts:
        assert re.search(r"https?:|www\.|\w@\w+\.\w|\+?\d[\d ]{8,}\d", text) is None, text


def test_one_report_is_open_and_the_others_led_to_removals() -> None:
    assert [report.removal is None for _, report in REPORTS].count(True) == 1
    for handle, report in REPORTS:
        if report.project is not None:
            assert report.days_ago < findable_since(handle, report.project)
        else:
            (comment,) = [each for each in COMMENTS if each.remark.key == report.comment]
            assert report.days_ago < comment.remark.days_ago
            assert comment.remark.by != handle
        if report.removal is not None:
            assert MAKERS[report.removal.by].role == "admin"
            assert report.removal.days_ago < report.days_ago


@pytest.mark.parametrize(
    ("module", "before", "after", "says"),
    [
        (community, "looked_days_ago = ", "looked = ", "/looked"),
        (community, "[stars]", "[star]", "/star"),
        (threads, 'by = "tomas-lindqvist"', 'by = "to"', "/threads/0/comments/0/by"),
        (threads, "[[threads.comments]]\n", "[[threads.comments]]\nlevel = 3\n", "has no parent"),
    ],
)
def test_an_error_in_a_file_is_reported(
    module: object, before: str, after: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory: Path = vars(module)["DIRECTORY"]
    text = (directory / "emre-late-again.toml").read_text()
    assert before in text
    (tmp_path / "emre-late-again.toml").write_text(text.replace(before, after, 1))
    monkeypatch.setattr(module, "DIRECTORY", tmp_path)
    with pytest.raises(ValueError, match=re.escape(says)) as caught:
        read_community() if module is community else read_threads()
    assert "emre-late-again" in str(caught.value)
