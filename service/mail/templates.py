"""Mail templates for messages to makers about their account.

Mails contain no text by other people, except handles and addresses. A display name in a mail to an unconfirmed address
would let anyone send text to anyone.
"""

from collections.abc import Sequence
from html import escape
from textwrap import fill

from attrs import evolve

from service.mail.message import Message

NAME = "AIpoweredMakers"

_ROLES = {"editor": "an editor, who may change it", "viewer": "a viewer, who may read it"}


def confirm_registration(to: str, *, handle: str, link: str, hours: int) -> Message:
    """Compose the mail to a new address. Its link opens the page that sets the password and creates the account."""
    return _compose(
        to,
        f"Create your account @{handle} on {NAME}",
        "Hello,",
        f"somebody, probably you, signed up with this address and the handle @{handle}. Follow this link to choose "
        "your password and create the account. You can change the handle there, too:",
        link,
        f"The link works once, for {_hours(hours)}.",
        "If you did not sign up, ignore this mail: without you no account is created.",
    )


def already_registered(to: str, *, login_link: str, reset_link: str) -> Message:
    """Compose the mail to an address with an account, after a new registration with that address."""
    return _compose(
        to,
        f"You already have an account on {NAME}",
        "Hello,",
        "somebody, probably you, tried to sign up with this address. It already has an account. Log in here:",
        login_link,
        "If you forgot the password, set a new one:",
        reset_link,
        "If it was not you, there is nothing to do: nothing has changed.",
    )


def password_reset(to: str, *, handle: str, link: str, minutes: int) -> Message:
    """Compose the mail with the link to set a new password."""
    return _compose(
        to,
        f"Set a new password for {NAME}",
        f"Hello @{handle},",
        "set a new password here:",
        link,
        f"The link works once, for {minutes} minutes. Setting a new password logs you out everywhere.",
        "If you did not ask for this, ignore this mail: your password stays as it is.",
    )


def password_changed(to: str, *, handle: str, reset_link: str) -> Message:
    """Compose the mail after a password change or reset."""
    return _compose(
        to,
        f"Your password for {NAME} was changed",
        f"Hello @{handle},",
        "the password of your account has just been changed, and your other sessions were ended.",
        "If this was not you, set a new password at once:",
        reset_link,
    )


def confirm_email_change(to: str, *, handle: str, link: str, hours: int) -> Message:
    """Compose the mail to the new address. The link and the account's password confirm the change."""
    return _compose(
        to,
        f"Confirm your new address for {NAME}",
        f"Hello @{handle},",
        f"somebody logged in as @{handle} asked to use this address for that account. If this is your account, follow "
        "this link and enter its password:",
        link,
        f"The link works once, for {_hours(hours)}. Until then the account keeps its old address.",
        f"If you are not @{handle}, ignore this mail.",
    )


def email_change_requested(to: str, *, handle: str, new_email: str, reset_link: str) -> Message:
    """Compose the mail to the old address, so that a stolen session cannot take over the account unnoticed."""
    return _compose(
        to,
        f"A new address for your account on {NAME}",
        f"Hello @{handle},",
        f"somebody logged in as you asked to make {_masked(new_email)} the address of your account. "
        "It changes as soon as that address is confirmed.",
        "If this was not you, set a new password now. That stops the change and ends all sessions:",
        reset_link,
    )


def email_changed(to: str, *, handle: str, new_email: str) -> Message:
    """Compose the mail to the old address after the change."""
    return _compose(
        to,
        f"Your account on {NAME} has a new address",
        f"Hello @{handle},",
        f"the address of your account is now {_masked(new_email)}. It was confirmed with your password. We send no "
        "further mail about this account to the old address.",
        f"If this was not you, ask the people who run {NAME} to suspend the account.",
    )


def account_deleted(to: str, *, handle: str) -> Message:
    """Compose the mail after the deletion of an account."""
    return _compose(
        to,
        f"Your account on {NAME} was deleted",
        f"Hello @{handle},",
        "your account has been deleted, as you asked. Your profile and your sessions are gone; what you wrote under "
        "other people's projects stays, without your name.",
        "Thank you for having been here.",
    )


def invitation(to: str, *, owner: str, role: str, link: str, days: int) -> Message:
    """Compose the invitation to an address that may have no account.

    It does not name the project, because makers type titles and slugs.
    """
    return _compose(
        to,
        f"You are invited to a project on {NAME}",
        "Hello,",
        f"@{owner} invites you to work with them on a project, as {_ROLES[role]}. See which, and say yes or no:",
        link,
        f"The link works for {days} days. You need an account, with this address or another.",
        "If you do not know them, ignore this mail: nothing happens without you.",
    )


def digest(to: str, *, handle: str, lines: Sequence[str], more: bool, link: str, preferences_link: str) -> Message:
    """Compose the digest of events since the last one, one line each. Lines contain handles and the reader's own
    titles.
    """
    message = _compose(
        to,
        f"What is new for you on {NAME}",
        f"Hello @{handle},",
        "this has happened, and you have not read it yet:" if len(lines) > 1 else "this waits for you:",
        *(f"- {line}" for line in lines),
        *(["And more."] if more else []),
        "Read it here:",
        link,
        "You get this mail because you asked for it. Less often, or not at all:",
        preferences_link,
    )
    return evolve(message, unsubscribe=preferences_link)


def _compose(to: str, subject: str, *paragraphs: str) -> Message:
    """Build a message from paragraphs. A paragraph that is a URL becomes a link in HTML and a separate line in the
    text.
    """
    text = "\n\n".join((*map(_wrapped, paragraphs), f"-- \n{NAME}")) + "\n"
    body = "\n".join(f"<p>{_html(paragraph)}</p>" for paragraph in paragraphs)
    html = (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(subject)}</title></head>\n"
        '<body style="font: 16px/1.5 sans-serif; max-width: 36em; margin: 2em auto; padding: 0 1em">\n'
        f"{body}\n<p>{NAME}</p>\n</body></html>\n"
    )
    return Message(to=to, subject=subject, text=text, html=html)


def _wrapped(paragraph: str) -> str:
    return fill(paragraph, width=72, break_long_words=False, break_on_hyphens=False)


def _html(paragraph: str) -> str:
    if paragraph.startswith(("https://", "http://")):
        return f'<a href="{escape(paragraph)}">{escape(paragraph)}</a>'
    return escape(paragraph)


def _hours(hours: int) -> str:
    return "one hour" if hours == 1 else f"{hours} hours"


def _masked(email: str) -> str:
    local, _, domain = email.rpartition("@")
    return f"{local[:1]}…@{domain}"
