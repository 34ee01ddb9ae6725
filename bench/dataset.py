"""Data for the load: makers with sessions and projects, inserted with COPY, beside a synthetic world."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

import attrs
import orjson
import psycopg
from attrs import frozen
from tqdm import tqdm

from bench.samples import PASSWORD
from service.core.clock import Clock, system_clock
from service.core.config import SecretKey
from service.core.ids import new_id
from service.security.keyring import KeyRing
from service.security.passwords import Passwords
from service.security.tokens import AccessTokens

SECRET: Final = SecretKey("bench", b"a secret for throw-away servers and known to everybody")
ISSUER: Final = "http://127.0.0.1"
FOLLOWERS: Final = 2_000
"""Number of readers who follow others: the first ones."""

_TEXT: Final = (
    "a reading coach for children who mix up letters it listens corrects and never tires the prompts are short "
    "each step checks the one before what the model invents is thrown away by a list of words that we wrote by hand"
)
_WORDS: Final = _TEXT.split()


@frozen
class Reader:
    """A maker with a live session, and the path of the project that they read, which belongs to another maker."""

    maker_id: UUID
    session_id: UUID
    handle: str
    path: str

    @property
    def email(self) -> str:
        return f"{self.handle}@example.org"


@frozen
class SavedVersion:
    """The newest version of a public workflow: its path, and inputs that render it."""

    path: str
    project: str
    maker: str
    inputs: dict[str, Any]


@frozen
class Dataset:
    """The inserted data: one reader per maker, each with a different project, and versions if there is a world."""

    readers: list[Reader]
    versions: list[SavedVersion] = attrs.field(factory=list)

    def tokens(self, clock: Clock = system_clock) -> Iterator[tuple[Reader, str]]:
        """Return a new access token for each reader."""
        tokens = AccessTokens(KeyRing((SECRET,)), ISSUER, clock)
        for reader in self.readers:
            yield reader, tokens.issue(reader.maker_id, reader.session_id, "maker")[0]


def maker_id(number: int) -> UUID:
    """Return the ID of a reader, by a formula that SQL also computes for pgbench (bench/floors.py)."""
    return UUID(int=0x7000_8000_000000000000 | number)


def fill(database_url: str, size: int) -> Dataset:
    """Insert `size` makers with a session and a published project of about 1 kB of JSON, older than those of any world.

    They can be added to a synthetic world. All have bench.samples.PASSWORD.
    """
    random = Random(2)
    now = datetime.now(UTC)
    long_ago = now - timedelta(days=1000)
    password_hash = asyncio.run(_hashed(PASSWORD))
    made = [(maker_id(n), new_id(), new_id(), f"reader-{n}", f"project-{n}") for n in range(size)]
    with psycopg.connect(database_url) as connection, tqdm(total=4 * size, desc="Loading", unit="row") as bar:
        connection.execute("set constraints all deferred")

        def copy(table: str, rows: Iterator[tuple[object, ...]]) -> None:
            _copy(connection, table, rows, bar.update)

        copy(
            "maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)",
            (
                (maker, handle, f"{handle}@example.org", handle.title(), password_hash, long_ago, long_ago)
                for maker, _, _, handle, _ in made
            ),
        )
        copy(
            "session (session_id, maker_id, device, user_agent, ip, network, created_at, last_used_at, expires_at)",
            (
                (session, maker, "bench", "wrk", "127.0.0.1", "127.0.0.0/24", now, now, now + timedelta(days=30))
                for maker, session, _, _, _ in made
            ),
        )
        links = orjson.dumps([{"label": "Try it", "url": "https://example.org/try"}]).decode()
        columns = (
            "project_id, owner_id, slug, title, tagline, body, links, status, created_at, updated_at, published_at"
        )
        copy(
            f"project ({columns})",
            (
                (project, maker, slug, _text(random, 40), _text(random, 100), _text(random, 500), links, "published")
                + (long_ago - timedelta(minutes=number),) * 3
                for number, (maker, _, project, _, slug) in enumerate(made)
            ),
        )
        copy(
            "project_member (project_id, maker_id, role, created_at)",
            ((project, maker, "owner", long_ago) for maker, _, project, _, _ in made),
        )
        _copy(connection, "project_stats (project_id)", ((project,) for _, _, project, _, _ in made))
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("vacuum analyze")
    others = made[1:] + made[:1]
    return Dataset(
        [
            Reader(maker, session, handle, f"/api/v1/projects/{other}/{slug}")
            for (maker, session, _, handle, _), (_, _, _, other, slug) in zip(made, others, strict=True)
        ]
    )


def settle(database_url: str, dataset: Dataset) -> Dataset:
    """Return the dataset within a synthetic world: its readers follow popular makers, and versions are those of the
    world.
    """
    random = Random(3)
    now = datetime.now(UTC)
    with psycopg.connect(database_url) as connection:
        makers = _column(connection, "select owner_id from project group by owner_id order by count(*) desc limit 300")
        tags = _column(connection, "select name from tag order by projects desc limit 100")
        tools = _column(connection, "select tool_id from tool_stats order by used_by desc limit 60")
        projects = _column(connection, _PROJECTS)
        followed = (
            ("follow_maker (maker_id, followed_id, created_at)", makers, 10),
            ("follow_tag (maker_id, tag, created_at)", tags, 3),
            ("follow_tool (maker_id, tool_id, created_at)", tools, 2),
            ("follow_project (maker_id, project_id, created_at)", projects, 5),
        )
        for table, there, count in followed:
            rows = (
                (reader.maker_id, each, now)
                for reader in dataset.readers[:FOLLOWERS]
                for each in random.sample(there, min(count, len(there)))
                if each != reader.maker_id
            )
            _copy(connection, table, rows)
        found = connection.execute(_VERSIONS).fetchall()
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("vacuum analyze")
    versions = [
        SavedVersion(
            f"/api/v1/projects/{handle}/{slug}/workflows/{workflow}/versions/{number}",
            f"/api/v1/projects/{handle}/{slug}",
            f"/api/v1/makers/{handle}",
            _inputs(content),
        )
        for handle, slug, workflow, number, content in found
    ]
    return attrs.evolve(dataset, versions=versions)


_PROJECTS: Final = "select project_id from project_listed order by hashtext(project_id::text) limit 1000"
_VERSIONS: Final = """
select o.handle, p.slug, w.slug, v.number, v.content
from project_listed l
join project p on p.project_id = l.project_id
join maker o on o.maker_id = p.owner_id
join workflow w on w.project_id = p.project_id
join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
order by hashtext(w.workflow_id::text)
limit 500
"""


def _inputs(content: dict[str, Any]) -> dict[str, Any]:
    """Return inputs for all variables without a default."""
    typical: dict[str, Any] = {"number": 3, "boolean": True}
    return {
        variable["name"]: variable["choices"][0]
        if variable["type"] == "choice"
        else typical.get(variable["type"], variable["example"] or "Bread that rises on its own, and why it does")
        for variable in content["variables"]
        if variable["required"] and variable["default"] is None
    }


async def _hashed(password: str) -> str:
    passwords = Passwords(threads=1)
    try:
        return await passwords.hash(password)
    finally:
        passwords.close()


def _column(connection: psycopg.Connection, sql: str) -> Sequence[Any]:
    return [row[0] for row in connection.execute(sql.encode())]


def _copy(
    connection: psycopg.Connection,
    table: str,
    rows: Iterator[tuple[object, ...]],
    done: Callable[[], object] = lambda: None,
) -> None:
    with connection.cursor().copy(f"copy {table} from stdin".encode()) as copy:
        for row in rows:
            copy.write_row(row)
            done()


def _text(random: Random, length: int) -> str:
    words: list[str] = []
    while sum(map(len, words)) + len(words) <= length:
        words.append(random.choice(_WORDS))
    return " ".join(words)[:length].strip().capitalize()
