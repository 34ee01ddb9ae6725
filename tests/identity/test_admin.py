"""Test roles, suspensions and the rule that one admin must remain."""

import asyncio
import time

import pytest

from service.features.operations.administration.accounts import promote
from tests.api import RunningService


async def test_an_admin_appoints_and_demotes_another(service: RunningService) -> None:
    root, ada = await service.admin(), await service.maker("ada")
    (await ada.put("/admin/makers/grace/suspension")).expect(403, "admin_only")
    (await root.put("/admin/makers/ada/role", {"role": "admin"})).expect(204)
    assert (await ada.me()).json["role"] == "admin"
    (await ada.put("/admin/makers/ada/role", {"role": "admin"})).expect(204)  # at once, with the existing session
    (await root.put("/admin/makers/ADA/role", {"role": "maker"})).expect(204)
    (await ada.put("/admin/makers/ada/role", {"role": "admin"})).expect(403)
    assert (await ada.me()).json["role"] == "maker"


@pytest.mark.parametrize("body", [{"role": "owner"}, {}, {"role": "admin", "id": 1}])
async def test_an_unknown_role_is_rejected(service: RunningService, body: dict[str, object]) -> None:
    root = await service.admin()
    (await root.put("/admin/makers/root-ada/role", body)).expect(422)


async def test_an_unknown_maker_cannot_be_changed(service: RunningService) -> None:
    root = await service.admin()
    (await root.put("/admin/makers/nobody/role", {"role": "admin"})).expect(404)
    (await root.put("/admin/makers/nobody/suspension")).expect(404)
    (await root.delete("/admin/makers/nobody/suspension")).expect(404)
    (await service.client().put("/admin/makers/root-ada/suspension")).expect(401)


async def test_the_last_admin_cannot_be_removed(service: RunningService) -> None:
    root = await service.admin()
    (await root.put("/admin/makers/root-ada/role", {"role": "maker"})).expect(409, "last_admin")
    (await root.put("/admin/makers/root-ada/suspension")).expect(409, "last_admin")
    (await root.delete_me()).expect(409, "last_admin")
    ada = await service.maker("ada")
    (await root.put("/admin/makers/ada/role", {"role": "admin"})).expect(204)
    (await root.put("/admin/makers/ada/suspension")).expect(204)
    (await root.delete_me()).expect(409, "last_admin")  # a suspended admin does not count
    (await root.delete("/admin/makers/ada/suspension")).expect(204)
    (await root.delete_me()).expect(204)
    (await ada.login()).expect(200)
    (await ada.put("/admin/makers/ada/role", {"role": "maker"})).expect(409, "last_admin")


_WAITING = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"


async def test_one_of_two_admins_who_demote_each_other_remains(service: RunningService) -> None:
    root, ada = await service.admin(), await service.maker("ada")
    (await root.put("/admin/makers/ada/role", {"role": "admin"})).expect(204)
    async with service.context.db.transaction() as tx:
        # Both transactions stop at the same lock, so both have read before either has written.
        await tx.fetch("select maker_id from maker for no key update")
        both = asyncio.gather(
            root.put("/admin/makers/ada/role", {"role": "maker"}), ada.put("/admin/makers/root-ada/suspension")
        )
        while await service.context.db.fetchval(_WAITING) < 2:  # noqa: ASYNC110 - locks have no event
            await asyncio.sleep(0.01)
    assert sorted(reply.status for reply in await both) == [204, 403]
    left = await service.context.db.fetchval("select count(*) from maker where role = 'admin' and status = 'active'")
    assert left == 1


async def test_a_suspension_ends_access_at_once(service: RunningService) -> None:
    root, ada, grace = await service.admin(), await service.maker("ada"), await service.maker("grace")
    (await ada.me()).expect(200)
    (await root.put("/admin/makers/ada/suspension")).expect(204)
    ended = time.perf_counter()
    (await ada.me()).expect(401)
    assert time.perf_counter() - ended < 0.1
    (await root.put("/admin/makers/ada/suspension")).expect(204)
    (await ada.refresh(keep=False)).expect(401)
    (await ada.login(keep=False)).expect(403, "account_suspended")
    (await grace.me()).expect(200)
    (await grace.get("/makers/ada")).expect(200)  # published projects stay visible

    (await root.delete("/admin/makers/ada/suspension")).expect(204)
    (await ada.me()).expect(401)
    (await ada.login()).expect(200)


async def test_a_suspended_maker_gets_no_reset_link(service: RunningService) -> None:
    root, ada = await service.admin(), await service.maker("ada")
    (await root.put("/admin/makers/ada/suspension")).expect(204)
    before = len(await service.mails_to(ada.email))
    (await ada.post("/auth/password/forgot", {"email": ada.email})).expect(202)
    assert len(await service.mails_to(ada.email)) == before


async def test_the_command_appoints_the_first_admin(service: RunningService) -> None:
    ada = await service.maker("ada")
    url = service.context.config.database_url
    (await ada.put("/admin/makers/ada/suspension")).expect(403)
    assert await promote(url, "ADA@example.org") == "@ada is an admin."
    await service.deliver()
    (await ada.put("/admin/makers/ada/suspension")).expect(409, "last_admin")
    with pytest.raises(SystemExit, match="valid email address"):
        await promote(url, "ada")
    with pytest.raises(SystemExit, match="No account"):
        await promote(url, "nobody@example.org")
    await service.context.db.execute("update maker set status = 'suspended'")
    with pytest.raises(SystemExit, match="suspended"):
        await promote(url, "ada@example.org")
