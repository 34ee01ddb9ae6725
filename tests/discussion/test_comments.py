"""Test comments: create, reply, edit and delete, permissions, and tombstones."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.api import ApiClient, RunningService
from tests.discussion.actions import (
    bodies,
    comment,
    commented,
    counters,
    edit,
    flat,
    id_of,
    listed,
    one,
    remove,
    replied,
    reply,
    vote,
)
from tests.members.actions import join


async def test_a_comment_and_its_replies(service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str) -> None:
    made = (await comment(cleo, coach, "Does it *stream*?")).expect(201).json
    assert (made["author"]["handle"], made["depth"], made["version"]) == ("cleo", 1, 1)
    assert made["thread"] == []
    assert made["next_cursor"] is None
    assert made["parent_id"] is None
    path = f"/comments/{made['comment_id']}"
    replied_json = (await reply(ada, coach, path, "It does.")).expect(201).json
    assert (replied_json["parent_id"], replied_json["depth"]) == (made["comment_id"], 2)
    (top,) = await listed(service.client(), coach)
    assert (top["body"], top["replies"], bodies(top["thread"])) == ("Does it *stream*?", 1, ["It does."])
    placed = await one(service.client(), path)
    assert placed["project"] | {"project_id": ""} == {
        "project_id": "",
        "handle": "ada",
        "slug": "coach",
        "title": "Coach",
    }
    assert bodies(placed["thread"]) == ["It does."]
    assert await counters(service, coach) == (2, 2)
    assert (await ada.get(coach)).json["comments"] == 2


async def test_post_returns_the_same_comment_as_get(ada: ApiClient, cleo: ApiClient, coach: str) -> None:
    """POST builds the response without reading the new row."""
    path = await commented(cleo, coach)
    for made in (
        await comment(cleo, coach, "See @ada, @nobody-here and @bob"),
        await reply(ada, coach, path, "Hi @cleo"),
    ):
        said = made.expect(201).json
        read = await one(cleo, f"/comments/{said['comment_id']}")
        assert said == {name: value for name, value in read.items() if name != "project"}


async def test_threads_have_at_most_eight_levels(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    path, parents = await commented(cleo, coach, "1"), []
    for level in range(2, 9):
        parents.append(path)
        path = await replied((ada, cleo)[level % 2], coach, path, str(level))
    beside = (await reply(ada, coach, path, "9")).expect(201).json
    assert (beside["depth"], beside["parent_id"]) == (8, id_of(parents[-1]))
    shown = flat(await listed(ada, coach))
    assert sorted(each["depth"] for each in shown) == [1, 2, 3, 4, 5, 6, 7, 8, 8]


async def test_the_body_is_validated(cleo: ApiClient, coach: str) -> None:
    assert (await comment(cleo, coach, "")).expect(422).pointers == {"/body": "too_short"}
    assert (await comment(cleo, coach, " \n\u200b")).expect(422).pointers == {"/body": "too_short"}
    assert (await comment(cleo, coach, "x" * 10_001)).expect(422).pointers == {"/body": "too_long"}
    (await comment(cleo, coach, "😀" * 10_000)).expect(201)
    assert (await comment(cleo, coach, "a", colour="red")).expect(422).pointers == {"/colour": "unknown_field"}
    (await cleo.post(f"{coach}/comments", data=b'{"body": "' + b"x" * 65_536 + b'"}')).expect(413)


async def test_a_duplicate_within_a_minute_is_rejected(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    path = await commented(cleo, coach, "Nice!")
    (await comment(cleo, coach, "Nice!")).expect(409, "duplicate_comment")
    await commented(ada, coach, "Nice!")
    await commented(cleo, tutor, "Nice!")
    await replied(cleo, coach, path, "Nice!")
    service.clock.move(timedelta(seconds=61))
    await commented(cleo, coach, "Nice!")


async def test_a_repeat_with_an_idempotency_key_creates_one_comment(
    service: RunningService, cleo: ApiClient, coach: str
) -> None:
    first, second = [
        (await cleo.post(f"{coach}/comments", {"body": "Once."}, headers={"Idempotency-Key": "k1"})).expect(201)
        for _ in range(2)
    ]
    assert first.json == second.json
    assert await counters(service, coach) == (1, 1)


async def test_a_reply_needs_an_existing_parent(
    ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    elsewhere = await commented(bob, tutor)
    for gone in (elsewhere, f"/comments/{uuid4()}"):
        assert (await reply(cleo, coach, gone)).expect(409, "parent_gone").pointers == {"/parent_id": "parent_gone"}
    path = await commented(cleo, coach)
    (await cleo.delete(path)).expect(204)
    (await reply(ada, coach, path)).expect(409, "parent_gone")
    await replied(bob, tutor, elsewhere)
    assert bodies(flat(await listed(cleo, coach))) == []


async def test_only_the_author_edits_a_comment(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    path = await commented(cleo, coach, "Frist!")
    (await edit(ada, path, "Mine now")).expect(403, "not_yours")
    (await edit(service.client(), path, "Nobody's")).expect(401)
    (await cleo.patch(path, {"body": "First!"})).expect(428)
    tag = (await cleo.get(path)).headers["ETag"]
    changed = (await edit(cleo, path, "First!", if_match=tag)).expect(200).json
    assert (changed["body"], changed["version"]) == ("First!", 2)
    assert changed["edited_at"] is not None
    (await edit(cleo, path, "Fist!", if_match=tag)).expect(412, "stale")
    same = (await edit(cleo, path, "First!")).expect(200).json
    assert same["version"] == 2, "an unchanged body is not an edit"
    assert (await edit(cleo, path, " ")).expect(422).pointers == {"/body": "too_short"}


async def test_a_vote_does_not_make_an_edit_stale(ada: ApiClient, cleo: ApiClient, coach: str) -> None:
    path = await commented(cleo, coach, "Frist!")
    tag = (await cleo.get(path)).headers["ETag"]
    (await vote(ada, path, 1)).expect(204)
    assert (await cleo.get(path, headers={"If-None-Match": tag})).status == 200
    (await edit(cleo, path, "First!", if_match=tag)).expect(200)


async def test_a_comment_without_replies_is_deleted(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    path = await commented(cleo, coach)
    (await ada.delete(path)).expect(403, "not_yours")
    (await cleo.delete(path)).expect(204)
    for again in (cleo.delete(path), edit(cleo, path, "Back"), cleo.get(path), vote(ada, path, 1)):
        (await again).expect(404)
    assert await listed(ada, coach) == []
    assert await counters(service, coach) == (0, 0)


async def test_a_comment_with_replies_becomes_a_tombstone(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    top = await commented(cleo, coach, "Hi @ada")
    middle = await replied(ada, coach, top, "Hi")
    last = await replied(cleo, coach, middle, "Bye")
    for path, client in ((top, cleo), (middle, ada)):
        (await client.delete(path)).expect(204)
        (await client.delete(path)).expect(404)
        (await edit(client, path, "Back")).expect(404)
        (await vote(ada, path, 1)).expect(404)
        (await reply(ada, coach, path)).expect(409, "parent_gone")
    shown = flat(await listed(service.client(), coach))
    assert [(each["body"], each["author"] and each["author"]["handle"], each["deleted"]) for each in shown] == [
        (None, None, True),
        (None, None, True),
        ("Bye", "cleo", False),
    ]
    assert shown[0]["mentions"] == []
    assert (await one(ada, top))["deleted"]
    assert await service.context.db.fetchval("select count(body) from comment") == 1, "the bodies are deleted"
    assert await counters(service, coach) == (1, 1)
    (await cleo.delete(last)).expect(204)
    assert await listed(ada, coach) == []
    (await ada.get(top)).expect(404)
    assert await counters(service, coach) == (0, 0)
    assert await service.context.db.fetchval("select count(*) from comment") == 0


async def test_a_tombstone_stays_while_it_has_replies(ada: ApiClient, cleo: ApiClient, coach: str) -> None:
    top = await commented(cleo, coach)
    one_reply, other = await replied(ada, coach, top, "a"), await replied(ada, coach, top, "b")
    (await cleo.delete(top)).expect(204)
    (await ada.delete(one_reply)).expect(204)
    assert (await one(ada, top))["replies"] == 1
    (await ada.delete(other)).expect(204)
    (await ada.get(top)).expect(404)


async def test_a_removed_comment_is_hidden_and_cannot_be_changed(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:

    path = await commented(cleo, coach, "Buy now")
    assert await remove(service, path)
    (shown,) = await listed(cleo, coach)
    assert (shown["body"], shown["author"], shown["removed"], shown["deleted"]) == (None, None, True, False)
    assert await counters(service, coach) == (0, 0)
    for refused in (cleo.delete(path), edit(cleo, path, "Sorry"), vote(ada, path, 1)):
        (await refused).expect(409, "removed")
    (await reply(ada, coach, path)).expect(409, "parent_gone")
    assert await remove(service, path, removed=False)
    assert bodies(await listed(cleo, coach)) == ["Buy now"]
    assert await counters(service, coach) == (1, 1)
    await replied(ada, coach, path)
    (await cleo.delete(path)).expect(204)
    assert not await remove(service, path), "the author had already deleted the comment"


@pytest.mark.parametrize("visibility", ["private", "unlisted"])
async def test_everyone_who_sees_a_project_may_comment(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, visibility: str
) -> None:
    project = await ada.draft("Secret", visibility=visibility)
    await join(service, ada, project, bob, "viewer")
    path = await commented(bob, project, "Looks good")
    for client in (cleo, service.client()):
        (await client.get(f"{project}/comments")).expect(404)
        (await client.get(path)).expect(404)
        (await client.get(f"{path}/replies")).expect(404)
    for refused in (
        comment(cleo, project),
        vote(cleo, path, 1),
        cleo.delete(f"{path}/vote"),
        edit(cleo, path, "x"),
        cleo.delete(path),
        cleo.get(f"{project}/comments/votes"),
    ):
        (await refused).expect(404)
    (await ada.post(f"{project}/publish")).expect(200)
    (await cleo.get(path)).expect(404 if visibility == "private" else 200)
    (await comment(cleo, project)).expect(404 if visibility == "private" else 201)
    (await vote(ada, path, 1)).expect(204)


async def test_archived_projects_accept_comments_and_removed_ones_do_not(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    path = await commented(cleo, coach, "Still here?")
    (await ada.post(f"{coach}/archive")).expect(200)
    own = await replied(ada, coach, path, "Yes.")
    (await edit(ada, own, "Yes!")).expect(200)
    (await vote(cleo, own, 1)).expect(204)
    await service.context.db.execute("update project set status = 'removed'")
    (await comment(cleo, coach)).expect(404)
    (await cleo.get(path)).expect(404)
    (await comment(ada, coach)).expect(409, "removed")
    (await edit(ada, own, "No.")).expect(409, "removed")
    (await vote(ada, path, 1)).expect(409, "removed")
    assert len(await listed(ada, coach)) == 1
    await service.context.db.execute("update project set status = 'published', deleted_at = now()")
    (await ada.get(path)).expect(404)
    (await comment(ada, coach)).expect(404)


async def test_a_former_path_redirects(ada: ApiClient, cleo: ApiClient, coach: str) -> None:
    (await ada.edit(coach, slug="trainer")).expect(200)
    for method, more in (("GET", "?sort=new"), ("POST", ""), ("GET", "/votes")):
        moved = await cleo.request(method, f"{coach}/comments{more}", {"body": "x"} if method == "POST" else None)
        moved.expect(308, "moved")
        rest = f"/comments{more}"
        assert moved.headers["Location"] == f"/api/v1/projects/ada/trainer{rest}"


async def test_comments_of_a_deleted_maker_stay_without_author(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    top = await commented(ada, coach, "Hello")
    path = await replied(cleo, coach, top, "I was here")
    (await vote(cleo, top, 1)).expect(204)
    (await cleo.delete_me()).expect(204)
    shown = await one(ada, path)
    assert (shown["body"], shown["author"], shown["deleted"], shown["removed"]) == ("I was here", None, False, False)
    assert (await one(ada, top))["ups"] == 1, "the vote is kept without its maker"
    await replied(ada, coach, path, "They were")
    assert await counters(service, coach) == (3, 2)


async def test_purging_a_project_deletes_its_comments(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str, tutor: str
) -> None:
    path = await commented(cleo, coach)
    await replied(ada, coach, path)
    (await vote(ada, path, -1)).expect(204)
    kept = await commented(cleo, tutor)
    await service.context.db.execute("delete from project where slug = 'coach'")
    assert await service.context.db.fetchval("select count(*) from comment") == 1
    assert await service.context.db.fetchval("select count(*) from comment_vote") == 0
    assert (await one(cleo, kept))["project"]["slug"] == "tutor"
    assert await counters(service, tutor) == (1, 1)
