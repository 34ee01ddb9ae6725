"""Makers, sessions and projects, loaded with COPY; the same ones every time but for ids and times."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final
from uuid import UUID

import orjson
import psycopg
from attrs import frozen
from tqdm import tqdm

from service.clock import Clock, system_clock
from service.config import SecretKey
from service.ids import new_id
from service.security.keyring import KeyRing
from service.security.tokens import AccessTokens

SECRET: Final = SecretKey("bench", b"a secret for throw-away servers and known to everybody")
ISSUER: Final = "http://127.0.0.1"
SIZES: Final = {"smoke": 600, "small": 10_000}

_TEXT: Final = (
    "a reading coach for children who mix up letters it listens corrects and never tires the prompts are short "
    "each step checks the one before what the model invents is thrown away by a list of words that we wrote by hand"
)
_WORDS: Final = _TEXT.split()


@frozen
class Reader:
    """A maker with a live session, and the address of the project they read: another maker's."""

    maker_id: UUID
    session_id: UUID
    handle: str
    path: str


@frozen
class Dataset:
    """What was loaded: one reader for each maker, no project read by two."""

    readers: list[Reader]

    def tokens(self, clock: Clock = system_clock) -> Iterator[tuple[Reader, str]]:
        """A fresh access token for each reader, as the service gives them out."""
        tokens = AccessTokens(KeyRing((SECRET,)), ISSUER, clock)
        for reader in self.readers:
            yield reader, tokens.issue(reader.maker_id, reader.session_id, "maker")[0]


def fill(database_url: str, size: int) -> Dataset:
    """Loads `size` makers, each with a session and a published project of about 1 kB of JSON."""
    random = Random(2)
    now = datetime.now(UTC)
    made = [(new_id(), new_id(), new_id(), f"maker-{number}", f"project-{number}") for number in range(size)]
    with psycopg.connect(database_url) as connection, tqdm(total=4 * size, desc="Loading", unit="row") as bar:
        connection.execute("set constraints all deferred")
        _copy(
            connection,
            bar,
            "maker (maker_id, handle, email, display_name, password_hash, created_at, updated_at)",
            (
                (maker, handle, f"{handle}@example.org", handle.title(), "none", now, now)
                for maker, _, _, handle, _ in made
            ),
        )
        _copy(
            connection,
            bar,
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
        _copy(
            connection,
            bar,
            f"project ({columns})",
            (
                (project, maker, slug, _text(random, 40), _text(random, 100), _text(random, 500), links, "published")
                + (now - timedelta(minutes=number),) * 3
                for number, (maker, _, project, _, slug) in enumerate(made)
            ),
        )
        _copy(
            connection,
            bar,
            "project_member (project_id, maker_id, role, created_at)",
            ((project, maker, "owner", now) for maker, _, project, _, _ in made),
        )
        with connection.cursor().copy("copy project_stats (project_id, stars, forks, comments) from stdin") as copy:
            for _, _, project, _, _ in made:
                copy.write_row((project, random.randrange(500), random.randrange(20), random.randrange(80)))
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("vacuum analyze")
    others = made[1:] + made[:1]
    return Dataset(
        [
            Reader(maker, session, handle, f"/api/v1/projects/{other}/{slug}")
            for (maker, session, _, handle, _), (_, _, _, other, slug) in zip(made, others, strict=True)
        ]
    )


def _copy(connection: psycopg.Connection, bar: "tqdm[None]", table: str, rows: Iterator[tuple[object, ...]]) -> None:
    with connection.cursor().copy(f"copy {table} from stdin".encode()) as copy:
        for row in rows:
            copy.write_row(row)
            bar.update()


def _text(random: Random, length: int) -> str:
    words: list[str] = []
    while sum(map(len, words)) + len(words) <= length:
        words.append(random.choice(_WORDS))
    return " ".join(words)[:length].strip().capitalize()
