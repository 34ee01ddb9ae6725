"""Events of the demo data in chronological order, and their notifications."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import orjson
from attrs import field, frozen

from service.db.pool import Tx
from service.dev.demo.queries import take_jobs
from service.dev.demo.threads import DemoComment
from service.features.accounts.notifications.delivery import event_of, tell_event
from service.features.accounts.notifications.notify import EVENT, Event

TOLD_SINCE: Final = timedelta(days=30)
"""Older events create no notifications: each takes four statements, and they would be read already."""


@frozen
class World:
    """Loaded rows by the names that the files use."""

    tx: Tx
    now: datetime
    makers: Mapping[str, UUID]
    """By handle."""
    projects: Mapping[str, UUID]
    """By handle/slug."""
    workflows: dict[str, UUID] = field(factory=dict)
    """By handle/project/workflow."""
    comments: dict[DemoComment, UUID] = field(factory=dict)

    def at(self, days_ago: float) -> datetime:
        return self.now - timedelta(days=days_ago)

    def owner_of(self, project: str) -> UUID:
        return self.makers[project.partition("/")[0]]

    async def tell(self, event: Event, at: datetime) -> None:
        """Deliver the notification as the job process would have done at that time."""
        if self.now - at < TOLD_SINCE:
            await tell_event(self.tx, event, at)

    async def tell_of_jobs(self, at: datetime) -> None:
        """Deliver the notifications in the outbox. The job process would use the current time."""
        for payload in await take_jobs(self.tx, EVENT):
            await self.tell(event_of(orjson.loads(payload)), at)


@frozen
class Happening:
    days_ago: float
    happen: Callable[[datetime], Awaitable[None]]
    """Called with the time of the event."""


async def play(world: World, happenings: Iterable[Happening]) -> None:
    """Run all events in chronological order, so that ids, threads and notifications are in order."""
    for happening in sorted(happenings, key=lambda happening: happening.days_ago, reverse=True):
        await happening.happen(world.at(happening.days_ago))
