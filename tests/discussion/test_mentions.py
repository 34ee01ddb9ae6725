"""Test mentions in comments and the notifications for them."""

from hypothesis import given
from hypothesis import strategies as st

from service.core.ids import new_id
from service.features.community.discussion.domain import MENTIONS, concerned, mentions
from tests.api import ApiClient, RunningService
from tests.discussion.actions import commented, edit, one, pending_notifications, replied
from tests.members.actions import join

HANDLES = st.from_regex(r"[a-z0-9](-?[a-z0-9]){2,13}", fullmatch=True)
WORDS = st.text(st.characters(exclude_characters="`~@\\", exclude_categories=["C", "Zl", "Zp"]), max_size=20)


def test_mentions_are_found_outside_code_links_and_addresses() -> None:
    for text, found in {
        "@ada": ["ada"],
        "Hi @Ada, and @ada again.": ["ada"],
        "(@ada-l) [@bob](https://x.org) **@cleo**": ["ada-l", "bob", "cleo"],
        "ada@example.org": [],
        "https://example.org/@ada and x/@ada": [],
        "@ada@example.social": [],
        "@ad": [],
        "@" + "a" * 31: [],
        "@ada_b @ada-b_": [],
        "@ada- @-ada @@ada": ["ada"],
        "\\@ada": [],
        "é@ada, @adaé": [],
        "`@ada` ``@bob ` @bob`` @cleo": ["cleo"],
        "`@ada": ["ada"],
        "\\`@ada\\`": ["ada"],
        "`a\\` @ada `b`": ["ada"],
        "`a\n@ada` @bob": ["bob"],
        "`a\n\n@ada`": ["ada"],
        "```\n@ada\n```\n@bob": ["bob"],
        "```py\n@ada\n``\n@bob": [],
        "~~~\n@ada\n```\n@bob\n~~~~\n@cleo": ["cleo"],
        "> ```\n> @ada\n> ```\n> @bob": ["bob"],
        "- ```\n  @ada\n  ```\n- @bob": ["bob"],
        "``` not `a` fence\n@ada": ["ada"],
        "Try:\n\n    @ada\n\n@bob": ["bob"],
        "\t@ada": [],
        "a paragraph\n    @ada goes on": ["ada"],
        "- a list\n\n    @ada in it\n\nand after\n\n    @bob": ["ada"],
        "1. one\n   @ada": ["ada"],
    }.items():
        assert mentions(text) == found, text


@given(st.lists(st.tuples(WORDS, HANDLES), max_size=15))
def test_each_mention_is_found_once_and_in_order(parts: list[tuple[str, str]]) -> None:
    text = "x " + " ".join(f"{word.replace(chr(9), ' ')} @{handle}" for word, handle in parts)
    wanted = list(dict.fromkeys(handle for _, handle in parts))[:MENTIONS]
    assert mentions(text) == wanted


@given(HANDLES, st.integers(1, 6), st.text(st.sampled_from("`~ ab\n@>-\\"), max_size=60))
def test_code_spans_contain_no_mentions(handle: str, ticks: int, around: str) -> None:
    mark = "`" * ticks
    span = f"{mark} @{handle} {mark}"
    assert mentions(span) == []
    assert handle not in mentions(f"before {span} after")
    assert mentions(f"{around}\n\n```\n{span}\n```")[:1] != [handle] or "```" in around or "~~~" in around


@given(st.text(max_size=400) | st.text(st.sampled_from("@ab-_`~\n >\\1.\t"), max_size=400))
def test_any_text_is_parsed(text: str) -> None:
    found = mentions(text)
    assert len(found) == len(set(found)) <= MENTIONS
    assert all(f"@{handle}" in text.lower() and 3 <= len(handle) <= 30 for handle in found)


def test_parsing_takes_linear_time() -> None:
    """A backtracking parser would take minutes for these texts."""
    for text in ("`" * 10_000, "` `` " * 2_000, "@a-" * 3_333, "\\" * 9_999 + "`", "> " * 5_000, "- " * 5_000):
        assert mentions(text) == []
    assert mentions(" ".join(f"{'`' * n} @ada" for n in range(1, 130))) == ["ada"]


def test_each_recipient_is_notified_for_one_reason() -> None:
    author, owner, editor, answered, called = (new_id() for _ in range(5))
    assert concerned(author, [called], answered, [owner, editor]) == ([called], [answered], [owner, editor])
    assert concerned(author, [called, answered, owner], answered, [owner]) == ([called, answered, owner], [], [])
    assert concerned(author, [author], author, [author, editor]) == ([], [], [editor])
    assert concerned(author, [called, called], None, []) == ([called], [], [])
    assert concerned(author, [], owner, [owner]) == ([], [owner], [])


async def test_each_recipient_is_notified_once(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    await join(service, ada, coach, bob)
    dora = await service.maker("dora", address="192.0.2.9")
    await pending_notifications(service)
    top = await commented(cleo, coach, "Hello")
    assert await pending_notifications(service) == {("comment", "ada"): 1, ("comment", "bob"): 1}
    path = await replied(dora, coach, top, "Ask @bob, not @nobody-here or `@ada`")
    assert await pending_notifications(service) == {("mention", "bob"): 1, ("reply", "cleo"): 1, ("comment", "ada"): 1}
    assert (await one(cleo, path))["mentions"] == ["bob"]
    await replied(ada, coach, path, "@cleo @dora @ada")
    assert await pending_notifications(service) == {
        ("mention", "cleo"): 1,
        ("mention", "dora"): 1,
        ("comment", "bob"): 1,
    }
    await commented(ada, coach, "To myself")
    assert await pending_notifications(service) == {("comment", "bob"): 1}


async def test_an_edit_notifies_only_new_mentions(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    path = await commented(cleo, coach, "@ada?")
    await pending_notifications(service)
    changed = (await edit(cleo, path, "@ada, @bob, @cleo?")).expect(200).json
    assert changed["mentions"] == ["ada", "bob", "cleo"]
    assert await pending_notifications(service) == {("mention", "bob"): 1}
    (await edit(cleo, path, "Never mind")).expect(200)
    assert await pending_notifications(service) == {}
    assert (await one(ada, path))["mentions"] == []


async def test_a_rejected_comment_notifies_no_one(service: RunningService, cleo: ApiClient, coach: str) -> None:
    await commented(cleo, coach, "Hello")
    await pending_notifications(service)
    (await cleo.post(f"{coach}/comments", {"body": "Hello"})).expect(409)
    assert await pending_notifications(service) == {}
