"""Load the reports of the demo makers and the admins' decisions."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from service.core.ids import new_id
from service.dev.demo.community import DemoLife, DemoRemoval, DemoReport
from service.dev.demo.timeline import Happening, World
from service.features.accounts.audit.record import record
from service.features.accounts.notifications.notify import Event, Subject
from service.features.operations.moderation import queries as moderation


def reported(world: World, lives: Mapping[str, DemoLife]) -> Iterator[Happening]:
    cases: dict[DemoReport, UUID] = {}
    for handle, life in lives.items():
        for report in life.reports:
            yield Happening(report.days_ago, partial(_report, world, cases, handle, report))
            if report.removal is not None:
                yield Happening(report.removal.days_ago, partial(_remove, world, cases, report, report.removal))


async def _report(world: World, cases: dict[DemoReport, UUID], handle: str, report: DemoReport, at: datetime) -> None:
    """Insert a report as moderation/reports.py does."""
    kind = "comment" if report.project is None else "project"
    target_id = _comment(world, report.comment) if report.project is None else world.projects[report.project]
    case_id = cases[report] = await moderation.insert_case(world.tx, new_id(), kind, target_id, report.reason, at)
    content = await moderation.find_content(world.tx, kind, target_id)
    assert content is not None
    digest = hashlib.sha256(content.encode()).digest()
    snapshot_id = await moderation.insert_snapshot(world.tx, new_id(), case_id, digest, content, at)
    await moderation.insert_report(
        world.tx, new_id(), case_id, world.makers[handle], report.reason, report.note, snapshot_id, at
    )


def _comment(world: World, key: str | None) -> UUID:
    return next(comment_id for comment, comment_id in world.comments.items() if comment.remark.key == key)


async def _remove(
    world: World, cases: Mapping[DemoReport, UUID], report: DemoReport, removal: DemoRemoval, at: datetime
) -> None:
    """Remove the reported project and settle the case as moderation/queue.py does. Its job runs at once."""
    assert report.project is not None
    case_id = cases[report]
    tx, admin_id, project_id = world.tx, world.makers[removal.by], world.projects[report.project]
    await moderation.settle_case(tx, case_id, "actioned", "removed", removal.answer, admin_id, at)
    project = await moderation.lock_project(tx, project_id)
    await moderation.insert_removal(tx, new_id(), project_id, None, None, report.reason, removal.note, admin_id, at)
    await moderation.update_project_removed(tx, project_id, at)
    detail = {"reason": report.reason, "note": removal.note, "reported": True, "was": project.status}
    await record(tx, admin_id, "project.remove", project_id, at, **detail)
    about = {"kind": "project", "about": str(project_id), "reports": 1}
    await record(tx, admin_id, "report.action", case_id, at, **about, outcome="removed", reason=report.reason)
    owner = Subject(project_id=project_id, note="project_removed")
    await world.tell(Event("moderation", None, [project.owner_id], owner), at)
    for row in await moderation.update_told(tx, case_id, at, 100):
        assert row.reporter_id is not None
        reporter = Subject(report_id=row.report_id, note="actioned")
        await world.tell(Event("moderation", None, [row.reporter_id], reporter), at)
