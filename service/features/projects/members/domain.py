"""Limits of memberships and invitations."""

from datetime import timedelta
from typing import Final

MAX_MEMBERS: Final = 50
"""Maximum number of members of a project, including its owner."""
MAX_WAITING: Final = 20
"""Maximum number of pending invitations of a project."""

INVITATION_LIFE: Final = timedelta(days=7)

MAILS_TO_ONE: Final = 5
"""Maximum number of invitation e-mails to a person in MAILS_COUNTED, from all senders. Further ones send no e-mail."""
MAILS_COUNTED: Final = timedelta(days=1)
