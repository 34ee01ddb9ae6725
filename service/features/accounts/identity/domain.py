"""What an account has to be like: handles, addresses, links, devices, and how long things last. Pure."""

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
"""Why a maker is suspended, or content is reported or removed."""

FORGET: Final = "discovery.forget"
"""The job that deletes the stars and follows of a deleted account: {"maker_id": …}."""

REGISTRATION_LIFE = timedelta(hours=24)
RESET_LIFE = timedelta(hours=1)
RESET_LIFE_LEFT = timedelta(minutes=30)
"""A reset link that works for this long still needs no replacement."""
EMAIL_CHANGE_LIFE = timedelta(hours=24)

SESSION_LIFE = timedelta(days=30)
"""From the last refresh."""
SESSION_LONGEST_LIFE = timedelta(days=180)
"""From the login, however often it is refreshed."""
REPLAY_GRACE = timedelta(seconds=10)
"""How long the direct parent of a refresh token still gets the same successor: answers get lost."""
SESSIONS_PER_MAKER = 50
SESSION_KEPT = timedelta(days=30)
"""How long an ended session's row stays."""
FAMILIAR_SINCE = timedelta(days=90)

HANDLE_RESERVED = timedelta(days=90)
RESERVATIONS_PER_MAKER = 3

HANDLE_PATTERN = Form(r"[A-Za-z0-9](-?[A-Za-z0-9])*", "letters and digits, with single hyphens between them")
_HANDLE = re.compile(HANDLE_PATTERN)
_DELETED_PREFIX = "deleted-"

# Words of our own paths and of people who could be taken for us.
RESERVED_HANDLES = frozenset(
    """
    about account admin administrator aipoweredmakers anonymous api app atom auth blog collections contact dashboard
    deleted demo docs edit everyone explore export feed follow followers following health help here home hot
    import invitations invite legal livez login logout maker makers me media metrics moderation moderator new news
    notifications null official openapi owner password privacy profile project projects public readyz register
    report reports root rss runs search security session sessions settings signin signup staff static status
    support system tag tags team terms tool tools top trending undefined user users verify web webhooks webmaster
    workflow workflows www you
    """.split()  # noqa: SIM905 (a list would be a page long)
)
# What looks like one of them is reserved too: `5ettings`, `sign-up`.
_RESERVED_SKELETONS = frozenset(map(skeleton, RESERVED_HANDLES))


class Refused(ValueError):
    """A value breaks a rule. `code` is for clients, the message for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def handle_of(text: str) -> str:
    """The handle as it is stored: lower case. Raises Refused."""
    if not 3 <= len(text) <= 30 or not text.isascii() or not _HANDLE.fullmatch(text):
        raise Refused("wrong_format", "A handle has 3 to 30 letters and digits, with single hyphens between them.")
    handle = text.lower()
    if (
        handle.startswith(_DELETED_PREFIX)
        # A digit at the end is a number: `new-5` is not `news`.
        or (skeleton(handle) in _RESERVED_SKELETONS and not handle[-1].isdigit())
        or has_staff_word(handle)
        or is_staff_name(handle)
    ):
        raise Refused("reserved", "This handle is reserved, or looks like one that is. Choose another one.")
    return handle


def deleted_handle(maker_id: UUID) -> str:
    """What a deleted maker's row is called: 88 of the id's bits, of which more than 60 are random."""
    return _DELETED_PREFIX + maker_id.hex[-22:]


# RFC 5321 §4.1.2 Dot-string; no quoted local parts, no address literals, no comments: nobody registers with those,
# and each is a way to write one mailbox twice.
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


def email_of(text: str) -> str:
    """The address as it is stored: trimmed, the domain in lower case and in A-labels (IDNA 2008), all ASCII.

    An internationalised domain is taken, an internationalised local part (RFC 6531) is not: most servers would not
    deliver to it. Raises Refused.
    """
    wrong = Refused("wrong_format", "This is not an e-mail address that can be written to.")
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
    """An http(s) URL with a host and without credentials, as sent. Raises Refused."""
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
    """A name: in NFC, single spaces, something visible in it and nothing that deceives the eye. Raises Refused."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name or not any(character.isalnum() for character in name):
        raise Refused("too_short", "A name needs a letter or a digit. Add one.")
    if has_invisible(name):
        raise Refused("control_character", "This name has invisible characters. Type it again without them.")
    if has_stacked_marks(name):
        raise Refused("stacked_marks", "Too many accents stand on one letter. Remove some.")
    if has_mixed_scripts(name):
        raise Refused(
            "mixed_scripts",
            "A word of this name mixes letters of several alphabets that look alike. Write each word in one alphabet.",
        )
    return name


def display_name_of(text: str) -> str:
    """The name of a maker, who must not pass for staff. Raises Refused."""
    name = name_of(text)
    if is_staff_name(name):
        raise Refused("reserved", "This name looks as if you ran this site. Choose another one.")
    return name


def network_of(address: str) -> str:
    """The neighbourhood of an address: its /24, or the /48 one IPv6 site gets. Anything else stands for itself."""
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
    """A name for a device in a list of sessions, such as "Firefox on Linux". The user agent may say anything."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    if browser and system:
        return f"{browser} on {system}"
    return browser or system or "Unknown device"
