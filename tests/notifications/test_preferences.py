"""Test notification preferences."""

import asyncio

from tests.api import ApiClient, Reply, RunningService
from tests.notifications.actions import KINDS, mention, notifications_of, set_preferences, star


async def put(client: ApiClient, if_match: str | None, **body: object) -> Reply:
    headers = {} if if_match is None else {"If-Match": if_match}
    whole = {"site": KINDS, "mail": KINDS, "digest": "off", **body}
    return await client.put("/notifications/preferences", whole, headers=headers)


async def test_default_preferences(ada: ApiClient) -> None:
    found = (await ada.get("/notifications/preferences")).expect(200)
    assert found.json == {"site": KINDS, "mail": KINDS, "digest": "off", "version": 1}
    assert found.headers["ETag"].startswith('"1-')


async def test_makers_have_separate_preferences(ada: ApiClient, bob: ApiClient) -> None:
    changed = (await put(ada, "*", site=["star"], mail=[], digest="daily")).expect(200)
    assert changed.json == {"site": ["star"], "mail": [], "digest": "daily", "version": 2}
    assert (await ada.get("/notifications/preferences")).json == changed.json
    assert (await bob.get("/notifications/preferences")).json["site"] == KINDS


async def test_a_stale_edit_is_rejected(ada: ApiClient) -> None:
    (await put(ada, None)).expect(428)
    tag = (await ada.get("/notifications/preferences")).headers["ETag"]
    replies = await asyncio.gather(*(put(ada, tag, site=[kind], mail=[]) for kind in KINDS[:4]))
    assert sorted(reply.status for reply in replies) == [200, 412, 412, 412]
    (winner,) = [reply for reply in replies if reply.status == 200]
    assert (await ada.get("/notifications/preferences")).json == winner.json


async def test_mail_kinds_must_be_enabled_on_the_site(ada: ApiClient) -> None:
    refused = (await put(ada, "*", site=["star"], mail=["star", "follow"])).expect(422)
    assert refused.pointers == {"/mail/1": "not_on_site"}
    for body in ({"site": ["stars"]}, {"digest": "hourly"}, {"site": ["star", "star"]}, {"more": 1}, {"digest": None}):
        (await put(ada, "*", **body)).expect(422)


async def test_a_disabled_kind_is_not_delivered_until_enabled_again(
    service: RunningService, ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str
) -> None:
    db = service.context.db
    await set_preferences(ada, without=["star"])
    await star(db, "cleo", coach)
    await mention(db, "cleo", ["ada", "bob"], coach)
    assert [each["kind"] for each in await notifications_of(ada)] == ["mention"]
    assert [each["kind"] for each in await notifications_of(bob)] == ["mention"]
    await set_preferences(ada)
    await star(db, "bob", coach)
    assert [each["kind"] for each in await notifications_of(ada)] == ["star", "mention"]
