"""Test mail delivery with real SMTP servers: success, temporary and permanent errors, and the file mailer."""

import asyncio
import os
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from service.core.ids import new_id
from service.dev.local.layout import free_port
from service.mail import mailer as module
from service.mail.mailer import FileMailer, Mailer, MailRefused, MailUnavailable, SmtpMailer
from service.mail.message import Message, event_time, render
from tests.mail.mail_servers import CERTIFICATE, PASSWORD, USER, raw_peer, smtp_peer

FROM = "AIpoweredMakers <no-reply@makers.test>"
MAIL = Message("ada@example.test", "Grüße aus dem Test", "Hello,\n\n.\nthe line above is a dot.\n", "<p>Hello</p>")


@pytest.fixture(autouse=True)
def _trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


def mailer(url: str) -> Mailer:
    return Mailer.from_url(url, FROM)


async def test_a_mail_arrives_unchanged() -> None:
    event_id = new_id()
    async with smtp_peer() as peer:
        await mailer(f"smtp://127.0.0.1:{peer.port}").send(MAIL, event_id=event_id)
    (mail,) = peer.mails
    assert peer.recipients == [["ada@example.test"]]
    assert mail["Subject"] == MAIL.subject
    assert mail["From"] == FROM
    assert mail["To"] == "ada@example.test"
    assert mail["Message-ID"] == f"<{event_id}@makers.test>"
    assert mail["Date"].datetime == event_time(event_id).replace(microsecond=0)
    assert mail["Auto-Submitted"] == "auto-generated"
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    assert text.get_content().replace("\r\n", "\n") == MAIL.text
    assert html.get_content().strip() == MAIL.html


async def test_a_repeated_delivery_has_the_same_message_id() -> None:
    event_id = new_id()
    first, second = (render(MAIL, sender=FROM, event_id=event_id).as_bytes() for _ in range(2))
    assert first == second


async def test_starttls_and_a_login() -> None:
    async with smtp_peer(starttls=True, login=True) as peer:
        url = f"smtp://{USER}:p%40ss%20word%2F@localhost:{peer.port}"
        await mailer(url).send(MAIL, event_id=new_id())
        await mailer(f"{url}?starttls=required").send(MAIL, event_id=new_id())
    assert peer.encrypted == [True, True]
    assert peer.logins == [USER, USER]


async def test_implicit_tls() -> None:
    async with smtp_peer(tls=True) as peer:
        await mailer(f"smtps://localhost:{peer.port}").send(MAIL, event_id=new_id())
    assert peer.encrypted == [True]


async def test_an_untrusted_certificate_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    async with smtp_peer(starttls=True) as peer:
        with pytest.raises(MailUnavailable):
            await mailer(f"smtp://localhost:{peer.port}").send(MAIL, event_id=new_id())
    assert peer.mails == []


async def test_no_mail_is_sent_without_a_required_starttls() -> None:
    async with smtp_peer(login=True) as peer:
        with pytest.raises(MailUnavailable):
            await mailer(f"smtp://{USER}:x@localhost:{peer.port}?starttls=required").send(MAIL, event_id=new_id())
    assert (peer.logins, peer.mails) == ([], [])


async def test_a_wrong_login_is_retried_later() -> None:
    async with smtp_peer(login=True) as peer:
        with pytest.raises(MailUnavailable, match="535") as caught:
            await mailer(f"smtp://{USER}:wrong-secret@localhost:{peer.port}").send(MAIL, event_id=new_id())
    assert set(peer.logins) == {USER}
    assert "wrong-secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("command", "reply", "expected"),
    [
        ("RCPT", "450 4.2.1 try later", MailUnavailable),
        ("RCPT", "550 5.1.1 no such user", MailRefused),
        ("DATA", "451 4.3.0 try later", MailUnavailable),
        ("DATA", "554 5.7.1 spam", MailRefused),
        ("MAIL", "421 4.3.2 closing", MailUnavailable),
        ("MAIL", "550 5.7.1 not from you", MailUnavailable),  # a rejected sender is a configuration error
    ],
)
async def test_smtp_errors_are_temporary_or_permanent(command: str, reply: str, expected: type[Exception]) -> None:
    async with smtp_peer() as peer:
        peer.replies[command] = [reply]
        with pytest.raises(expected, match=reply[:3]) as caught:
            await mailer(f"smtp://127.0.0.1:{peer.port}").send(MAIL, event_id=new_id())
        assert "ada" not in str(caught.value)
        await mailer(f"smtp://127.0.0.1:{peer.port}").send(MAIL, event_id=new_id())
    assert len(peer.mails) == 1


@pytest.mark.parametrize("greeting", [b"", b"220 hello\r\n"])
async def test_a_silent_server_times_out(greeting: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STEP_SECONDS", 0.2)

    async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(greeting)
        await reader.read(-1)

    async with raw_peer(silence) as port, asyncio.timeout(5):
        with pytest.raises(MailUnavailable):
            await mailer(f"smtp://127.0.0.1:{port}").send(MAIL, event_id=new_id())


async def test_a_slow_server_times_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SEND_SECONDS", 0.5)

    async def drip(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            writer.write(b"220-and another line\r\n")
            await writer.drain()
            await asyncio.sleep(0.05)

    async with raw_peer(drip) as port, asyncio.timeout(5):
        with pytest.raises(MailUnavailable):
            await mailer(f"smtp://127.0.0.1:{port}").send(MAIL, event_id=new_id())


async def test_closed_connections_and_invalid_replies_are_temporary_errors() -> None:
    async def hang_up(_: asyncio.StreamReader, __: asyncio.StreamWriter) -> None: ...

    async def nonsense(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"\xff\x00HTTP/1.1 400 Bad Request\r\n\r\n" * 10)
        await writer.drain()

    for talk in (hang_up, nonsense):
        async with raw_peer(talk) as port:
            with pytest.raises(MailUnavailable):
                await mailer(f"smtp://127.0.0.1:{port}").send(MAIL, event_id=new_id())
    with pytest.raises(MailUnavailable):  # no server listens on this port
        await mailer(f"smtp://127.0.0.1:{free_port()}").send(MAIL, event_id=new_id())


@pytest.mark.parametrize(
    "message",
    [
        Message("ada@example.test\r\nBcc: eve@example.test", "s", "t"),
        Message("ada@example.test", "s\r\nBcc: eve@example.test", "t"),
        Message("ada@example.test", "s\nBcc: eve@example.test", "t"),
        Message("ada@example.test, eve@example.test", "s", "t"),
        Message("ada@example.test> RCPT TO:<eve@example.test", "s", "t"),
        Message("Eve <eve@example.test>", "s", "t"),
        Message("", "s", "t"),
        Message("ada", "s", "t"),
        Message("ada@", "s", "t"),
        Message("@example.test", "s", "t"),
    ],
)
async def test_header_injection_is_rejected(message: Message, tmp_path: Path) -> None:
    with pytest.raises(MailRefused):
        await FileMailer(FROM, tmp_path).send(message, event_id=new_id())
    assert list(tmp_path.iterdir()) == []


async def test_mail_files_sort_by_time_and_a_repeat_replaces_its_file(tmp_path: Path) -> None:
    directory = tmp_path / "new folder" / "mail"
    files = mailer(f"file://{str(directory).replace(' ', '%20')}")
    ids = [new_id() for _ in range(5)]
    for event_id in reversed(ids):
        await files.send(MAIL, event_id=event_id)
    await files.send(MAIL, event_id=ids[0])
    written = sorted(directory.iterdir())
    assert [path.suffix for path in written] == [".eml"] * 5
    mails = [message_from_bytes(path.read_bytes(), policy=default) for path in written]
    assert [mail["Message-ID"] for mail in mails] == [f"<{event_id}@makers.test>" for event_id in ids]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
async def test_an_unwritable_directory_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(MailUnavailable):
        await FileMailer(FROM, tmp_path).send(MAIL, event_id=new_id())


async def test_a_file_instead_of_a_directory_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MailUnavailable):
        await FileMailer(FROM, tmp_path / "file").send(MAIL, event_id=new_id())


@pytest.mark.parametrize(
    ("url", "port", "tls", "starttls"),
    [
        ("smtp://mail.test", 25, False, "offered"),
        (
            f"smtp://{USER}:{PASSWORD[0]}@mail.test",
            587,
            False,
            "required",
        ),  # no plain-text password to another machine
        ("smtp://user:p@mail.test?starttls=offered", 587, False, "offered"),
        ("smtp://user:p@127.0.0.1:2525", 2525, False, "offered"),
        ("smtps://mail.test", 465, True, "offered"),
    ],
)
def test_mail_urls_are_parsed(url: str, port: int, tls: bool, starttls: str) -> None:
    made = mailer(url)
    assert isinstance(made, SmtpMailer)
    assert (made._port, made._tls, made._starttls) == (port, tls, starttls)


@pytest.mark.parametrize("url", ["http://mail.test", "smtp://", "smtp://mail.test?starttls=perhaps"])
def test_invalid_mail_urls_are_rejected(url: str) -> None:
    with pytest.raises(ValueError, match="MAIL_URL"):
        mailer(url)
