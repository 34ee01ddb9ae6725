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
        f"someone, probably you, signed up with this address and the handle @{handle}. Open this link to choose "
        "your password and create your account. You can still change the handle there:",
        link,
        f"The link works once, for {_hours(hours)}.",
        "If you did not sign up, ignore this email. No account will be created.",
    )


def already_registered(to: str, *, login_link: str, reset_link: str) -> Message:
    """Compose the mail to an address with an account, after a new registration with that address."""
    return _compose(
        to,
        f"You already have an account on {NAME}",
        "Hello,",
        "someone, probably you, tried to sign up with this address. It already has an account. Log in here:",
        login_link,
        "If you forgot the password, set a new one:",
        reset_link,
        "If this was not you, you can ignore this email. Nothing has changed.",
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
        "If you did not ask for this, ignore this email. Your password stays the same.",
    )


def password_changed(to: str, *, handle: str, reset_link: str) -> Message:
    """Compose the mail after a password change or reset."""
    return _compose(
        to,
        f"Your password for {NAME} was changed",
        f"Hello @{handle},",
        "the password of your account was just changed, and your other sessions were logged out.",
        "If this was not you, set a new password now:",
        reset_link,
    )


def confirm_email_change(to: str, *, handle: str, link: str, hours: int) -> Message:
    """Compose the mail to the new address. The link and the account's password confirm the change."""
    return _compose(
        to,
        f"Confirm your new address for {NAME}",
        f"Hello @{handle},",
        f"someone logged in as @{handle} asked to use this address for that account. If this is your account, "
        "open this link and enter your password:",
        link,
        f"The link works once, for {_hours(hours)}. Until you confirm, the account keeps its old address.",
        f"If you are not @{handle}, ignore this email.",
    )


def email_change_requested(to: str, *, handle: str, new_email: str, reset_link: str) -> Message:
    """Compose the mail to the old address, so that a stolen session cannot take over the account unnoticed."""
    return _compose(
        to,
        f"A new address for your account on {NAME}",
        f"Hello @{handle},",
        f"someone logged in to your account asked to change its address to {_masked(new_email)}. The change takes "
        "effect when that address is confirmed.",
        "If this was not you, set a new password now. This stops the change and logs out all sessions:",
        reset_link,
    )


def email_changed(to: str, *, handle: str, new_email: str) -> Message:
    """Compose the mail to the old address after the change."""
    return _compose(
        to,
        f"Your account on {NAME} has a new address",
        f"Hello @{handle},",
        f"the address of your account is now {_masked(new_email)}. The change was confirmed with your password. "
        "We will send no more email about this account to the old address.",
        f"If this was not you, ask the operators of {NAME} to suspend the account.",
    )


def account_deleted(to: str, *, handle: str) -> Message:
    """Compose the mail after the deletion of an account."""
    return _compose(
        to,
        f"Your account on {NAME} was deleted",
        f"Hello @{handle},",
        "your account was deleted, as you asked. Your profile and sessions are deleted. Your comments on other "
        "people's projects stay, without your name.",
        "Thank you for being part of our community.",
    )


def invitation(to: str, *, owner: str, role: str, link: str, days: int) -> Message:
    """Compose the invitation to an address that may have no account.

    It does not name the project, because makers type titles and slugs.
    """
    return _compose(
        to,
        f"Invitation to a project on {NAME}",
        "Hello,",
        f"@{owner} invites you to a project as {_ROLES[role]}. View the invitation to accept or decline it:",
        link,
        f"The link works for {days} days. You need an account, with this or another address.",
        f"If you do not know @{owner}, ignore this email.",
    )


def digest(to: str, *, handle: str, lines: Sequence[str], more: bool, link: str, preferences_link: str) -> Message:
    """Compose the digest of events since the last one, one line each. Lines contain handles and the reader's own
    titles.
    """
    message = _compose(
        to,
        f"New notifications on {NAME}",
        f"Hello @{handle},",
        "you have unread notifications:" if len(lines) > 1 else "you have an unread notification:",
        *(f"- {line}" for line in lines),
        *(["There are more unread notifications."] if more else []),
        "Read it here:",
        link,
        "You receive this email because you enabled digests. Change how often, or unsubscribe:",
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
