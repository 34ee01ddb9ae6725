"""Routes of members and invitations, with their authentication and rate limits."""

from typing import Final

from service.cache.limits import READ, WRITE, Limit
from service.features.projects.members.invitations import (
    accept_invitation,
    decline_invitation,
    get_invitation,
    invite,
    list_my_invitations,
    list_project_invitations,
    withdraw_invitation,
)
from service.features.projects.members.membership import (
    change_member,
    list_project_members,
    remove_member,
    transfer_project,
)
from service.http.routing import MAKER, Route, route

INVITE: Final = Limit("invite", 30, 3600)
"""Rate limit of invitations: each one can send an unsolicited e-mail."""

_ONE: Final = "/projects/{handle}/{slug}"
_MEMBER: Final = f"{_ONE}/members/{{member}}"
_INVITATIONS: Final = f"{_ONE}/invitations"
_SMALL: Final = 4096

_SEEN: Final = {403: "not_yours"}

ROUTES: Final[list[Route]] = [
    route("GET", f"{_ONE}/members", list_project_members, auth=MAKER, limit=READ, responses=_SEEN),
    route(
        "PUT",
        _MEMBER,
        change_member,
        auth=MAKER,
        limit=WRITE,
        body_limit=_SMALL,
        responses=_SEEN | {409: "is_owner archived removed"},
    ),
    route("DELETE", _MEMBER, remove_member, auth=MAKER, limit=WRITE, responses=_SEEN | {409: "is_owner"}),
    route("GET", _INVITATIONS, list_project_invitations, auth=MAKER, limit=READ, responses=_SEEN),
    route(
        "POST",
        _INVITATIONS,
        invite,
        auth=MAKER,
        limit=INVITE,
        body_limit=_SMALL,
        idempotent=True,
        responses=_SEEN | {409: "already_member too_many_invitations too_many_members archived removed"},
        private=True,
    ),
    route(
        "DELETE",
        f"{_INVITATIONS}/{{invitation_id}}",
        withdraw_invitation,
        auth=MAKER,
        limit=WRITE,
        responses=_SEEN,
        private=True,
    ),
    route(
        "POST",
        f"{_ONE}/transfer",
        transfer_project,
        auth=MAKER,
        limit=WRITE,
        body_limit=_SMALL,
        responses=_SEEN | {409: "slug_taken account_inactive archived removed quota_exceeded"},
    ),
    route("GET", "/me/invitations", list_my_invitations, auth=MAKER, limit=READ),
    route("GET", "/invitations/{token}", get_invitation, auth=MAKER, limit=READ),
    route(
        "POST",
        "/invitations/{token}/accept",
        accept_invitation,
        auth=MAKER,
        limit=WRITE,
        responses={403: "account_inactive", 409: "too_many_members archived removed"},
    ),
    route(
        "POST",
        "/invitations/{token}/decline",
        decline_invitation,
        auth=MAKER,
        limit=WRITE,
        responses={409: "accepted"},
        private=True,
    ),
]
