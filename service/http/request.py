"""What a handler may know of its request: who asks, from where, under which id."""

import re
from functools import lru_cache
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Final
from uuid import UUID, uuid4

from aiohttp import web
from attrs import frozen

from service.core.config import Network

LONGEST_ADDRESS: Final = 64
"""Characters: 45 of an IPv6 address, and its zone."""

_REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")


@frozen
class Principal:
    """The maker whose token and session stand behind a request. `role` is "maker" or "admin"."""

    maker_id: UUID
    session_id: UUID
    role: str


class RequestInfo:
    """One request on its way: made by the dispatch, filled by the binding, read by handlers."""

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
        """Whether a shared page has to be made anew for this one: who asks may have changed it a moment ago."""
        self.headers: dict[str, str] = {}
        """Headers that the answer will have, whatever it is (rate limits)."""

    @property
    def user_agent(self) -> str:
        """The client's own word, at most 512 characters."""
        return self.raw.headers.get("User-Agent", "")[:512].encode("utf-8", "replace").decode()

    def rest(self, segments: int) -> str:
        """What follows the first `segments` of the path, query and all, as it was sent."""
        rest = "".join(f"/{segment}" for segment in self.path.split("/")[segments + 1 :])
        return f"{rest}?{self.query_string}" if self.query_string else rest


class RequestIds:
    """Ids that are unique over processes: a random prefix and a count. A well-formed one from the client stays."""

    def __init__(self) -> None:
        self._prefix = uuid4().hex[:16]
        self._count = 0

    def take(self, given: str | None) -> str:
        if given is not None and _REQUEST_ID.fullmatch(given):
            return given
        self._count += 1
        return f"{self._prefix}-{self._count:x}"


class Addresses:
    """The client's address: the peer's, or the last one in X-Forwarded-For that no trusted proxy added.

    Always as ipaddress writes it, without a zone, and IPv4 as such: a socket that listens on :: sees ::ffff:192.0.2.1.
    """

    def __init__(self, trusted: tuple[Network, ...]) -> None:
        self._trusted = trusted
        self._read = lru_cache(maxsize=10_000)(self._judge)

    def peer(self, peername: object) -> tuple[str, bool]:
        """The address of a socket's peer, and whether it is a trusted proxy's."""
        address: str = peername[0] if isinstance(peername, tuple) else "unknown"
        return self._read(address) or (address, False)

    def is_trusted(self, address: str) -> bool:
        """Whether an address that `of` gave is a trusted proxy's own."""
        found = self._read(address)
        return found is not None and found[1]

    def of(self, request: web.BaseRequest) -> str:
        transport = request.transport
        peer = transport.get_extra_info("peername") if transport is not None else None
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
            # What is longer is no address, and has no place among the remembered ones.
            found = self._read(hop) if len(hop) <= LONGEST_ADDRESS else None
            if found is None:
                break
            address, trusted = found
            if not trusted:
                break
        return address

    def _judge(self, text: str) -> tuple[str, bool] | None:
        """The address and whether it is a trusted proxy's; None for what is no address."""
        try:
            ip = ip_address(text.partition("%")[0])
        except ValueError:
            return None
        if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
            ip = ip.ipv4_mapped
        return str(ip), any(ip in network for network in self._trusted if ip.version == network.version)


def limit_key(address: str) -> str:
    """What an anonymous client is counted by: an IPv4 address, or the /64 that one IPv6 customer gets."""
    return str(IPv6Network((address, 64), strict=False)) if ":" in address else address
