"""Test that the peers send the same responses as the service, so that measurements compare the same work."""

import os
import select
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import pytest
import redis

from bench.contenders import CONTENDERS, FASTAPI, FASTIFY, OBVIOUS, OURS, answering, present, started
from bench.dataset import SECRET
from bench.peers import node
from bench.processes import tree
from bench.search import queries
from bench.servers import Servers
from service.core.ids import new_id
from service.security.keyring import KeyRing
from service.security.tokens import AccessTokens
from tests.peers.fixtures import Response, ServiceAndPeer

WHOLE: Final = pytest.mark.parametrize(
    "peer", [FASTAPI, FASTIFY], ids=lambda peer: peer.name, indirect=True, scope="session"
)
"""Peers that implement all endpoints."""

_NONE_OF_THEM: Final = (
    "not exists (select from project_member pm join maker g using (maker_id) where pm.project_id = p.project_id and"
    " g.email in ('maker-1@example.org', 'maker-2@example.org', 'maker-3@example.org'))"
    " and not exists (select from star s join maker g using (maker_id) where s.project_id = p.project_id and"
    " g.email in ('maker-1@example.org', 'maker-2@example.org'))"
)
UNRELATED: Final = f"p.visibility = 'public' and p.status in ('published', 'archived') and {_NONE_OF_THEM}"
"""Visible to everyone and unrelated to makers 1 to 3."""
HIDDEN: Final = f"p.visibility = 'private' and {_NONE_OF_THEM}"


def test_each_peer_implements_its_declared_scenarios() -> None:
    assert {each.name for each in answering("guarded_read")} == {each.name for each in CONTENDERS}
    assert OBVIOUS not in answering("front_page")
    assert OURS in answering("a scenario that is new")


def test_the_node_peer_is_skipped_with_a_hint_when_node_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found, lacks = present([OURS, FASTIFY])
    assert found == [OURS]
    assert lacks == [f"Node is not installed, so Fastify was not measured. {node.HOW_TO_GET}"]
    old = tmp_path / "node"
    old.write_text("#!/bin/sh\necho v18.20.4\n")
    old.chmod(0o755)
    assert "too old (v18.20.4)" in str(node.lacking())


def test_a_project_is_the_same_for_members_and_for_others(both: ServiceAndPeer) -> None:
    owner, other = both.maker(1), both.maker(2)
    paths = [
        (path, owner_id == owner.maker_id)
        for path, owner_id in both.rows(
            "select '/projects/' || m.handle || '/' || p.slug, p.owner_id from project p"
            " join maker m on m.maker_id = p.owner_id order by p.project_id"
        )
    ]
    answered: Counter[tuple[int, bool]] = Counter()
    for path, own in paths:
        answered[both.same(path, owner.token).status, own] += 1
        if own:
            both.same(path, other.token)
    # Owners also see their own drafts and private projects.
    assert answered[200, True] > 3
    assert answered[404, False] > 10
    assert answered[200, False] > 100
    both.same("/projects/nobody/nothing", owner.token)
    both.same(paths[0][0].upper().replace("/PROJECTS", "/projects", 1), owner.token)


def test_invalid_tokens_and_ended_sessions_are_rejected(both: ServiceAndPeer) -> None:
    maker, ended, gone = both.maker(1), both.maker(2), both.maker(9)
    _, path = both.project_of(maker, "p.status = 'published' and p.visibility = 'public'")
    both.rows("update session set revoked_at = now() where session_id = %s", ended.session_id)
    both.rows("update maker set status = 'suspended' where maker_id = %s", gone.maker_id)
    elsewhere = AccessTokens(KeyRing((SECRET,)), "http://elsewhere.example")
    foreign = elsewhere.issue(maker.maker_id, maker.session_id, "maker")[0]
    head, claims, signature = maker.token.split(".")
    forged = f"{head}.{claims}.{signature[::-1]}"
    assert both.ask(both.peer, "GET", path, token=maker.token).status == 200
    for token in (ended.token, gone.token, foreign, forged, "none"):
        for who in (OURS.name, both.peer):
            assert both.ask(who, "GET", path, token=token).status == 401


def test_a_session_is_cached_in_redis_and_loaded_from_postgresql(both: ServiceAndPeer) -> None:
    maker = both.maker(1)
    _, path = both.project_of(maker, "p.status = 'published' and p.visibility = 'public'")
    key = f"{both.peer}:session:{maker.session_id}"
    with redis.Redis.from_url(both.redis_url) as client:
        assert both.ask(both.peer, "GET", path, token=maker.token).status == 200
        assert 800 < int(client.ttl(key)) <= 900
        both.rows("update session set revoked_at = now() where session_id = %s", maker.session_id)
        # revocation deletes the entry, which this update bypassed
        assert both.ask(both.peer, "GET", path, token=maker.token).status == 200
        client.delete(key)
    assert both.ask(both.peer, "GET", path, token=maker.token).status == 401


@WHOLE
def test_all_pages_of_the_front_page_are_the_same(both: ServiceAndPeer) -> None:
    path, pages, seen = "/projects?sort=hot&limit=20", 0, 0
    while True:
        page = both.same(path).json
        pages, seen = pages + 1, seen + len(page["data"])
        if page["next_cursor"] is None:
            break
        path = f"/projects?sort=hot&limit=20&cursor={page['next_cursor']}"
    assert pages > 5
    assert seen > 100
    both.same("/projects?sort=hot&limit=20", both.maker(1).token)
    for scheme in ("Basic YTpi", "Bearer", "Bearer none", f"bearer {both.maker(1).token}"):
        both.same("/projects?sort=hot&limit=20", headers={"Authorization": scheme})
    for refused in ("cursor=abc", "limit=0", "limit=101", "sorted=hot"):
        assert both.same(f"/projects?{refused}").status in (400, 422)


def test_a_matching_etag_gets_304(both: ServiceAndPeer) -> None:
    maker = both.maker(1)
    _, project = both.project_of(maker, "p.status = 'published' and p.visibility = 'public'")
    paths = [project] if both.peer == OBVIOUS.name else [project, "/projects?sort=hot&limit=20"]
    for path in paths:
        for who in (OURS.name, both.peer):
            first = both.ask(who, "GET", path, token=maker.token)
            known = {"If-None-Match": first.headers["etag"]}
            again = both.ask(who, "GET", path, token=maker.token, headers=known)
            assert (again.status, again.body) == (304, b"")
            assert again.headers["etag"] == first.headers["etag"]
            other = both.ask(who, "GET", path, token=maker.token, headers={"If-None-Match": '"1-0"'})
            assert (other.status, other.body) == (200, first.body)


@WHOLE
def test_a_304_costs_no_quota(both: ServiceAndPeer) -> None:
    for who in (OURS.name, both.peer):
        path, address = "/projects?sort=hot&limit=20", "192.0.2.7"
        first = both.ask(who, "GET", path, address=address)
        for _ in range(3):
            known = {"If-None-Match": first.headers["etag"]}
            assert both.ask(who, "GET", path, address=address, headers=known).remaining >= first.remaining
        assert both.ask(who, "GET", path, address=address, headers={"If-None-Match": '"a"'}).remaining <= 599


@WHOLE
def test_versions_are_the_same(both: ServiceAndPeer) -> None:
    maker = both.maker(1)
    addresses = "'/projects/' || m.handle || '/' || p.slug || '/workflows/' || w.slug || '/versions/'"
    workflows = "workflow w join project p using (project_id) join maker m on m.maker_id = p.owner_id"
    paths = [path for (path,) in both.rows(f"select {addresses} from {workflows} order by w.workflow_id limit 25")]
    both.rows(
        "insert into workflow_label (workflow_id, name, number, updated_at) select workflow_id, n.name, 1, now()"
        f" from {workflows} cross join (values ('stable'), ('best')) as n (name) where w.head_number is not null"
        " on conflict do nothing"
    )
    assert both.same(f"{next(path for path in paths if both.same(f'{path}1').status == 200)}best").status == 200
    found = Counter(
        both.same(f"{path}{which}", token).status
        for path in paths
        for which in ("latest", "1", "2", "stable", "unknown", "0")
        for token in (None, maker.token)
    )
    assert found[200] > 50
    assert found[404] > 50


@WHOLE
def test_searches_find_and_highlight_the_same(both: ServiceAndPeer) -> None:
    corrected = prompts = 0
    for query in queries():
        if query.type == "projects":
            found = both.same(f"/search?{urlencode({'q': query.words, 'limit': 10})}").json
            corrected += found["corrected"] is not None
            prompts += sum(hit["match"]["field"] == "prompt" for hit in found["data"])
            if found["next_cursor"]:
                both.same(f"/search?{urlencode({'q': query.words, 'limit': 10, 'cursor': found['next_cursor']})}")
    assert corrected > 5
    assert prompts > 5
    for text in ('naïve "İstanbul" or straße', "--", "a or or b -c", "ﬁne \U0001f600 bread", "x" * 201, "-bread"):
        both.same(f"/search?{urlencode({'q': text})}")


@WHOLE
def test_a_star_is_counted_and_notified_once(both: ServiceAndPeer) -> None:
    makers = {OURS.name: both.maker(1), both.peer: both.maker(2)}
    project_id, path = both.project_of(makers[OURS.name], UNRELATED)
    notified: list[Any] = []

    def stars() -> int:
        return int(both.rows("select stars from project_stats where project_id = %s", project_id)[0][0])

    for who, maker in makers.items():
        before = stars()
        responses = [both.ask(who, "PUT", f"{path}/star", token=maker.token) for _ in range(2)]
        assert [response.status for response in responses] == [204, 204]
        assert responses[0].headers["ratelimit-policy"] == '"write";q=120;w=60'
        assert responses[1].remaining < 120
        assert stars() == before + 1
        ((kind, payload),) = both.rows(
            "select kind, payload from outbox_job where payload ->> 'actor_id' = %s", str(maker.maker_id)
        )
        notified.append((kind, {**payload, "actor_id": None}))
        ((starred_at, now),) = both.rows(
            "select created_at, now() from star where project_id = %s and maker_id = %s", project_id, maker.maker_id
        )
        assert (now - starred_at).total_seconds() < 60
    assert notified[0] == notified[1]
    before = stars()
    for who, maker in makers.items():
        assert [both.ask(who, "DELETE", f"{path}/star", token=maker.token).status for _ in range(2)] == [204, 204]
    assert stars() == before - 2


@WHOLE
def test_a_hidden_project_cannot_be_starred(both: ServiceAndPeer) -> None:
    makers = {OURS.name: both.maker(1), both.peer: both.maker(2)}
    _, path = both.project_of(makers[OURS.name], UNRELATED)
    _, hidden = both.project_of(makers[OURS.name], HIDDEN)
    removed_id, removed = both.project_of(makers[OURS.name], f"{UNRELATED} and p.status = 'archived'")
    both.rows(
        "update project set status = 'removed', status_before_removal = 'archived' where project_id = %s", removed_id
    )
    for method in ("PUT", "DELETE"):
        for lost in ("/projects/nobody/nothing/star", f"{hidden}/star", f"{removed}/star"):
            for who, maker in makers.items():
                assert both.ask(who, method, lost, token=maker.token).status == 404
        assert both.ask(both.peer, method, f"{path}/star").status == 401
        assert both.ask(both.peer, method, f"{path}/star", token=f"{makers[both.peer].token}x").status == 401


TEXTS: Final = (
    "Works for me.",
    "Thanks @{owner} and @{other}, also @nobody-there and `@{other}` \\@{owner} a@{owner} @{owner}@x",
    "> quoted\n\n    @{other} in code\n\n- item\n\n    @{other} in a list\n\n```\n@{owner}\n```\n@{OTHER}",
    "naïve \U0001f600 café",
)


@WHOLE
def test_a_comment_is_stored_and_notified_the_same_way(both: ServiceAndPeer) -> None:
    by_us, by_peer, other = both.maker(1), both.maker(2), both.maker(3)
    _, path = both.project_of(other, UNRELATED)
    names = {"owner": path.split("/")[2], "other": other.handle, "OTHER": other.handle.upper()}
    parents: dict[str, str | None] = {OURS.name: None, both.peer: None}
    for template in (*TEXTS, *TEXTS[:2]):
        made: list[Any] = []
        notified: list[Any] = []
        for who, maker in ((OURS.name, by_us), (both.peer, by_peer)):
            text = f"{template.format(**names)} ({both.peer})"
            body = {"body": text if parents[who] is None else f"{text} again", "parent_id": parents[who]}
            response = both.ask(who, "POST", f"{path}/comments", token=maker.token, body=body)
            assert response.status == 201, response.body
            comment = response.json
            assert response.headers["location"] == f"/api/v1/comments/{comment['comment_id']}"
            assert response.headers["ratelimit-policy"] == '"comment";q=30;w=600'
            assert response.headers["etag"].startswith('"1-')
            # The service's GET returns what POST returned.
            read = both.ask(OURS.name, "GET", f"/comments/{comment['comment_id']}").json
            assert comment == {name: value for name, value in read.items() if name != "project"}
            subject = str(comment["comment_id"])
            jobs = both.rows(
                "select kind, payload from outbox_job where payload -> 'subject' ->> 'comment_id' = %s"
                " order by payload ->> 'kind'",
                subject,
            )
            assert jobs
            assert {payload["actor_id"] for _, payload in jobs} == {str(maker.maker_id)}
            notified.append([(kind, payload["kind"], payload["recipients"]) for kind, payload in jobs])
            for name in ("comment_id", "author", "created_at", "parent_id"):
                del comment[name]
            made.append(comment)
            again = both.ask(who, "POST", f"{path}/comments", token=maker.token, body=body)
            assert (again.status, again.json["code"]) == (409, "duplicate_comment")
            parents[who] = subject
        # From the second round on, authors reply to themselves, which notifies nobody.
        assert made[0] == made[1]
        assert notified[0] == notified[1]


@WHOLE
def test_a_reply_to_another_maker_notifies_that_maker(both: ServiceAndPeer) -> None:
    by_us, by_peer, asker = both.maker(1), both.maker(2), both.maker(3)
    _, path = both.project_of(asker, "p.status = 'published' and p.visibility = 'public'")
    question = {"body": f"Why {both.peer}?"}
    parent = both.ask(OURS.name, "POST", f"{path}/comments", token=asker.token, body=question).json
    found: list[Any] = []
    for who, maker in ((OURS.name, by_us), (both.peer, by_peer)):
        body = {
            "body": f"So, @{asker.handle}." if found else f"So, @{asker.handle}!",
            "parent_id": parent["comment_id"],
        }
        for words in (body, {**body, "body": "Because."}):
            response = both.ask(who, "POST", f"{path}/comments", token=maker.token, body=words)
            assert response.status == 201, response.body
            jobs = both.rows(
                "select payload ->> 'kind', payload -> 'recipients' from outbox_job"
                " where payload -> 'subject' ->> 'comment_id' = %s order by 1",
                response.json["comment_id"],
            )
            found.append(
                (response.json["depth"], [kind for kind, _ in jobs], [str(asker.maker_id)] in [r for _, r in jobs])
            )
    assert found[:2] == found[2:]
    assert found[0][1][-1:] == ["mention"]
    assert found[1][1][-1:] == ["reply"]
    for who, maker in ((OURS.name, by_us), (both.peer, by_peer)):
        post = {"method": "POST", "path": f"{path}/comments", "token": maker.token}
        gone = both.ask(who, **post, body={"body": "To whom?", "parent_id": str(new_id())})  # type: ignore[arg-type]
        assert (gone.status, gone.json["code"]) == (409, "parent_gone")
        for wrong in ({"body": ""}, {"body": " \u200b "}, {"body": "a", "more": 1}, {}, {"body": "x" * 10_001}):
            assert both.ask(who, **post, body=wrong).status == 422  # type: ignore[arg-type]


@WHOLE
def test_the_rate_limit_is_exact_for_concurrent_requests(both: ServiceAndPeer) -> None:
    """30 comments are accepted; the next one after 20 s."""
    for who, maker in ((OURS.name, both.maker(1)), (both.peer, both.maker(2))):
        _, path = both.project_of(maker, "p.status = 'published' and p.visibility = 'public'")

        def post(_: int, who: str = who, token: str = maker.token, path: str = path) -> Response:
            return both.ask(who, "POST", f"{path}/comments", token=token, body={"body": f"Number {new_id()}"})

        with ThreadPoolExecutor(8) as threads:
            responses = list(threads.map(post, range(34)))
        assert Counter(response.status for response in responses) == {201: 30, 429: 4}
        refused = next(response for response in responses if response.status == 429)
        assert refused.json["code"] == "rate_limited"
        assert 1 <= int(refused.headers["retry-after"]) <= 20
        assert sorted(response.remaining for response in responses if response.status == 201) == list(range(30))


@WHOLE
def test_several_processes_serve_one_port(both: ServiceAndPeer, arena: Servers) -> None:
    (peer,) = [each for each in CONTENDERS if each.name == both.peer]
    with started(peer, arena, 2, Path(os.devnull)) as running:
        both.ports["two"] = running.port
        with ThreadPoolExecutor(8) as threads:
            responses = list(threads.map(lambda _: both.ask("two", "GET", "/projects?sort=hot&limit=5"), range(40)))
        processes = tree(running.pids)
    assert {response.status for response in responses} == {200}
    assert len(processes) > 2
    assert all(_ends(process) for process in processes)


def _ends(process: int) -> bool:
    """Return whether the process ends within five seconds."""
    try:
        opened = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([opened], [], [], 5)[0])
    finally:
        os.close(opened)
