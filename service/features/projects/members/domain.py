"""How many may work on a project, and how long an invitation waits."""

from datetime import timedelta
from typing import Final

MAX_MEMBERS: Final = 50
"""Of one project, its owner included."""
MAX_WAITING: Final = 20
"""Invitations of one project that wait at a time."""

INVITATION_LIFE: Final = timedelta(days=7)

MAILS_TO_ONE: Final = 5
"""Invitations that are mailed to one person in MAILS_COUNTED, whoever sends them; more wait without a mail."""
MAILS_COUNTED: Final = timedelta(days=1)
