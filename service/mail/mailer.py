"""Mail delivery to an SMTP server, or to a directory of .eml files on a developer's machine."""

import asyncio
import os
import ssl
from abc import ABC, abstractmethod
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import UUID

import aiosmtplib

from service.mail.message import Message, event_time, render

type StartTls = Literal["offered", "required"]

STEP_SECONDS = 8.0
SEND_SECONDS = 20.0


class MailUnavailable(Exception):
    """Temporary failure of a delivery; a later attempt may succeed."""


class MailRefused(Exception):
    """Permanent rejection of a mail or its recipient; a retry would fail again."""


class Mailer(ABC):
    """Mail client that sends one mail per call. Concurrent tasks may share it."""

    def __init__(self, sender: str) -> None:
        self._sender = sender

    @staticmethod
    def from_url(url: str, sender: str) -> "Mailer":
        """Return the mailer for MAIL_URL; `sender` is MAIL_FROM. Raises ValueError.

        smtp://user:password@host:587 uses STARTTLS (RFC 3207) if the server offers it; `?starttls=required` makes it
        mandatory. A password for another machine requires STARTTLS, unless the URL contains `?starttls=offered`.
        smtps://… uses TLS from the start (RFC 8314). file:///directory writes .eml files. Certificates are checked
        against those of the system, or SSL_CERT_FILE.
        """
        parts = urlsplit(url)
        if parts.scheme == "file":
            return FileMailer(sender, Path(unquote(parts.path)))
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise ValueError("MAIL_URL must be smtp://host, smtps://host or file:///directory")
        remote_login = parts.password is not None and not _is_loopback(parts.hostname)
        chosen = parse_qs(parts.query).get("starttls", ["required" if remote_login else "offered"])[-1]
        if chosen not in ("offered", "required"):
            raise ValueError("MAIL_URL: starttls must be offered or required")
        tls = parts.scheme == "smtps"
        return SmtpMailer(
            sender,
            host=parts.hostname,
            port=parts.port or (465 if tls else 587 if parts.username else 25),
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password is not None else None,
            tls=tls,
            starttls="required" if chosen == "required" else "offered",
        )

    async def send(self, message: Message, *, event_id: UUID) -> None:
        """Send the mail. `event_id` (a UUIDv7) becomes its Message-ID.

        Raises MailUnavailable and MailRefused; takes at most SEND_SECONDS.
        """
        try:
            mail = render(message, sender=self._sender, event_id=event_id)
        except ValueError as problem:
            raise MailRefused(f"invalid mail: {problem}") from problem
        await self._hand_over(mail, message.to, event_id)

    @abstractmethod
    async def _hand_over(self, mail: EmailMessage, recipient: str, event_id: UUID) -> None: ...


class FileMailer(Mailer):
    """Mailer that writes each mail to its own file. Names sort by time, and a redelivery replaces its file."""

    def __init__(self, sender: str, directory: Path) -> None:
        super().__init__(sender)
        self.directory = directory

    async def _hand_over(self, mail: EmailMessage, recipient: str, event_id: UUID) -> None:
        try:
            await asyncio.to_thread(self._write, mail.as_bytes(), event_id)
        except OSError as problem:
            raise MailUnavailable(f"{self.directory}: {problem.strerror}") from problem

    def _write(self, content: bytes, event_id: UUID) -> None:
        self.directory.mkdir(parents=True, exist_ok=True)
        name = f"{event_time(event_id):%Y%m%dT%H%M%S.%f}"[:-3] + f"-{event_id}"
        unfinished = self.directory / f".{name}.{os.getpid()}"
        unfinished.write_bytes(content)
        unfinished.replace(self.directory / f"{name}.eml")


class SmtpMailer(Mailer):
    """Mailer that opens one connection per mail. Mails are rare, so a persistent connection is not worth its
    maintenance.
    """

    def __init__(
        self,
        sender: str,
        *,
        host: str,
        port: int,
        username: str | None,
        password: str | None,
        tls: bool,
        starttls: StartTls,
    ) -> None:
        super().__init__(sender)
        self._host = host
        self._port = port
        self._username = username
        self._password = password
        self._tls = tls
        self._starttls = starttls
        self._context = ssl.create_default_context()

    async def _hand_over(self, mail: EmailMessage, recipient: str, event_id: UUID) -> None:
        client = aiosmtplib.SMTP(
            hostname=self._host,
            port=self._port,
            username=self._username,
            password=self._password,
            timeout=STEP_SECONDS,
            use_tls=self._tls,
            start_tls=False if self._tls else True if self._starttls == "required" else None,
            tls_context=self._context,
        )
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await client.connect()
                await client.send_message(mail, recipients=[recipient])
        except aiosmtplib.SMTPRecipientsRefused as problem:
            raise _failure(problem.recipients[0].code, "recipient") from problem
        except aiosmtplib.SMTPDataError as problem:
            raise _failure(problem.code, "content") from problem
        except (aiosmtplib.SMTPException, OSError, ValueError) as problem:
            # A rejected login or sender is temporary, too: the operator has to fix it, so the mail waits. The message
            # contains only the error type and code, because a server's response may quote the address or the content.
            code = f" {problem.code}" if isinstance(problem, aiosmtplib.SMTPResponseException) else ""
            raise MailUnavailable(f"{type(problem).__name__}{code}") from problem
        finally:
            # The delivery is decided: do not wait for the server's response to QUIT.
            client.close()


def _failure(code: int, what: str) -> Exception:
    if 500 <= code < 600:
        return MailRefused(f"{what} refused with {code}")
    return MailUnavailable(f"{what} deferred with {code}")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
