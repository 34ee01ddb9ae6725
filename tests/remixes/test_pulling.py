"""Test pulling updates: merge laws, drafts, concurrent changes and permissions."""

import asyncio

from service.http.problem import MAX_BODY
from tests.api import ApiClient, RunningService
from tests.remixes.actions import changed, forked, head, merged, pull
from tests.versions.fixtures import CONTENT, STEPS, VARIABLES, numbered, with_template


async def test_a_pull_without_own_edits_equals_the_source(
    ada: ApiClient, bob: ApiClient, source: str, remix: str
) -> None:
    late = {
        "variables": [*reversed(VARIABLES), {"name": "tone", "type": "choice", "choices": ["dry", "warm"]}],
        "steps": [
            {
                "key": "begin",
                "kind": "manual",
                "title": "Begin",
                "template": "Find {{tone}} paper for {{topic}}, {{age}}",
            },
            STEPS[1] | {"template": "Write it.", "parameters": {"temperature": 0.5}, "tool": None},
        ],
    }
    (await bob.save_version(source, late)).expect(201)
    pulled = (await pull(ada, remix)).expect(201).json
    theirs = await head(bob, source)
    assert (pulled["saved"]["content"], pulled["saved"]["content_hash"]) == (theirs["content"], theirs["content_hash"])


async def test_a_pull_without_updates_changes_nothing(ada: ApiClient, remix: str) -> None:
    before = (await ada.get(remix)).json
    for mine in (None, changed(1, model="sonnet")):
        if mine is not None:
            (await ada.save_version(remix, mine)).expect(201)
            before = (await ada.get(remix)).json
        newest = await head(ada, remix)
        pulled = (await pull(ada, remix)).expect(200)
        assert pulled.json == {"saved": newest, "base_number": 1, "draft": "followed"}
        assert pulled.headers["Location"] == f"/api/v1{remix}/versions/{newest['number']}"
        assert (await ada.get(remix)).json == before


async def test_equal_changes_are_no_conflict(ada: ApiClient, bob: ApiClient, source: str, remix: str) -> None:
    same = changed(0, title="Begin")
    (await bob.save_version(source, same)).expect(201)
    mine = (await ada.save_version(remix, same)).expect(201).json
    pulled = (await pull(ada, remix)).expect(200).json
    assert (pulled["saved"], pulled["base_number"]) == (mine, 2)
    assert (await ada.get(f"{remix}/upstream")).json["base_number"] == 2


async def test_changes_to_different_fields_are_merged(ada: ApiClient, bob: ApiClient, source: str, remix: str) -> None:
    theirs, mine = changed(0, title="Begin"), merged(changed(0, model="opus"), changed(1, title="End"))
    (await bob.save_version(source, theirs)).expect(201)
    (await ada.save_version(remix, mine)).expect(201)
    saved = (await pull(ada, remix)).expect(201).json["saved"]
    wanted = (await ada.save_version(remix, merged(theirs, mine))).expect(200)
    assert saved == wanted.json


async def test_a_pull_is_merged_into_the_draft(ada: ApiClient, bob: ApiClient, source: str, remix: str) -> None:
    """Otherwise the next save of the draft would undo the pull."""
    draft = merged(changed(1, title="End", template="Half {{typed"), changed(0, title="Mine"))
    tag = (await ada.save_draft(remix, draft)).expect(200).headers["ETag"]
    (await bob.save_version(source, merged(changed(0, title="Theirs"), changed(0, model="opus")))).expect(201)
    pulled = (await pull(ada, remix)).expect(201).json
    assert pulled["draft"] == "merged"
    outline, write = pulled["saved"]["content"]["steps"]
    assert (outline["title"], outline["model"], write["title"]) == ("Theirs", "opus", "Write")
    now = (await ada.get(f"{remix}/draft")).json
    outline, write = now["content"]["steps"]
    assert (outline["title"], outline["model"]) == ("Mine", "opus")
    assert (write["title"], write["template"]) == ("End", "Half {{typed")
    assert now["changed"] is True
    # A tab with the old draft gets 412.
    (await ada.save_draft(remix, draft, if_match=tag)).expect(412, "stale")


async def test_a_pull_without_updates_keeps_the_draft(ada: ApiClient, remix: str) -> None:
    before = (await ada.save_draft(remix, changed(0, title="Mine"))).expect(200)
    assert (await pull(ada, remix)).expect(200).json["draft"] == "kept"
    assert (await ada.get(f"{remix}/draft")).headers["ETag"] == before.headers["ETag"]


async def test_a_new_source_version_between_the_calls_is_not_pulled(
    ada: ApiClient, bob: ApiClient, source: str, remix: str
) -> None:
    """The resolutions refer to version 2, so that version is pulled."""
    (await bob.save_version(source, changed(0, title="Theirs"))).expect(201)
    (await ada.save_version(remix, changed(0, title="Mine"))).expect(201)
    refused = (await pull(ada, remix)).expect(409, "pull_conflicts").json
    (await bob.save_version(source, changed(0, title="Theirs again"))).expect(201)
    resolutions = {"/steps/outline/title": {"take": "theirs"}}
    pulled = (await pull(ada, remix, to=refused["to"], onto=refused["onto"], resolutions=resolutions)).expect(201).json
    assert (pulled["saved"]["content"]["steps"][0]["title"], pulled["base_number"]) == ("Theirs", 2)
    assert (await ada.get(f"{remix}/upstream")).json["versions_behind"] == 1
    assert (await pull(ada, remix)).expect(201).json["saved"]["content"]["steps"][0]["title"] == "Theirs again"


async def test_a_new_own_version_between_the_calls_is_rejected(
    ada: ApiClient, bob: ApiClient, source: str, remix: str
) -> None:
    """The resolutions would overwrite an edit that the maker had not seen."""
    (await bob.save_version(source, changed(0, title="Theirs"))).expect(201)
    (await ada.save_version(remix, changed(0, title="Mine"))).expect(201)
    refused = (await pull(ada, remix)).expect(409, "pull_conflicts").json
    (await ada.save_version(remix, changed(0, title="Mine, and better"))).expect(201)
    resolutions = {"/steps/outline/title": {"take": "theirs"}}
    again = await pull(ada, remix, to=refused["to"], onto=refused["onto"], resolutions=resolutions)
    assert again.expect(409, "head_moved").pointers == {"/onto": "head_moved"}
    assert (await head(ada, remix))["content"]["steps"][0]["title"] == "Mine, and better"


async def test_invalid_resolutions_are_rejected(ada: ApiClient, bob: ApiClient, source: str, remix: str) -> None:
    (await bob.save_version(source, changed(0, title="Theirs"))).expect(201)
    (await ada.save_version(remix, changed(0, title="Mine"))).expect(201)
    title = {"/steps/outline/title": {"take": "ours"}}
    assert (await pull(ada, remix, resolutions=title)).expect(422).pointers == {"/to": "required", "/onto": "required"}
    other = await pull(ada, remix, to=2, onto=2, resolutions={**title, "/steps/write/title": {"take": "ours"}})
    assert other.expect(422).pointers == {"/resolutions/~1steps~1write~1title": "no_such_conflict"}
    unknown = await pull(ada, remix, to=2, onto=2, resolutions={"/steps/outline/title": {"take": "mine"}})
    assert set(unknown.expect(422).pointers.values()) == {"unknown_value"}
    value = {"/steps/outline/title": {"take": "value", "value": 7}}
    assert set((await pull(ada, remix, to=2, onto=2, resolutions=value)).expect(422).pointers) == {
        "/resolutions/~1steps~1outline~1title/value"
    }
    assert (await pull(ada, remix, to=3)).expect(422).pointers == {"/to": "unknown_version"}
    assert (await ada.post(f"{remix}/pull", {"from": 1})).expect(422).pointers == {"/from": "unknown_field"}
    assert (await ada.get(remix)).json["head_number"] == 2


async def test_an_older_version_counts_as_pulled(ada: ApiClient, bob: ApiClient, source: str, remix: str) -> None:
    for number in (1, 2, 3):
        (await bob.save_version(source, numbered(number))).expect(201)
    assert (await pull(ada, remix, to=3)).expect(201).json["base_number"] == 3
    for to in (1, 2, 3):
        again = (await pull(ada, remix, to=to)).expect(200).json
        assert (again["saved"]["number"], again["base_number"]) == (2, 3)
    assert (await ada.get(f"{remix}/upstream")).json["versions_behind"] == 1


async def test_a_pull_with_an_invalid_result_is_rejected(
    ada: ApiClient, bob: ApiClient, source: str, remix: str
) -> None:
    """The source dropped a variable that the remix uses in another step. Nothing is saved."""
    (await ada.save_version(remix, with_template("{{outline}} for {{age}}", step=1))).expect(201)
    ageless = {
        "variables": VARIABLES[:1],
        "steps": [STEPS[0] | {"template": "Outline a lesson on {{topic}}."}, STEPS[1]],
    }
    (await bob.save_version(source, ageless)).expect(201)
    refused = (await pull(ada, remix)).expect(422, "invalid_input")
    assert refused.pointers == {"/content/steps/1/template": "undeclared_name"}
    now = (await ada.get(f"{remix}/upstream")).json
    assert (now["head_number"], now["base_number"], now["versions_behind"]) == (2, 1, 1)


async def test_two_concurrent_pulls_create_one_version(ada: ApiClient, bob: ApiClient, source: str, remix: str) -> None:
    (await bob.save_version(source, changed(0, title="Theirs"))).expect(201)
    replies = await asyncio.gather(*(pull(ada, remix) for _ in range(10)))
    assert sorted(reply.status for reply in replies) == [200] * 9 + [201]
    assert {reply.json["saved"]["number"] for reply in replies} == {2}
    assert (await ada.get(remix)).json["head_number"] == 2


async def test_concurrent_pulls_and_saves(ada: ApiClient, bob: ApiClient, source: str, remix: str) -> None:
    """Version numbers have no gap, and each edit is kept or reported as a conflict."""
    (await bob.save_version(source, changed(0, title="Theirs"))).expect(201)
    saves = (ada.save_version(remix, changed(1, model=f"m{number}")) for number in range(10))
    replies = await asyncio.gather(pull(ada, remix), *saves)
    assert {reply.status for reply in replies} == {201}
    numbers = [replies[0].json["saved"]["number"], *(reply.json["number"] for reply in replies[1:])]
    assert sorted(numbers) == list(range(2, 13))


async def test_a_repeated_pull_gets_the_first_response(ada: ApiClient, bob: ApiClient, source: str, remix: str) -> None:
    (await bob.save_version(source, changed(0, title="Theirs"))).expect(201)
    first = (await pull(ada, remix, key="pull-1")).expect(201)
    again = (await pull(ada, remix, key="pull-1")).expect(201)
    assert (again.body, again.headers["Idempotency-Replayed"]) == (first.body, "true")
    (await pull(ada, remix, key="pull-1", to=2)).expect(422)


async def test_a_remix_of_a_remix_pulls_from_the_remix(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, remix: str
) -> None:
    cleo = await service.maker("cleo", address="192.0.2.9")
    await cleo.published("Reading coach")
    path = await forked(cleo, remix)
    (await bob.save_version(source, changed(0, title="Theirs"))).expect(201)
    assert (await cleo.get(f"{path}/upstream")).json["state"] == "up_to_date"
    (await pull(ada, remix)).expect(201)
    assert (await cleo.get(f"{path}/upstream")).json["versions_behind"] == 1
    assert (await pull(cleo, path)).expect(201).json["saved"]["changelog"] == "Pulled version 2."
    assert (await head(cleo, path))["content"] == (await head(bob, source))["content"]


async def test_only_editors_may_pull(
    service: RunningService, ada: ApiClient, bob: ApiClient, source: str, remix: str
) -> None:
    (await bob.save_version(source, changed(0, title="Theirs"))).expect(201)
    visitor = service.client()
    for nobody, status, code in ((bob, 403, "not_yours"), (visitor, 401, "unauthorized")):
        (await nobody.get(f"{remix}/upstream")).expect(status, code)
        (await pull(nobody, remix)).expect(status, code)
    (await ada.edit("/projects/ada/reading-coach", visibility="private")).expect(200)
    (await bob.get(f"{remix}/upstream")).expect(404)
    (await pull(bob, remix)).expect(404)
    (await ada.edit("/projects/ada/reading-coach", visibility="public")).expect(200)
    await _member(service, ada, bob, "viewer")
    (await bob.get(f"{remix}/upstream")).expect(403, "not_yours")
    (await pull(bob, remix)).expect(403, "not_yours")
    await _member(service, ada, bob, "editor")
    (await bob.get(f"{remix}/upstream")).expect(200)
    pulled = (await pull(bob, remix)).expect(201).json["saved"]
    assert pulled["author"]["handle"] == "bob"
    (await ada.post("/projects/ada/reading-coach/archive")).expect(200)
    (await pull(ada, remix)).expect(409, "archived")


async def test_a_workflow_without_a_source_cannot_pull(bob: ApiClient, source: str) -> None:
    (await bob.get(f"{source}/upstream")).expect(404)
    (await pull(bob, source)).expect(409, "no_upstream")


async def test_a_hidden_source_is_reported_as_gone(ada: ApiClient, bob: ApiClient, source: str, remix: str) -> None:
    (await bob.save_version(source, changed(0, title="Theirs"))).expect(201)
    (await bob.edit("/projects/bob/lessons", visibility="private")).expect(200)
    now = (await ada.get(f"{remix}/upstream")).expect(200).json
    assert (now["state"], now["versions_behind"], now["source"], now["newer"]) == ("gone", 0, None, [])
    assert (now["base_number"], now["forked_from"]["handle"]) == (None, "bob")
    (await pull(ada, remix)).expect(409, "no_upstream")
    # The source is visible again, and pulling works as before.
    (await bob.edit("/projects/bob/lessons", visibility="unlisted")).expect(200)
    assert (await ada.get(f"{remix}/upstream")).json["versions_behind"] == 1
    (await pull(ada, remix)).expect(201)


async def _member(service: RunningService, owner: ApiClient, maker: ApiClient, role: str) -> None:
    await service.context.db.execute(
        "insert into project_member (project_id, maker_id, role, created_at)"
        " select p.project_id, m.maker_id, $3, now() from project p join maker o on o.maker_id = p.owner_id, maker m"
        " where o.handle = $1 and m.handle = $2"
        " on conflict on constraint project_member_pkey do update set role = excluded.role",
        owner.handle,
        maker.handle,
        role,
    )


async def test_a_problem_contains_as_many_conflicts_as_fit(
    ada: ApiClient, bob: ApiClient, source: str, remix: str
) -> None:
    """One template is too long for the problem; the upstream lists both conflicts."""
    long = CONTENT["steps"][1]["template"] + "x" * 15_000
    theirs = merged(changed(0, title="Theirs"), changed(1, template=long + "theirs"))
    (await bob.save_version(source, theirs)).expect(201)
    (await ada.save_version(remix, merged(changed(0, title="Mine"), changed(1, template=long + "mine")))).expect(201)
    refused = (await pull(ada, remix)).expect(409, "pull_conflicts")
    assert len(refused.body) <= MAX_BODY
    assert [conflict["id"] for conflict in refused.json["conflicts"]] == ["/steps/outline/title"]
    assert refused.json["more_conflicts"] == 1
    assert len((await ada.get(f"{remix}/upstream")).json["conflicts"]) == 2
