"""Test that no client receives another's response when makers send requests for private data at the same moment.

The load includes anonymous clients, forged and ended tokens, missing resources, valid ETags and clients that
disconnect. Batches, caches and joint writes of the process must keep responses apart.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import orjson
from attrs import define, evolve, field, frozen

from tests.fire.client import Response, post
from tests.fire.fixtures import ROUNDS, Deployment, Maker
from tests.fire.load import Connection, report
from tests.processes.running import eventually

PERSONS = 24
CLIENTS = 64
"""Number of concurrent requests."""
BATCHES = 60
LEAVING = 0.15
"""Share of clients that disconnect early."""

QUOTA = 600

type Check = Callable[[Response], bool]


@frozen
class Person:
    """A maker and their resources."""

    maker: Maker
    number: int
    ended: str
    """The token of an ended session."""
    projects: dict[str, str]
    """Project IDs by title: one public, one private and one draft."""
    etags: dict[str, str] = field(factory=dict)

    @property
    def home(self) -> str:
        return f"/projects/{self.maker.handle}"


@frozen
class Request:
    """One request with the check of its response. `maker` is the owner of the quota that it uses."""

    what: str
    path: str
    right: Check
    token: str | None = None
    etag: str | None = None
    maker: str = ""


def encode(request: Request, number: str, address: str) -> bytes:
    lines = [
        f"GET /api/v1{request.path} HTTP/1.1",
        "Host: test",
        f"X-Request-Id: {number}",
        f"X-Forwarded-For: {address}",
    ]
    if request.token:
        lines.append(f"Authorization: Bearer {request.token}")
    if request.etag:
        lines.append(f"If-None-Match: {request.etag}")
    return "\r\n".join([*lines, "", ""]).encode()


def data(response: Response) -> Any:
    return orjson.loads(response.body)


def refused(status: int) -> Check:
    return lambda response: response.status == status and data(response)["status"] == status


def titled(title: str) -> Check:
    return lambda response: response.status == 200 and data(response)["title"] == title


def unchanged(etag: str) -> Check:
    return lambda response: response.status == 304 and response.headers["etag"] == etag


async def prepare(deployment: Deployment, port: int) -> list[Person]:
    """Create three projects, a workflow draft and stars for each person, and deliver the notifications."""
    makers = deployment.makers(PERSONS)
    connection = Connection(port)
    persons: list[Person] = []

    async def write(maker: Maker, method: str, path: str, body: object = None) -> Response:
        raw = post(f"/api/v1{path}", b"" if body is None else orjson.dumps(body), maker.bearer)
        response = await connection.exchange(raw.replace(b"POST", method.encode(), 1))
        assert response.status in (200, 201, 204), response
        return response

    for number, maker in enumerate(makers):
        projects: dict[str, str] = {}
        for slug, visibility in (("open", "public"), ("closed", "private"), ("begun", "public")):
            title = f"{slug} of {maker.handle}"
            new = {"title": title, "slug": slug, "tagline": "What it is.", "visibility": visibility}
            projects[title] = data(await write(maker, "POST", "/projects", new))["project_id"]
            if slug != "begun":
                await write(maker, "POST", f"/projects/{maker.handle}/{slug}/publish")
        flow = f"/projects/{maker.handle}/closed/workflows"
        await write(maker, "POST", flow, {"title": "Lesson", "slug": "lesson"})
        step = {"key": "one", "title": f"step of {maker.handle}", "template": "Say hello."}
        draft = orjson.dumps({"content": {"variables": [], "steps": [step]}})
        raw = post(f"/api/v1{flow}/lesson/draft", draft, {**maker.bearer, "If-Match": "*"}).replace(b"POST", b"PUT", 1)
        assert (await connection.exchange(raw)).status == 200
        persons.append(Person(maker, number, deployment.another_session(maker), projects))
    for person in persons:
        for other in starred(person, persons):
            await write(person.maker, "PUT", f"{other.home}/open/star")
        for path in ("/me", f"{person.home}/closed"):
            response = await connection.exchange(
                encode(Request("", path, refused(200), person.maker.token), "first", "192.0.2.1")
            )
            person.etags[path] = response.headers["etag"]
    with deployment.database() as database:
        database.execute(
            "update session set revoked_at = now() where maker_id = any(%s) and session_id <> all(%s)",
            ([maker.maker_id for maker in makers], [maker.session_id for maker in makers]),
        )
    connection.close()
    with deployment.delivering():
        await eventually(lambda: not waiting(deployment), within=20)
    return persons


def waiting(deployment: Deployment) -> int:
    with deployment.database() as database:
        row = database.execute("select count(*) from outbox_job where due_at <= now() and failed_at is null").fetchone()
    assert row is not None
    return int(row[0])


def starred(person: Person, persons: Sequence[Person]) -> list[Person]:
    """Return the one to three next people, whose projects the person stars."""
    return [persons[(person.number + step) % PERSONS] for step in range(1, 2 + person.number % 3)]


@define
class RequestSource:
    """Chooses requests and knows their correct responses."""

    persons: Sequence[Person]
    listed: Counter[str]
    """The IDs of all public projects, including those of earlier tests."""
    prng: random.Random

    def all_public(self, response: Response) -> bool:
        """Return whether the list contains all public projects, which do not change during the test."""
        return Counter(one["project_id"] for one in data(response)["data"]) == self.listed

    def choose(self) -> Request:
        # A skewed choice makes the remaining quotas differ.
        person = self.persons[min(self.prng.randrange(PERSONS), self.prng.randrange(PERSONS))]
        other = self.prng.choice([one for one in self.persons if one is not person])
        everything = [*self._own(person), *self._private(person, other), *self._anybody(person, other)]
        return self.prng.choice(everything)

    def _own(self, person: Person) -> list[Request]:
        """Return requests whose result depends only on the maker's ID."""
        maker = person.maker
        stargazers = Counter(one.maker.handle for one in self.persons if person in starred(one, self.persons))
        marked = {other.projects[f"open of {other.maker.handle}"] for other in starred(person, self.persons)}
        public = ",".join(one.projects[f"open of {one.maker.handle}"] for one in self.persons)

        def notified(response: Response) -> bool:
            found = data(response)["data"]
            return Counter(actor["handle"] for one in found for actor in one["actors"]) == stargazers

        rights: dict[str, Check] = {
            "/me": lambda response: (
                (data(response)["id"], data(response)["email"]) == (str(maker.maker_id), maker.email)
            ),
            "/me/projects": lambda response: {one["title"] for one in data(response)["data"]} == set(person.projects),
            "/me/stars": lambda response: {one["project_id"] for one in data(response)["data"]} == marked,
            f"/me/reactions?projects={public}": lambda response: set(data(response)["starred"]) == marked,
            "/notifications": notified,
            "/notifications/unread": lambda response: data(response)["unread"] == 1,
            "/auth/sessions": lambda response: [one["id"] for one in data(response)["data"]] == [str(maker.session_id)],
        }
        return [self._by(person, path, right) for path, right in rights.items()]

    def _private(self, person: Person, other: Person) -> list[Request]:
        """Return requests for resources that only some makers may see."""
        handle, draft = person.maker.handle, "/closed/workflows/lesson/draft"
        slugs = ("open", "closed", "begun")
        found = [self._by(person, f"{person.home}/{slug}", titled(f"{slug} of {handle}")) for slug in slugs]
        found.append(
            self._by(
                person,
                person.home + draft,
                lambda response: data(response)["content"]["steps"][0]["title"] == f"step of {handle}",
            )
        )
        hidden = [f"{other.home}/closed", f"{other.home}/begun", other.home + draft, f"{person.home}/missing"]
        found += [evolve(self._by(person, path, lambda _: True), right=refused(404)) for path in hidden]
        for path in ("/me", f"{person.home}/closed"):
            etag = person.etags[path]
            still_good = self._by(person, path, lambda _: True)
            found.append(evolve(still_good, etag=etag, right=unchanged(etag)))
        # Another maker's ETag must not match.
        mine = self._by(person, "/me", lambda response: data(response)["handle"] == handle)
        found.append(evolve(mine, etag=other.etags["/me"]))
        return found

    def _anybody(self, person: Person, other: Person) -> list[Request]:
        """Return anonymous requests, requests with invalid tokens, and requests with the same result for all."""
        head, body, signature = person.maker.token.split(".")
        forged = [
            person.ended,
            f"{head}.{body}.{other.maker.token.split('.')[2]}",
            f"{head}.{other.maker.token.split('.')[1]}.{signature}",
            f"{person.maker.token}x",
        ]
        closed, opened = f"{person.home}/closed", titled(f"open of {person.maker.handle}")
        found = [Request("forged", path, refused(401), token) for path in ("/me", closed) for token in forged]
        found += [Request("anonymous", path, refused(401)) for path in ("/me", "/notifications", "/auth/sessions")]
        found += [Request("anonymous", path, refused(404)) for path in (closed, f"{person.home}/begun")]
        found += [
            Request(
                "refused", f"/projects/{person.maker.handle}%00/open", lambda response: response.status in (404, 422)
            )
        ]
        found += [Request("anonymous", f"{person.home}/open", opened)] * 3
        found += [Request("public", "/projects?limit=100", self.all_public)]
        return [*found, self._by(person, "/projects?limit=100", self.all_public)]

    @staticmethod
    def _by(person: Person, path: str, right: Check) -> Request:
        def is_right(response: Response) -> bool:
            return response.status == 200 and right(response)

        return Request("own", path, is_right, person.maker.token, maker=person.maker.handle)


@define
class Clients:
    """Connections that send requests at the same moments, and the wrong responses."""

    port: int
    prng: random.Random
    connections: list[Connection] = field(init=False, factory=list)
    sent: Counter[str] = field(init=False, factory=Counter)
    counts: Counter[str] = field(init=False, factory=Counter)
    wrong: list[tuple[Request, Response]] = field(init=False, factory=list)

    def close(self) -> None:
        for connection in self.connections:
            connection.close()

    async def send(self, requests: Sequence[Request]) -> None:
        while len(self.connections) < len(requests):
            self.connections.append(Connection(self.port))
        async with asyncio.TaskGroup() as group:
            for connection, request in zip(self.connections, requests, strict=False):
                leaves = self.prng.random() < LEAVING
                group.create_task(self._leave(request) if leaves else self._ask(connection, request))

    def _raw(self, request: Request) -> tuple[bytes, str]:
        number = f"request-{sum(self.counts.values())}"
        self.counts[request.what] += 1
        self.sent[request.maker] += 1
        return encode(request, number, f"192.0.2.{self.prng.randrange(1, 255)}"), number

    async def _ask(self, connection: Connection, request: Request) -> None:
        raw, number = self._raw(request)
        response = await connection.exchange(raw)
        left = response.headers.get("ratelimit", f'"read";r={QUOTA}').split("r=")[1].split(";")[0]
        enough = not request.maker or int(left) >= QUOTA - self.sent[request.maker] - 10
        if not (enough and response.headers["x-request-id"] == number and request.right(response)):
            self.wrong.append((request, response))

    async def _leave(self, request: Request) -> None:
        """Send a request or half of it, and disconnect before or after the response."""
        raw, _ = self._raw(request)
        self.counts["disconnected"] += 1
        _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(raw if self.prng.random() < 0.8 else raw[: len(raw) // 2])
        await asyncio.sleep(self.prng.choice((0, 0, 0.001, 0.003, 0.01)))
        writer.transport.abort()


async def test_each_client_receives_only_its_own_responses(deployment: Deployment) -> None:
    with deployment.serving(WORKERS="1", TRUSTED_PROXIES="127.0.0.1/32") as service:
        persons = await prepare(deployment, service.port)
        listed = Counter(deployment.listed())
        for each in range(ROUNDS):
            source = RequestSource(persons, listed, random.Random(each))
            clients = Clients(service.port, source.prng)
            try:
                for _ in range(BATCHES):
                    await clients.send([source.choose() for _ in range(CLIENTS)])
            finally:
                clients.close()
            for request, response in clients.wrong[:5]:
                report(f"{request.maker or request.what} requested {request.path} and received {response}")
            assert not clients.wrong, f"{len(clients.wrong)} responses were wrong"
            assert service.events("request_failed") == []
            report(f"{sum(clients.counts.values())} requests: {dict(clients.counts)}")
