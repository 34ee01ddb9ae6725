# ruff: noqa: N802 - aiosmtpd names its handlers after SMTP commands
"""Mail servers for tests, each on a free port: one that works and several that fail."""

import asyncio
import ssl
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

CERTIFICATE = Path(__file__).with_name("localhost.pem")
"""Self-signed key and certificate of "localhost" and 127.0.0.1, valid for a century."""

USER, PASSWORD = "postman", "p@ss word/"


class Peer:
    """Requests to an SMTP server and its replies. `replies` overrides a command's reply once per entry."""

    def __init__(self, *, tls: bool) -> None:
        self._tls = tls
        self.port = 0
        self.mails: list[EmailMessage] = []
        self.recipients: list[list[str]] = []
        self.encrypted: list[bool] = []
        self.logins: list[str] = []
        self.replies: dict[str, list[str]] = {}
        self.arrived = asyncio.Event()

    def _reply(self, command: str) -> str | None:
        return self.replies[command].pop(0) if self.replies.get(command) else None

    async def handle_MAIL(self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]) -> str:
        envelope.mail_from = address
        return self._reply("MAIL") or "250 OK"

    async def handle_RCPT(self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]) -> str:
        if reply := self._reply("RCPT"):
            return reply
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _: SMTP, session: Session, envelope: Envelope) -> str:
        if reply := self._reply("DATA"):
            return reply
        assert isinstance(envelope.content, bytes)
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        self.recipients.append(list(envelope.rcpt_tos))
        self.encrypted.append(self._tls or session.ssl is not None)
        self.arrived.set()
        return "250 OK"

    def authenticate(self, _: SMTP, __: Session, ___: Envelope, ____: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append(data.login.decode())
        right = (data.login.decode(), data.password.decode()) == (USER, PASSWORD)
        return AuthResult(success=right, handled=False)  # aiosmtpd writes the reply


def server_context() -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    return context


@asynccontextmanager
async def smtp_peer(*, starttls: bool = False, tls: bool = False, login: bool = False) -> AsyncIterator[Peer]:
    """A real SMTP server (aiosmtpd)."""
    peer = Peer(tls=tls)
    protocols: list[SMTP] = []

    def connected() -> SMTP:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # some tests log in without TLS on purpose
            protocol = SMTP(
                peer,
                hostname="localhost",
                ident="test",
                tls_context=server_context() if starttls else None,
                require_starttls=starttls,
                authenticator=peer.authenticate if login else None,
                auth_required=login,
                auth_require_tls=starttls,
            )
        protocols.append(protocol)
        return protocol

    loop = asyncio.get_running_loop()
    server = await loop.create_server(connected, "127.0.0.1", 0, ssl=server_context() if tls else None)
    peer.port = server.sockets[0].getsockname()[1]
    try:
        yield peer
    finally:
        server.close()
        for protocol in protocols:
            if protocol.transport is not None:
                protocol.transport.close()


@asynccontextmanager
async def raw_peer(
    talk: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[int]:
    """A server that sends what `talk` writes. Yields its port."""
    writers: list[asyncio.StreamWriter] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        with suppress(ConnectionError):
            await talk(reader, writer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for writer in writers:
            writer.close()
