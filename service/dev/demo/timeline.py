"""What happens in the demo data: one thing after the other, and whom it is told."""

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
"""Nobody is told of what is older: they would have read it, and each takes four statements."""


@frozen
class World:
    """What has been loaded up to now, by the names that the files use."""

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
        """Tells whom it concerns, as the worker would have done then."""
        if self.now - at < TOLD_SINCE:
            await tell_event(self.tx, event, at)

    async def tell_of_jobs(self, at: datetime) -> None:
        """The same for what wrote itself into the outbox: the worker would say that it happens now."""
        for payload in await take_jobs(self.tx, EVENT):
            await self.tell(event_of(orjson.loads(payload)), at)


@frozen
class Happening:
    days_ago: float
    happen: Callable[[datetime], Awaitable[None]]
    """Takes the time of it."""


async def play(world: World, happenings: Iterable[Happening]) -> None:
    """Lets everything happen in the order of its time: ids, threads and notifications follow each other so."""
    for happening in sorted(happenings, key=lambda happening: happening.days_ago, reverse=True):
        await happening.happen(world.at(happening.days_ago))
