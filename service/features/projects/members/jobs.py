"""Jobs that send invitation e-mails and purge expired invitations."""

from typing import Any, Final
from uuid import UUID

from service.features.projects.members.domain import INVITATION_LIFE, MAILS_COUNTED, MAILS_TO_ONE
from service.features.projects.members.invitations import MAIL, PURPOSE
from service.features.projects.members.queries import find_mail
from service.features.projects.members.queries import purge as purge_expired
from service.jobs.context import JobContext, Jobs, Periodic
from service.mail import templates
from service.security.tokens import OneTimeTokens

_PORTION: Final = 500


async def send_invitation(job: JobContext, payload: dict[str, Any]) -> None:
    """Send the invitation link by e-mail.

    Send nothing if the invitation has ended, the invitee is already a member, or the person got too many e-mails.
    """
    invitation_id = UUID(payload["invitation_id"])
    row = await find_mail(job.db, invitation_id, job.clock(), MAILS_COUNTED)
    if row is None or row.earlier >= MAILS_TO_ONE:
        return
    # Browsers never send the fragment, so no server log and no Referer header contains the token.
    token = OneTimeTokens(job.keyring).encode(PURPOSE, invitation_id)
    message = templates.invitation(
        row.email,
        owner=row.owner_handle,
        role=row.role,
        link=f"{job.config.web_url}/invitations#{token}",
        days=INVITATION_LIFE.days,
    )
    await job.mailer.send(message, event_id=job.event_id)


async def purge(job: JobContext, payload: dict[str, Any]) -> None:
    """Delete expired invitations, whatever their outcome."""
    while await purge_expired(job.db, job.clock(), _PORTION) == _PORTION:
        pass


JOBS: Final[Jobs] = {MAIL: send_invitation}
PERIODIC: Final[Periodic] = {"members.purge": (3600, purge)}
