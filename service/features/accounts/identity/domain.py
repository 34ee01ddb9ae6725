"""Domain rules of accounts: handles, addresses, links, devices and lifetimes. Pure functions."""

import re
import unicodedata
from datetime import timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final, Literal
from urllib.parse import urlsplit
from uuid import UUID

import idna

from service.http.schema.fields import Form
from service.security.names import (
    has_invisible,
    has_mixed_scripts,
    has_stacked_marks,
    has_staff_word,
    is_staff_name,
    skeleton,
)

type Reason = Literal["spam", "harassment", "illegal", "copyright", "secrets", "other"]
"""Reason for a suspension, a report or a removal."""

FORGET: Final = "discovery.forget"
"""Job that deletes the stars and follows of a deleted account. Payload: {"maker_id": …}."""

REGISTRATION_LIFE = timedelta(hours=24)
RESET_LIFE = timedelta(hours=1)
RESET_LIFE_LEFT = timedelta(minutes=30)
"""A request over the mail limit sends no new link while an earlier one works for at least this long."""
EMAIL_CHANGE_LIFE = timedelta(hours=24)

SESSION_LIFE = timedelta(days=30)
"""Lifetime since the last refresh."""
SESSION_LONGEST_LIFE = timedelta(days=180)
"""Maximum lifetime since login, regardless of refreshes."""
REPLAY_GRACE = timedelta(seconds=10)
"""Time in which the previous refresh token still returns the same successor, because responses get lost."""
SESSIONS_PER_MAKER = 50
SESSION_KEPT = timedelta(days=30)
"""Retention time of an ended session's row."""
FAMILIAR_SINCE = timedelta(days=90)

HANDLE_RESERVED = timedelta(days=90)
RESERVATIONS_PER_MAKER = 3

HANDLE_PATTERN = Form(r"[A-Za-z0-9](-?[A-Za-z0-9])*", "letters, digits and single hyphens between them")
_HANDLE = re.compile(HANDLE_PATTERN)
_DELETED_PREFIX = "deleted-"

# Words in our own paths, and names that suggest staff.
RESERVED_HANDLES = frozenset(
    """
    about account admin administrator aipoweredmakers anonymous api app atom auth blog collections contact dashboard
    deleted demo docs edit everyone explore export feed follow followers following health help here home hot
    import invitations invite legal livez login logout maker makers me media metrics moderation moderator new news
    notifications null official openapi owner password privacy profile project projects public readyz register
    report reports root rss runs search security session sessions settings signin signup staff static status
    support system tag tags team terms tool tools top trending undefined user users verify web webhooks webmaster
    workflow workflows www you
    """.split()  # noqa: SIM905 (a list would fill a page)
)
# Look-alikes such as `5ettings` and `sign-up` are reserved too.
_RESERVED_SKELETONS = frozenset(map(skeleton, RESERVED_HANDLES))


class Refused(ValueError):
    """Violation of a domain rule. `code` is for clients, the message for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def handle_of(text: str) -> str:
    """Validate a handle and return it in lower case. Raises Refused."""
    if not 3 <= len(text) <= 30 or not text.isascii() or not _HANDLE.fullmatch(text):
        raise Refused("wrong_format", "Use 3 to 30 letters, digits and single hyphens between them.")
    handle = text.lower()
    if (
        handle.startswith(_DELETED_PREFIX)
        # Read a final digit as a number: `new-5` does not look like `news`.
        or (skeleton(handle) in _RESERVED_SKELETONS and not handle[-1].isdigit())
        or has_staff_word(handle)
        or is_staff_name(handle)
    ):
        raise Refused("reserved", "This handle is reserved or too similar to a reserved one. Choose another.")
    return handle


def deleted_handle(maker_id: UUID) -> str:
    """Return the handle of a deleted maker. It holds 88 bits of the id, more than 60 of them random."""
    return _DELETED_PREFIX + maker_id.hex[-22:]


# RFC 5321 §4.1.2 Dot-string. Quoted local parts, address literals and comments are excluded: they are rare, and each
# allows a second spelling of one mailbox.
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


def email_of(text: str) -> str:
    """Validate an e-mail address and return it trimmed, in ASCII, with a lower-case A-label domain (IDNA 2008).

    Internationalised domains are accepted. Internationalised local parts (RFC 6531) are refused, because most servers
    do not deliver to them. Raises Refused.
    """
    wrong = Refused("wrong_format", "Enter a valid email address.")
    local, at, domain = text.strip().rpartition("@")
    if not at or not 1 <= len(local) <= 64 or len(domain) > 253 or not _LOCAL.fullmatch(local):
        raise wrong
    try:
        ascii_domain = idna.encode(domain, uts46=True, transitional=False).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        raise wrong from None
    labels = ascii_domain.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels) or labels[-1].isdigit():
        raise wrong
    address = f"{local}@{ascii_domain}"
    if len(address) > 254:
        raise wrong
    return address


def url_of(text: str) -> str:
    """Validate an http(s) URL with a host and without credentials, and return it unchanged. Raises Refused."""
    wrong = Refused("wrong_format", "Must be a URL that starts with https:// or http://.")
    if not text.isprintable() or any(character.isspace() or character in '<>"\\^`{|}' for character in text):
        raise wrong
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise wrong from None
    if parts.scheme not in ("http", "https") or not host or parts.username is not None or parts.password is not None:
        raise wrong
    return text


def name_of(text: str) -> str:
    """Validate a name and return it in NFC with single spaces.

    Raises Refused for a name without letters or digits, and for invisible characters, stacked marks or mixed scripts.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name or not any(character.isalnum() for character in name):
        raise Refused("too_short", "Use at least one letter or digit.")
    if has_invisible(name):
        raise Refused("control_character", "Remove the invisible characters from this name.")
    if has_stacked_marks(name):
        raise Refused("stacked_marks", "Use fewer accents on one letter.")
    if has_mixed_scripts(name):
        raise Refused(
            "mixed_scripts",
            "A word mixes similar letters from several alphabets. Use one alphabet per word.",
        )
    return name


def display_name_of(text: str) -> str:
    """Validate a maker's name, which must not suggest staff, and return it. Raises Refused."""
    name = name_of(text)
    if is_staff_name(name):
        raise Refused("reserved", "This name suggests that you run this site. Choose another.")
    return name


def network_of(address: str) -> str:
    """Return the network of an IP address: its /24, or the /48 of an IPv6 site. Return any other text unchanged."""
    try:
        ip: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return str(ip_network((ip.packed, 24 if ip.version == 4 else 48), strict=False))


_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
    ("python-", "Python"),
    ("Python/", "Python"),
    ("node", "Node.js"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def device_of(user_agent: str) -> str:
    """Return a device name for the session list, such as "Firefox on Linux". The user agent is untrusted text."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    if browser and system:
        return f"{browser} on {system}"
    return browser or system or "Unknown device"
