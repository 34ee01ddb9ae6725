"""Request context for handlers: principal, client address and request id."""

import re
from functools import lru_cache
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Final
from uuid import UUID, uuid4

from aiohttp import web
from attrs import frozen

from service.core.config import Network

LONGEST_ADDRESS: Final = 64
"""Maximum characters of an address: 45 for IPv6, plus its zone."""

_REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")


@frozen
class Principal:
    """Authenticated maker of a request, with the session. `role` is "maker" or "admin"."""

    maker_id: UUID
    session_id: UUID
    role: str


class RequestInfo:
    """State of one request. The dispatcher creates it, the binding fills it and handlers read it."""

    __slots__ = (
        "address",
        "arguments",
        "headers",
        "id",
        "path",
        "principal",
        "query_string",
        "raw",
        "route",
        "wants_latest",
    )

    def __init__(self, raw: web.BaseRequest, request_id: str, address: str) -> None:
        self.raw = raw
        self.id = request_id
        self.address = address
        self.path = ""
        self.query_string = ""
        self.arguments: list[str] = []
        self.principal: Principal | None = None
        self.route = ""
        self.wants_latest = False
        """Whether to bypass the page cache: the caller may have changed the page a moment ago."""
        self.headers: dict[str, str] = {}
        """Headers of every response to this request, success or problem (rate limits)."""

    @property
    def user_agent(self) -> str:
        """Return the User-Agent header, at most 512 characters of valid UTF-8."""
        return self.raw.headers.get("User-Agent", "")[:512].encode("utf-8", "replace").decode()


class RequestIds:
    """Generator of request ids that are unique across processes: a random prefix and a counter."""

    def __init__(self) -> None:
        self._prefix = uuid4().hex[:16]
        self._count = 0

    def take(self, given: str | None) -> str:
        """Return `given`, the client's id, when it is well-formed, or else a new id."""
        if given is not None and _REQUEST_ID.fullmatch(given):
            return given
        self._count += 1
        return f"{self._prefix}-{self._count:x}"


class Addresses:
    """Resolver of client addresses behind trusted proxies.

    The client is the peer, or the last address in X-Forwarded-For that is not a trusted proxy. Addresses have the
    canonical form of ipaddress, without a zone. An IPv4-mapped address (::ffff:192.0.2.1, seen by a socket that
    listens on ::) becomes IPv4.
    """

    def __init__(self, trusted: tuple[Network, ...]) -> None:
        self._trusted = trusted
        self._read = lru_cache(maxsize=10_000)(self._judge)

    def peer(self, peername: object) -> tuple[str, bool]:
        """Return the address of a socket's peer, and whether it is a trusted proxy."""
        address: str = peername[0] if isinstance(peername, tuple) else "unknown"
        return self._read(address) or (address, False)

    def is_trusted(self, address: str) -> bool:
        """Return whether an address from `of` is a trusted proxy."""
        found = self._read(address)
        return found is not None and found[1]

    def of(self, request: web.BaseRequest) -> str:
        """Return the client's address, or "unknown" for a socket without one."""
        peer = request.protocol.peername
        address: str = peer[0] if isinstance(peer, tuple) else "unknown"
        if not self._trusted and ":" not in address:
            return address
        address, trusted = self._read(address) or (address, False)
        if not trusted:
            return address
        for hop in reversed(",".join(request.headers.getall("X-Forwarded-For", ())).split(",")):
            hop = hop.strip()
            if not hop:
                continue
            # Longer text is not an address and must not fill the LRU cache.
            found = self._read(hop) if len(hop) <= LONGEST_ADDRESS else None
            if found is None:
                break
            address, trusted = found
            if not trusted:
                break
        return address

    def _judge(self, text: str) -> tuple[str, bool] | None:
        """Return the address and whether it is a trusted proxy, or None for text that is not an address."""
        try:
            ip = ip_address(text.partition("%")[0])
        except ValueError:
            return None
        if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
            ip = ip.ipv4_mapped
        return str(ip), any(ip in network for network in self._trusted if ip.version == network.version)


def limit_key(address: str) -> str:
    """Return the rate limit key of an anonymous client: its IPv4 address, or the /64 network of one IPv6 customer."""
    return str(IPv6Network((address, 64), strict=False)) if ":" in address else address
