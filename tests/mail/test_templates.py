"""Test mail templates: each mail has its link in both parts, and values are escaped."""

import pytest

from service.core.ids import new_id
from service.mail import templates
from service.mail.message import Message, render

TO = "ada@example.test"
LINK = "https://makers.test/confirm?token=abc&next=%2F"
MAILS = [
    templates.confirm_registration(TO, handle="ada", link=LINK, hours=24),
    templates.already_registered(TO, login_link="https://makers.test/login", reset_link=LINK),
    templates.password_reset(TO, handle="ada", link=LINK, minutes=30),
    templates.password_changed(TO, handle="ada", reset_link=LINK),
    templates.confirm_email_change(TO, handle="ada", link=LINK, hours=1),
    templates.email_change_requested(TO, handle="ada", new_email="new@elsewhere.test", reset_link=LINK),
    templates.digest(
        TO,
        handle="ada",
        lines=["@bob and 4 others starred Reading coach", "@cleo followed you"],
        more=True,
        link=LINK,
        preferences_link="https://makers.test/notifications/preferences",
    ),
    templates.invitation(TO, owner="grace", role="editor", link=LINK, days=7),
]


@pytest.mark.parametrize("message", MAILS, ids=lambda message: message.subject)
def test_the_text_and_the_html_contain_the_link(message: Message) -> None:
    assert f"\n{LINK}\n" in message.text
    assert message.html is not None
    assert 'href="https://makers.test/confirm?token=abc&amp;next=%2F"' in message.html
    assert message.to == TO


@pytest.mark.parametrize(
    "message",
    [
        *MAILS,
        templates.account_deleted(TO, handle="ada"),
        templates.email_changed(TO, handle="ada", new_email="new@elsewhere.test"),
    ],
    ids=lambda message: message.subject,
)
def test_every_mail_is_short_and_valid(message: Message) -> None:
    assert len(message.subject) < 60
    assert len(message.text) < 800
    mail = render(message, sender="AIpoweredMakers <no-reply@makers.test>", event_id=new_id()).as_bytes()
    assert max(len(line) for line in mail.split(b"\r\n")) <= 78  # RFC 5322 §2.1.1 recommends 78 characters


def test_a_long_link_is_not_wrapped_in_the_mail_file() -> None:
    link = f"https://makers.test/{'a' * 300}#token=="
    message = templates.password_reset(TO, handle="ada", link=link, minutes=30)
    mail = render(message, sender="no-reply@makers.test", event_id=new_id()).as_bytes()
    assert f"\r\n{link}\r\n".encode() in mail


def test_html_is_escaped() -> None:
    message = templates.confirm_registration(TO, handle="<b>ada</b>", link='https://x.test/"><script>', hours=1)
    assert message.html is not None
    assert "<b>" not in message.html
    assert "<script>" not in message.html


def test_the_mail_to_the_old_address_does_not_contain_the_new_one() -> None:
    message = templates.email_change_requested(
        TO, handle="ada", new_email="secret.name@elsewhere.test", reset_link=LINK
    )
    assert "secret" not in message.text
    assert "s…@elsewhere.test" in message.text
