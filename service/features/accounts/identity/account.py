"""Account management: profile, e-mail change and deletion."""

from datetime import datetime
from typing import Final
from uuid import UUID

import orjson
from msgspec.structs import replace

from service.core.ids import new_id
from service.db.pool import Tx
from service.deps import Deps
from service.features.accounts.identity import events
from service.features.accounts.identity.checks import check, checked, refuse_last_admin, require_password
from service.features.accounts.identity.domain import (
    EMAIL_CHANGE_LIFE,
    FORGET,
    HANDLE_RESERVED,
    RESERVATIONS_PER_MAKER,
    deleted_handle,
    display_name_of,
    email_of,
    handle_of,
    name_of,
    url_of,
)
from service.features.accounts.identity.limits import may_mail
from service.features.accounts.identity.passwords import changed_meanwhile
from service.features.accounts.identity.queries import (
    MeRow,
    anonymise_maker,
    count_reservations,
    delete_other_tokens,
    delete_registrations_by_maker,
    delete_reservation,
    find_handle_holder,
    find_reservation,
    forget_reporter,
    get_credentials,
    insert_reservation,
    insert_token,
    list_shared_projects,
    lock_admins,
    lock_me,
    revoke_sessions,
    scrub_sessions,
    update_profile,
)
from service.features.accounts.identity.queries import get_me as get_me_row
from service.features.accounts.identity.registration import EMAIL_CHANGE, handle_taken
from service.features.accounts.identity.schemas import Deletion, EmailChange, Me, Notice, Profile
from service.http.etags import IfMatch
from service.http.problem import Conflict, FieldError, TooManyRequests, Unprocessable
from service.http.request import Principal, RequestInfo
from service.http.results import Accepted, NoContent
from service.http.schema.fields import Missing
from service.http.schema.mapper import JSON, mapper
from service.jobs.outbox import enqueue

_NAMED: Final = 5
"""Maximum number of projects named in a refusal."""


me_of: Final = mapper(MeRow, Me, id="maker_id", links=JSON)


async def get_me(deps: Deps, maker: Principal) -> Me:
    """Return your account."""
    return me_of(await get_me_row(deps.db, maker.maker_id))


async def update_me(tx: Tx, deps: Deps, maker: Principal, if_match: IfMatch, body: Profile) -> Me:
    """Update your profile.

    After a handle change, the old handle stays reserved for 90 days and redirects to the new one.
    """
    row = await lock_me(tx, maker.maker_id)
    if_match.check(row.version)
    changed = _merged(row, body)
    now = deps.clock()
    renamed = changed.handle != row.handle
    if renamed:
        await _move_reservations(tx, row, changed.handle, now)
    updated = await update_profile(
        tx,
        maker_id=row.maker_id,
        handle=changed.handle,
        display_name=changed.display_name,
        bio=changed.bio,
        links=changed.links,
        avatar_url=changed.avatar_url,
        now=now,
    )
    if renamed and await find_reservation(tx, updated.handle, now) is not None:
        raise handle_taken()  # reserved while the update waited for the unique key
    return me_of(updated)


def _merged(row: MeRow, body: Profile) -> MeRow:
    """Return the row with the validated changes applied. Raises Unprocessable."""
    errors: list[FieldError] = []
    if not isinstance(body.handle, Missing) and body.handle.lower() != row.handle:
        row = replace(row, handle=check(errors, "/handle", handle_of, body.handle))
    if not isinstance(body.display_name, Missing) and body.display_name != row.display_name:
        row = replace(row, display_name=check(errors, "/display_name", display_name_of, body.display_name))
    if not isinstance(body.bio, Missing):
        row = replace(row, bio=body.bio.strip())
    if not isinstance(body.links, Missing):
        links = [
            {
                "label": check(errors, f"/links/{index}/label", name_of, link.label),
                "url": check(errors, f"/links/{index}/url", url_of, link.url),
            }
            for index, link in enumerate(body.links)
        ]
        row = replace(row, links=orjson.dumps(links).decode())
    if not isinstance(body.avatar_url, Missing):
        url = None if body.avatar_url is None else check(errors, "/avatar_url", url_of, body.avatar_url)
        row = replace(row, avatar_url=url)
    if errors:
        raise Unprocessable(errors)
    return row


async def _move_reservations(tx: Tx, row: MeRow, handle: str, now: datetime) -> None:
    holder = await find_handle_holder(tx, handle, now)
    if holder is not None and holder != row.maker_id:
        raise handle_taken()
    if holder is None and await count_reservations(tx, row.maker_id, now) >= RESERVATIONS_PER_MAKER:
        # Without this limit, one maker could reserve any number of handles.
        raise Conflict(
            "too_many_handles",
            "You have released several handles recently. Return to one of them, or try again later.",
            "/handle",
        )
    await delete_reservation(tx, handle, row.maker_id)
    await insert_reservation(tx, row.handle, row.maker_id, now + HANDLE_RESERVED)


async def change_email(deps: Deps, request: RequestInfo, maker: Principal, body: EmailChange) -> Accepted[Notice]:
    """Request a change of your e-mail address.

    The address changes when you follow the link mailed to the new address and enter your password.
    """
    email = checked("/email", email_of, body.email)
    current = await get_credentials(deps.db, maker.maker_id)
    await require_password(deps, current.password_hash, body.password)
    if email == current.email:
        raise Conflict("unchanged", "This is already your address.", "/email")
    if not await may_mail(deps, "email_change", email, request.address):
        raise TooManyRequests(3600, "Too many emails were sent to this address. Try again in an hour.")
    now = deps.clock()
    token_id = new_id()

    async def work(tx: Tx) -> None:
        await insert_token(
            tx,
            token_id=token_id,
            purpose=EMAIL_CHANGE,
            maker_id=maker.maker_id,
            new_email=email,
            created_at=now,
            expires_at=now + EMAIL_CHANGE_LIFE,
        )
        await events.mail(tx, EMAIL_CHANGE, token_id=token_id)
        await events.mail(tx, "email_change_requested", email=current.email, handle=current.handle, new_email=email)

    await deps.db.run(work)
    return Accepted(Notice("We sent an email to the new address. Open its link and enter your password."))


async def delete_me(deps: Deps, maker: Principal, body: Deletion) -> NoContent:
    """Delete your account.

    Your profile and personal data are deleted. Projects that others build on stay. The response is 409
    `has_shared_projects` while projects you own have other members.
    """
    current = await get_credentials(deps.db, maker.maker_id)
    await require_password(deps, current.password_hash, body.password)
    now = deps.clock()

    async def work(tx: Tx) -> None:
        refuse_last_admin(await lock_admins(tx), maker.maker_id)
        await _refuse_shared(tx, maker.maker_id)
        me = await lock_me(tx, maker.maker_id)
        if (
            await anonymise_maker(tx, maker.maker_id, current.password_hash, deleted_handle(maker.maker_id), now)
            is None
        ):
            raise changed_meanwhile()
        # Reserve the handle against impersonation.
        await insert_reservation(tx, me.handle, maker.maker_id, now + HANDLE_RESERVED)
        await delete_other_tokens(tx, maker.maker_id, None)
        await delete_registrations_by_maker(tx, maker.maker_id)
        await forget_reporter(tx, maker.maker_id)
        ended = await revoke_sessions(tx, maker.maker_id, None, now)
        await scrub_sessions(tx, maker.maker_id)
        await enqueue(tx, FORGET, {"maker_id": maker.maker_id})
        await events.mail(tx, "account_deleted", email=me.email, handle=me.handle)
        await events.sessions_ended(tx, deps, maker.maker_id, ended)

    await deps.db.run(work)
    return NoContent()


async def _refuse_shared(tx: Tx, maker_id: UUID) -> None:
    """Raise Conflict when the maker owns projects with other members."""
    slugs = await list_shared_projects(tx, maker_id, _NAMED + 1)
    if slugs:
        named = ", ".join(slugs[:_NAMED]) + (" and others" if len(slugs) > _NAMED else "")
        raise Conflict(
            "has_shared_projects",
            f"Your projects have other members: {named}. Transfer or delete these projects, or remove their "
            "members, first.",
        )
