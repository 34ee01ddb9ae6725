"""Mail messages and their wire format."""

import re
from datetime import UTC, datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, parseaddr
from uuid import UUID

from attrs import frozen


@frozen
class Message:
    """Mail to one address, in plain text and optionally in HTML.

    `unsubscribe` is the URL of a page where the recipient can stop a regular mail.
    """

    to: str
    subject: str
    text: str
    html: str | None = None
    unsubscribe: str | None = None


def render(message: Message, *, sender: str, event_id: UUID) -> EmailMessage:
    """Build the mail to send. Raises ValueError for an invalid address or subject.

    The result depends only on the arguments: a job that is delivered twice sends the same bytes under the same
    Message-ID, which receiving systems treat as one mail. `event_id` is a UUIDv7; its time is the mail's date.
    """
    if re.search(r"[\x00-\x1f\x7f]", message.to + message.subject + sender):
        raise ValueError("control characters in a mail header")
    sender_name, sender_address = parseaddr(sender)
    recipient = _address(message.to)
    author = _address(sender_address, sender_name)
    mail = EmailMessage(policy=SMTP if message.to.isascii() else SMTPUTF8)
    mail["From"] = author
    mail["To"] = recipient
    mail["Subject"] = message.subject
    mail["Date"] = format_datetime(event_time(event_id))
    mail["Message-ID"] = f"<{event_id}@{author.domain}>"
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: suppresses out-of-office replies
    if message.unsubscribe is not None:
        mail["List-Unsubscribe"] = f"<{message.unsubscribe}>"  # RFC 2369 §3.2
    # Send the text unencoded where RFC 5322 §2.1.1 allows it, so that a link can be copied from the file of a mail.
    plain = message.text.isascii() and all(len(line) <= 998 for line in message.text.splitlines())
    mail.set_content(message.text, cte="7bit" if plain else "quoted-printable")
    if message.html is not None:
        mail.add_alternative(message.html, subtype="html", cte="quoted-printable")
        mail.set_boundary(f"={event_id.hex}=")
    return mail


def _address(addr_spec: str, name: str = "") -> Address:
    """Parse exactly one address (RFC 5322 §3.4.1). Raises ValueError for a list or a comment."""
    try:
        address = Address(display_name=name, addr_spec=addr_spec)
    except (ValueError, IndexError, MessageError) as problem:  # raised by the parser for invalid addresses
        raise ValueError("invalid mail address") from problem
    if not address.username or not address.domain:
        raise ValueError("invalid mail address")
    return address


def event_time(event_id: UUID) -> datetime:
    """Return the creation time of a UUIDv7 in milliseconds (RFC 9562 §5.7)."""
    return datetime.fromtimestamp((event_id.int >> 80) / 1000, UTC)
