"""Helpers that compare the service with a peer on one synthetic world."""

import http.client
import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, LiteralString
from uuid import UUID

import orjson
import psycopg
from attrs import define, field, frozen

from bench.contenders import OBVIOUS, OURS
from bench.dataset import ISSUER, SECRET
from bench.run import comparable
from service.core.ids import new_id
from service.security.keyring import KeyRing
from service.security.tokens import AccessTokens

TOKENS: Final = AccessTokens(KeyRing((SECRET,)), ISSUER)
SAME_HEADERS: Final = (
    "cache-control",
    "vary",
    "ratelimit-policy",
    "www-authenticate",
    "x-content-type-options",
)


@frozen
class Response:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return orjson.loads(self.body)

    @property
    def remaining(self) -> int:
        """Return the remaining quota from the RateLimit header."""
        found = re.fullmatch(r'"[a-z]+";r=(\d+);t=\d+', self.headers["ratelimit"])
        assert found is not None, self.headers["ratelimit"]
        return int(found[1])


@define
class Maker:
    """A maker of the world with a session."""

    maker_id: UUID
    handle: str
    session_id: UUID
    token: str


@define
class ServiceAndPeer:
    """The service and a peer on one world. Requests without a token come from a different address each time."""

    database_url: str
    redis_url: str
    ports: dict[str, int]
    peer: str
    _asked: Iterator[int] = field(factory=itertools.count)

    def ask(
        self,
        who: str,
        method: str,
        path: str,
        *,
        token: str | None = None,
        body: object = None,
        address: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        number = next(self._asked)
        sent = {"X-Forwarded-For": address or f"10.0.{number >> 8}.{number & 255}", **(headers or {})}
        if token is not None:
            sent["Authorization"] = f"Bearer {token}"
        data = None
        if body is not None:
            data, sent["Content-Type"] = orjson.dumps(body), "application/json"
        connection = http.client.HTTPConnection("127.0.0.1", self.ports[who], timeout=20)
        try:
            connection.request(method, f"/api/v1{path}", data, sent)
            reply = connection.getresponse()
            return Response(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
        finally:
            connection.close()

    def same(self, path: str, token: str | None = None, **options: Any) -> Response:
        """Send the same GET request to both, compare the responses and return the service's response."""
        ours = self.ask(OURS.name, "GET", path, token=token, **options)
        theirs = self.ask(self.peer, "GET", path, token=token, **options)
        compare(path, ours, theirs, self.peer)
        return ours

    def rows(self, sql: LiteralString, *values: object) -> list[tuple[Any, ...]]:
        """Execute a statement and return its rows, if any."""
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            done = connection.execute(sql, values)
            return done.fetchall() if done.description else []

    def maker(self, number: int = 1) -> Maker:
        """Log in maker `number` of the world and return it."""
        ((maker_id, handle),) = self.rows(
            "select maker_id, handle from maker where email = %s", f"maker-{number}@example.org"
        )
        session_id = new_id()
        self.rows(
            "insert into session (session_id, maker_id, device, user_agent, ip, network, created_at, last_used_at,"
            " expires_at) values (%s, %s, 'a', 'b', '127.0.0.1', '127.0.0.0/24', now(), now(), now() + interval '1 d')",
            session_id,
            maker_id,
        )
        return Maker(maker_id, handle, session_id, TOKENS.issue(maker_id, session_id, "maker")[0])

    def project_of(self, maker: Maker, condition: LiteralString, *, own: bool = False) -> tuple[UUID, str]:
        """Return the ID and path of a project that this maker owns, or does not own."""
        ((project_id, path),) = self.rows(
            "select p.project_id, '/projects/' || m.handle || '/' || p.slug from project p join maker m"
            " on m.maker_id = p.owner_id where m.status = 'active' and p.deleted_at is null and (m.maker_id = %s) = %s"
            " and " + condition + " order by p.project_id limit 1",
            maker.maker_id,
            own,
        )
        return project_id, path


def compare(what: str, ours: Response, theirs: Response, peer: str) -> None:
    """Assert equal responses. The naive peer implements only part of the protocol, so less is compared."""
    said = f"{what}: {ours.status} {ours.body[:500]!r}, and {theirs.status} {theirs.body[:500]!r}"
    assert theirs.status == ours.status, said
    if peer == OBVIOUS.name and ours.status != 200:
        return
    assert plain(theirs) == comparable(plain(ours), plain(theirs)), said
    for name in SAME_HEADERS if peer != OBVIOUS.name else ("cache-control", "ratelimit-policy"):
        assert theirs.headers.get(name) == ours.headers.get(name), f"{name} of {what}"
    assert media_type(theirs) == media_type(ours), what
    for name in ("etag", "ratelimit", "x-request-id"):
        assert (name in theirs.headers) == (name in ours.headers), f"{name} of {what}"


def media_type(response: Response) -> str:
    return response.headers.get("content-type", "").partition(";")[0]


def plain(response: Response) -> Any:
    if not response.body:
        return None
    value = response.json
    value.pop("request_id", None)
    if response.status == 422:  # error texts differ per validator; RFC 9110 renamed the title of 422
        value.pop("errors", None)
        value.pop("title")
    return value
