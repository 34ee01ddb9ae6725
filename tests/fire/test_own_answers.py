"""Nobody is ever sent what is another's: makers ask at the same moment for what only they may see, on one process.

Among them are strangers, forged and ended tokens, things that are not there, copies that are still good, and clients
that leave. Whatever is joined, remembered, kept or written together in the process, each answer is the asker's own.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import orjson
from attrs import define, evolve, field, frozen

from tests.fire.client import Answer, post
from tests.fire.ground import ROUNDS, Ground, Maker
from tests.fire.load import Line, report
from tests.processes.running import eventually

PEOPLE = 24
CLIENTS = 64
"""Who asks at one moment."""
MOMENTS = 60
LEAVING = 0.15
"""How many of them go before they can be answered."""

QUOTA = 600

type Check = Callable[[Answer], bool]


@frozen
class Person:
    """A maker and all that is theirs."""

    maker: Maker
    number: int
    ended: str
    """The token of a session that has ended."""
    projects: dict[str, str]
    """Its id by title: one that all see, one that only they see, one that is not published."""
    etags: dict[str, str] = field(factory=dict)

    @property
    def home(self) -> str:
        return f"/projects/{self.maker.handle}"


@frozen
class Asking:
    """One request and whether an answer is the right one. `maker`: whose quota it takes from."""

    what: str
    path: str
    right: Check
    token: str | None = None
    etag: str | None = None
    maker: str = ""


def request(asking: Asking, number: str, address: str) -> bytes:
    lines = [
        f"GET /api/v1{asking.path} HTTP/1.1",
        "Host: test",
        f"X-Request-Id: {number}",
        f"X-Forwarded-For: {address}",
    ]
    if asking.token:
        lines.append(f"Authorization: Bearer {asking.token}")
    if asking.etag:
        lines.append(f"If-None-Match: {asking.etag}")
    return "\r\n".join([*lines, "", ""]).encode()


def data(answer: Answer) -> Any:
    return orjson.loads(answer.body)


def refused(status: int) -> Check:
    return lambda answer: answer.status == status and data(answer)["status"] == status


def titled(title: str) -> Check:
    return lambda answer: answer.status == 200 and data(answer)["title"] == title


def unchanged(etag: str) -> Check:
    return lambda answer: answer.status == 304 and answer.headers["etag"] == etag


async def prepare(ground: Ground, port: int) -> list[Person]:
    """Everybody with three projects, a workflow's draft, and stars for the projects of some of those after them, of
    which these have been told."""
    makers = ground.makers(PEOPLE)
    line = Line(port)
    people: list[Person] = []

    async def write(maker: Maker, method: str, path: str, body: object = None) -> Answer:
        raw = post(f"/api/v1{path}", b"" if body is None else orjson.dumps(body), maker.bearer)
        answer = await line.exchange(raw.replace(b"POST", method.encode(), 1))
        assert answer.status in (200, 201, 204), answer
        return answer

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
        assert (await line.exchange(raw)).status == 200
        people.append(Person(maker, number, ground.another_session(maker), projects))
    for person in people:
        for other in starred(person, people):
            await write(person.maker, "PUT", f"{other.home}/open/star")
        for path in ("/me", f"{person.home}/closed"):
            answer = await line.exchange(
                request(Asking("", path, refused(200), person.maker.token), "first", "192.0.2.1")
            )
            person.etags[path] = answer.headers["etag"]
    with ground.database() as database:
        database.execute(
            "update session set revoked_at = now() where maker_id = any(%s) and session_id <> all(%s)",
            ([maker.maker_id for maker in makers], [maker.session_id for maker in makers]),
        )
    line.close()
    with ground.delivering():
        await eventually(lambda: not waiting(ground), within=20)
    return people


def waiting(ground: Ground) -> int:
    with ground.database() as database:
        row = database.execute("select count(*) from outbox_job where due_at <= now() and failed_at is null").fetchone()
    assert row is not None
    return int(row[0])


def starred(person: Person, people: Sequence[Person]) -> list[Person]:
    """Whose project they have starred: one to three of those who come after them."""
    return [people[(person.number + step) % PEOPLE] for step in range(1, 2 + person.number % 3)]


@define
class Crowd:
    """Chooses who asks what, and knows what they have to be told."""

    people: Sequence[Person]
    listed: Counter[str]
    """The ids of all projects that everybody sees, those of earlier tests among them."""
    chance: random.Random

    def all_public(self, answer: Answer) -> bool:
        """The list of all projects, which holds the same for everybody, however old the page is."""
        return Counter(one["project_id"] for one in data(answer)["data"]) == self.listed

    def choose(self) -> Asking:
        # Some ask much more than others: what is left of their limits then differs.
        person = self.people[min(self.chance.randrange(PEOPLE), self.chance.randrange(PEOPLE))]
        other = self.chance.choice([one for one in self.people if one is not person])
        everything = [*self._own(person), *self._private(person, other), *self._anybody(person, other)]
        return self.chance.choice(everything)

    def _own(self, person: Person) -> list[Asking]:
        """What is made from the maker's id alone."""
        maker = person.maker
        told = Counter(one.maker.handle for one in self.people if person in starred(one, self.people))
        marked = {other.projects[f"open of {other.maker.handle}"] for other in starred(person, self.people)}
        public = ",".join(one.projects[f"open of {one.maker.handle}"] for one in self.people)

        def notified(answer: Answer) -> bool:
            found = data(answer)["data"]
            return Counter(actor["handle"] for one in found for actor in one["actors"]) == told

        rights: dict[str, Check] = {
            "/me": lambda answer: (data(answer)["id"], data(answer)["email"]) == (str(maker.maker_id), maker.email),
            "/me/projects": lambda answer: {one["title"] for one in data(answer)["data"]} == set(person.projects),
            "/me/stars": lambda answer: {one["project_id"] for one in data(answer)["data"]} == marked,
            f"/me/reactions?projects={public}": lambda answer: set(data(answer)["starred"]) == marked,
            "/notifications": notified,
            "/notifications/unread": lambda answer: data(answer)["unread"] == 1,
            "/auth/sessions": lambda answer: [one["id"] for one in data(answer)["data"]] == [str(maker.session_id)],
        }
        return [self._by(person, path, right) for path, right in rights.items()]

    def _private(self, person: Person, other: Person) -> list[Asking]:
        """What is found by its address, and shown to who may see it."""
        handle, draft = person.maker.handle, "/closed/workflows/lesson/draft"
        slugs = ("open", "closed", "begun")
        found = [self._by(person, f"{person.home}/{slug}", titled(f"{slug} of {handle}")) for slug in slugs]
        found.append(
            self._by(
                person,
                person.home + draft,
                lambda answer: data(answer)["content"]["steps"][0]["title"] == f"step of {handle}",
            )
        )
        hidden = [f"{other.home}/closed", f"{other.home}/begun", other.home + draft, f"{person.home}/missing"]
        found += [evolve(self._by(person, path, lambda _: True), right=refused(404)) for path in hidden]
        for path in ("/me", f"{person.home}/closed"):
            etag = person.etags[path]
            still_good = self._by(person, path, lambda _: True)
            found.append(evolve(still_good, etag=etag, right=unchanged(etag)))
        # Another's copy is not good for oneself.
        mine = self._by(person, "/me", lambda answer: data(answer)["handle"] == handle)
        found.append(evolve(mine, etag=other.etags["/me"]))
        return found

    def _anybody(self, person: Person, other: Person) -> list[Asking]:
        """Strangers, those who are taken for nobody, and what is the same for all."""
        head, body, signature = person.maker.token.split(".")
        forged = [
            person.ended,
            f"{head}.{body}.{other.maker.token.split('.')[2]}",
            f"{head}.{other.maker.token.split('.')[1]}.{signature}",
            f"{person.maker.token}x",
        ]
        closed, opened = f"{person.home}/closed", titled(f"open of {person.maker.handle}")
        found = [Asking("forged", path, refused(401), token) for path in ("/me", closed) for token in forged]
        found += [Asking("anonymous", path, refused(401)) for path in ("/me", "/notifications", "/auth/sessions")]
        found += [Asking("anonymous", path, refused(404)) for path in (closed, f"{person.home}/begun")]
        found += [
            Asking("refused", f"/projects/{person.maker.handle}%00/open", lambda answer: answer.status in (404, 422))
        ]
        found += [Asking("anonymous", f"{person.home}/open", opened)] * 3
        found += [Asking("public", "/projects?limit=100", self.all_public)]
        return [*found, self._by(person, "/projects?limit=100", self.all_public)]

    @staticmethod
    def _by(person: Person, path: str, right: Check) -> Asking:
        def answered(answer: Answer) -> bool:
            return answer.status == 200 and right(answer)

        return Asking("own", path, answered, person.maker.token, maker=person.maker.handle)


@define
class Clients:
    """Connections that ask together, moment by moment, and what they were told."""

    port: int
    chance: random.Random
    lines: list[Line] = field(init=False, factory=list)
    sent: Counter[str] = field(init=False, factory=Counter)
    whats: Counter[str] = field(init=False, factory=Counter)
    wrong: list[tuple[Asking, Answer]] = field(init=False, factory=list)

    def close(self) -> None:
        for line in self.lines:
            line.close()

    async def moment(self, askings: Sequence[Asking]) -> None:
        while len(self.lines) < len(askings):
            self.lines.append(Line(self.port))
        async with asyncio.TaskGroup() as group:
            for line, asking in zip(self.lines, askings, strict=False):
                leaves = self.chance.random() < LEAVING
                group.create_task(self._leave(asking) if leaves else self._ask(line, asking))

    def _raw(self, asking: Asking) -> tuple[bytes, str]:
        number = f"asked-{sum(self.whats.values())}"
        self.whats[asking.what] += 1
        self.sent[asking.maker] += 1
        return request(asking, number, f"192.0.2.{self.chance.randrange(1, 255)}"), number

    async def _ask(self, line: Line, asking: Asking) -> None:
        raw, number = self._raw(asking)
        answer = await line.exchange(raw)
        left = answer.headers.get("ratelimit", f'"read";r={QUOTA}').split("r=")[1].split(";")[0]
        enough = not asking.maker or int(left) >= QUOTA - self.sent[asking.maker] - 10
        if not (enough and answer.headers["x-request-id"] == number and asking.right(answer)):
            self.wrong.append((asking, answer))

    async def _leave(self, asking: Asking) -> None:
        """Asks, or begins to, and is gone some time before or after it is answered."""
        raw, _ = self._raw(asking)
        self.whats["left"] += 1
        _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(raw if self.chance.random() < 0.8 else raw[: len(raw) // 2])
        await asyncio.sleep(self.chance.choice((0, 0, 0.001, 0.003, 0.01)))
        writer.transport.abort()


async def test_every_answer_is_the_askers_own(ground: Ground) -> None:
    with ground.serving(WORKERS="1", TRUSTED_PROXIES="127.0.0.1/32") as service:
        people = await prepare(ground, service.port)
        listed = Counter(ground.listed())
        for each in range(ROUNDS):
            crowd = Crowd(people, listed, random.Random(each))
            clients = Clients(service.port, crowd.chance)
            try:
                for _ in range(MOMENTS):
                    await clients.moment([crowd.choose() for _ in range(CLIENTS)])
            finally:
                clients.close()
            for asking, answer in clients.wrong[:5]:
                report(f"{asking.maker or asking.what} asked for {asking.path} and was told {answer}")
            assert not clients.wrong, f"{len(clients.wrong)} answers were not the asker's"
            assert service.events("request_failed") == []
            report(f"{sum(clients.whats.values())} asked: {dict(clients.whats)}")
