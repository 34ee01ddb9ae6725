"""Test that the demo data follows the API's rules and has varied texts."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import attrs
import pytest

from service.dev.demo import data
from service.dev.demo.accounts import DEMO_ACCOUNTS, DEMO_PASSWORD
from service.dev.demo.data import DemoLink, DemoMaker, DemoProject, read_makers
from service.features.accounts.identity.domain import email_of, handle_of, name_of, url_of
from service.features.projects.projects.domain import line_of, title_of
from service.features.projects.projects.schemas import NewProject
from service.http.schema.wire import reader
from service.security.passwords import check_strength

MAKERS = read_makers()
PROJECTS = [(maker, project) for maker in MAKERS for project in maker.projects]

a_maker = pytest.mark.parametrize("maker", MAKERS, ids=[maker.handle for maker in MAKERS])
a_project = pytest.mark.parametrize(
    ("maker", "project"), PROJECTS, ids=[f"{maker.handle}/{project.slug}" for maker, project in PROJECTS]
)


def test_the_number_of_makers_and_projects_is_as_documented() -> None:
    assert (len(MAKERS), len(PROJECTS)) == (25, 61)
    assert [maker.handle for maker in MAKERS if maker.role == "admin"] == ["saskia-keizer"]


def test_most_projects_are_visible_and_every_state_occurs() -> None:
    seen = Counter((project.visibility, project.status) for _, project in PROJECTS)
    assert seen["public", "published"] >= 45
    assert {visibility for visibility, _ in seen} == {"public", "unlisted", "private"}
    assert {status for _, status in seen} == {"draft", "published", "archived"}


def test_the_projects_spread_over_nine_months() -> None:
    months = Counter(int(project.days_ago // 30) for _, project in PROJECTS)
    assert set(months) == set(range(9))
    assert min(months.values()) >= 3


@a_maker
def test_each_maker_follows_the_rules_of_registration(maker: DemoMaker) -> None:
    assert handle_of(maker.handle) == maker.handle
    assert email_of(maker.email) == maker.email
    assert maker.email.endswith("@example.org")
    assert name_of(maker.display_name) == maker.display_name
    assert check_strength(DEMO_PASSWORD, handle=maker.handle, email=maker.email) is None
    check_links(maker.links)


def test_no_two_makers_share_a_handle_or_an_address() -> None:
    assert len({maker.handle for maker in MAKERS}) == len({maker.email for maker in MAKERS}) == len(MAKERS)


@a_project
def test_each_project_follows_the_rules_of_publishing(maker: DemoMaker, project: DemoProject) -> None:
    read_as_request(project)
    assert title_of(project.title) == project.title
    assert line_of(project.tagline) == project.tagline
    assert project.days_ago < maker.joined_days_ago
    assert 120 <= len(project.body.split()) <= 350
    for text in (project.title, project.tagline, project.body.strip()):
        assert text == text.strip()
        assert text.replace("\n", "").isprintable()
    check_links(project.links)


def test_no_maker_uses_a_slug_twice() -> None:
    twice = [name for name, count in Counter((m.handle, p.slug) for m, p in PROJECTS).items() if count > 1]
    assert twice == []


def test_no_sentence_is_repeated() -> None:
    sentences = Counter(sentence for _, project in PROJECTS for sentence in sentences_of(project))
    assert len(sentences) > 500
    assert [sentence for sentence, count in sentences.items() if count > 1] == []


def test_no_phrase_is_shared_by_two_projects() -> None:
    turns: Counter[tuple[str, ...]] = Counter()
    for _, project in PROJECTS:
        words = re.findall(r"\w+", project.body.casefold())
        turns.update({tuple(words[at : at + 7]) for at in range(len(words) - 6)})
    assert [" ".join(turn) for turn, count in turns.items() if count > 1] == []


def test_the_printed_accounts_exist() -> None:
    roles = {maker.email: maker.role for maker in MAKERS}
    assert [roles[account.email] for account in DEMO_ACCOUNTS] == ["admin", "maker", "maker"]
    assert all(DEMO_PASSWORD in str(account) and account.email in str(account) for account in DEMO_ACCOUNTS)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('role = "maker"', 'role = "owner"', "/role"),
        ("joined_days_ago = 21.3", 'joined_days_ago = "21"', "/joined_days_ago"),
        ('slug = "late-train-ledger"', 'slugg = "late-train-ledger"', "/projects/0/slug"),
        ('handle = "emre-late-again"', 'handle = "somebody-else"', "contains the maker"),
        ('role = "maker"', "role = maker", "emre-late-again.toml"),
    ],
)
def test_an_error_in_a_file_is_reported(
    before: str, after: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (data.DIRECTORY / "emre-late-again.toml").read_text()
    assert before in text
    (tmp_path / "emre-late-again.toml").write_text(text.replace(before, after, 1))
    monkeypatch.setattr(data, "DIRECTORY", tmp_path)
    with pytest.raises(ValueError, match=re.escape(says)) as caught:
        read_makers()
    assert "emre-late-again.toml" in str(caught.value)


def read_as_request(project: DemoProject) -> NewProject:
    sent = attrs.asdict(project)
    return reader(NewProject)({name: sent[name] for name in attrs.fields_dict(NewProject) if name in sent})


def sentences_of(project: DemoProject) -> list[str]:
    """Return the sentences of 40 characters or more."""
    parts = re.split(r"(?<=[.!?:])\s+|\n+", f"{project.tagline}\n{project.body}")
    return [part.strip(" *_->|").casefold() for part in parts if len(part.strip()) >= 40]


def check_links(links: list[DemoLink]) -> None:
    for link in links:
        host = urlsplit(url_of(link.url)).hostname or ""
        # RFC 2606 §3 reserves these names.
        assert re.fullmatch(r"([a-z0-9-]+\.)?example\.(org|com)", host), link.url
