"""Composition root: builds the application from its configuration."""

import os
from collections.abc import Sequence
from datetime import timedelta
from functools import cache, partial
from types import ModuleType
from typing import Final
from uuid import UUID

from attrs import frozen

from service.cache.admission import Admission
from service.cache.limits import LocalLimiter
from service.cache.page_cache import PageCache
from service.cache.pubsub import PubSub
from service.cache.redis import RedisClient
from service.cache.sessions import Sessions
from service.core.clock import Clock, SystemClock, system_clock
from service.core.compute import Compute
from service.core.config import API_PATH, Config
from service.core.log import log_request
from service.core.metrics import Metrics
from service.db.batching import Batcher
from service.db.clock_skew import ClockSkew
from service.db.errors import DatabaseUnavailable
from service.db.migrations import find_schema_trouble
from service.db.pool import Database
from service.db.query import SPECS, QueryError, orphans
from service.deps import Deps
from service.features.accounts.identity import jobs as identity_jobs
from service.features.accounts.identity import routes as identity
from service.features.accounts.identity.queries import load_sessions
from service.features.accounts.makers import routes as makers
from service.features.accounts.notifications import jobs as notifications_jobs
from service.features.accounts.notifications import routes as notifications
from service.features.accounts.notifications.broadcaster import Broadcaster
from service.features.community.collections import routes as collections
from service.features.community.discovery import jobs as discovery_jobs
from service.features.community.discovery import routes as discovery
from service.features.community.discussion import routes as discussion
from service.features.community.feeds import jobs as feeds_jobs
from service.features.community.feeds import routes as feeds
from service.features.community.search import jobs as search_jobs
from service.features.community.search import routes as search
from service.features.community.sitemap import jobs as sitemap_jobs
from service.features.community.sitemap import routes as sitemap
from service.features.community.tags import routes as tags
from service.features.community.tools import routes as tools
from service.features.operations.administration import routes as administration
from service.features.operations.moderation import jobs as moderation_jobs
from service.features.operations.moderation import routes as moderation
from service.features.projects.members import jobs as members_jobs
from service.features.projects.members import routes as members
from service.features.projects.projects import jobs as projects_jobs
from service.features.projects.projects import routes as projects
from service.features.workflows.formats import routes as formats
from service.features.workflows.remixes import routes as remixes
from service.features.workflows.versions import routes as workflows
from service.http import docs, openapi, operations
from service.http.binding import bind
from service.http.dispatch import Dispatch
from service.http.guard import Guards
from service.http.pagination import Cursors
from service.http.problem import Constraints
from service.http.request import Addresses, RequestInfo
from service.http.results import Raw
from service.http.routing import Route
from service.http.transport.stream import REASONS, Streams
from service.jobs import housekeeping
from service.jobs.context import Handler, JobContext, Jobs, Periodic
from service.mail.mailer import Mailer
from service.security.keyring import KeyRing
from service.security.passwords import Passwords
from service.security.tokens import ACCESS_TOKEN_SECONDS, AccessTokens

FEATURES: Final[Sequence[ModuleType]] = (
    identity,
    makers,
    projects,
    members,
    workflows,
    formats,
    remixes,
    tags,
    tools,
    discovery,
    search,
    discussion,
    moderation,
    administration,
    notifications,
    collections,
    feeds,
    sitemap,
)
"""The routes of every feature. Add one line for a new feature."""

JOBS: Final[Sequence[ModuleType]] = (
    identity_jobs,
    notifications_jobs,
    projects_jobs,
    members_jobs,
    discovery_jobs,
    feeds_jobs,
    search_jobs,
    sitemap_jobs,
    moderation_jobs,
    housekeeping,
)
"""Modules with jobs. Each may define JOBS and PERIODIC."""

SHORTEST_INTERVAL: Final = 60
"""Minimum seconds between two runs of a periodic job."""


def routes() -> list[Route]:
    """Return the routes of all features, served under API_PATH."""
    return [route for feature in FEATURES for route in feature.ROUTES]


def constraints() -> Constraints:
    """Return the problems that all features report for violated database constraints."""
    return Constraints(dict(pair for feature in FEATURES for pair in getattr(feature, "CONSTRAINTS", {}).items()))


def tables() -> list[openapi.Table]:
    """Return all route tables of the OpenAPI document with their path prefixes."""
    return [("", operations.ROUTES), (API_PATH, routes())]


@cache
def openapi_document() -> bytes:
    """Return the encoded OpenAPI document, as served and as committed.

    Raises RouteError if two elements use the same name.
    """
    return openapi.encode(tables())


@cache
def _served_document() -> Raw:
    return Raw(openapi_document(), "application/json")


class App:
    """Application of one process. While `draining` is true, readyz returns 503."""

    def __init__(self, deps: Deps) -> None:
        self.deps = deps
        self.draining = False
        guards = Guards(deps.access_tokens, deps.admission, deps.sessions)
        # Readiness checks have no rate limit; batching sends PostgreSQL one check at a time.
        ready: Batcher[None, str | None] = Batcher(self._find_trouble, max_batch=deps.config.max_in_flight)
        # Clocks passed in by tests are not corrected.
        self._clock_skew = ClockSkew(deps.db, deps.clock) if isinstance(deps.clock, SystemClock) else None
        probes = operations.Operations(lambda: ready(None), lambda: self.draining, _served_document)
        self.handle = Dispatch(
            [
                (
                    route.method,
                    prefix + route.path,
                    bind(
                        route,
                        deps=deps if prefix else probes,
                        guards=guards,
                        db=deps.db,
                        clock=deps.clock,
                        pages=deps.pages,
                    ),
                )
                for prefix, table in [*tables(), ("", docs.ROUTES)]
                for route in table
            ],
            constraints=constraints(),
            addresses=Addresses(deps.config.trusted_proxies),
            observe=self._observe,
            max_in_flight=deps.config.max_in_flight,
            streams=deps.streams,
        )
        self._measure()

    @property
    def streams(self) -> Streams:
        """Return the open streams, which a draining process closes."""
        return self.deps.streams

    async def _find_trouble(self, asked: list[None]) -> list[str | None]:
        """Return the reason why this process is not ready, or None, once per batched caller."""
        try:
            trouble = await find_schema_trouble(self.deps.db) or self.deps.db.trouble
        except DatabaseUnavailable as error:
            trouble = f"Cannot use the database: {error}"
        if trouble is None and self._clock_skew is not None:
            trouble = self._clock_skew.trouble
        return [trouble] * len(asked)

    def _measure(self) -> None:
        """Connect the metrics to the counters that the components keep."""
        deps, metrics = self.deps, self.deps.metrics
        metrics.in_flight.watch(lambda: self.handle.in_flight)
        metrics.redis_round_trips.follow(lambda: deps.redis.round_trips)
        metrics.admission_requests.follow(lambda: deps.admission.asked)
        metrics.database_statements.follow(lambda: deps.db.statement_count)
        metrics.database_connections.watch(lambda: deps.db.size - deps.db.idle)
        metrics.database_breaker_open.watch(lambda: not deps.db.available)
        if (skew := self._clock_skew) is not None:
            metrics.clock_skew.watch(lambda: skew.skew)
        metrics.cache_breaker_open.watch(lambda: not deps.redis.available)
        metrics.page_bytes.watch(lambda: deps.pages.bytes_held)
        for outcome in ("hits", "stale", "misses", "past"):
            metrics.pages.labels(outcome).follow(partial(getattr, deps.pages, outcome))
        metrics.page_refreshes.follow(lambda: deps.pages.refreshes)
        metrics.streams_open.watch(lambda: len(deps.streams))
        for reason in REASONS:
            metrics.streams_ended.labels(reason).follow(partial(deps.streams.ended.__getitem__, reason))
        deps.db.on_batch = metrics.batched.labels("database").observe

    async def start(self) -> None:
        """Open the database pool and Redis connections. Neither server needs to be available."""
        await self.deps.db.start()
        if self._clock_skew is not None:
            await self._clock_skew.start()
        await self.deps.redis.start()
        await self.deps.broadcaster.start()
        await self.deps.pubsub.start()

    async def stop(self) -> None:
        """Close everything that `start` opened."""
        self.deps.streams.close()
        await self.deps.broadcaster.close()
        self.deps.passwords.close()
        self.deps.compute.close()
        await self.deps.pages.close()
        await self.deps.pubsub.close()
        await self.deps.redis.close()
        if self._clock_skew is not None:
            await self._clock_skew.close()
        await self.deps.db.close()

    def _observe(self, info: RequestInfo, method: str, status: int, seconds: float) -> None:
        self.deps.metrics.request(info.route, method, status, seconds)
        log_request(info.id, method, info.path, info.route, status, seconds, info.address)


def job_handlers() -> tuple[dict[str, Handler], dict[str, tuple[int, Handler]]]:
    """Return the handlers of all jobs and of all periodic jobs.

    Raises ValueError for two handlers of one kind, and for an interval below SHORTEST_INTERVAL.
    """
    jobs: dict[str, Handler] = {}
    periodic: dict[str, tuple[int, Handler]] = {}
    for module in JOBS:
        found: Jobs = getattr(module, "JOBS", {})
        recurring: Periodic = getattr(module, "PERIODIC", {})
        for kind in [*found, *recurring]:
            if kind in jobs or kind in periodic:
                raise ValueError(f"two handlers for jobs of kind {kind}")
        for kind, (seconds, _) in recurring.items():
            if seconds < SHORTEST_INTERVAL:
                raise ValueError(f"{kind}: the interval is shorter than {SHORTEST_INTERVAL} s")
        jobs.update(found)
        periodic.update(recurring)
    return jobs, periodic


@frozen
class _Core:
    """Components that API and job processes have in common."""

    db: Database
    redis: RedisClient
    keyring: KeyRing
    sessions: Sessions


def _core(config: Config, clock: Clock, *, pool_size: int, application: str) -> _Core:
    db = Database(
        config.database_url,
        size=pool_size,
        statements=2 * len(SPECS),
        application=application,
        pooler=config.database_pooler,
        breaker=True,
    )
    redis = RedisClient(config.redis_url)
    sessions = Sessions(
        redis,
        lambda ids: load_sessions(db, ids, clock=clock),
        buckets=config.redis_buckets,
        access_token_lifetime=timedelta(seconds=ACCESS_TOKEN_SECONDS),
        clock=clock,
    )
    return _Core(db, redis, KeyRing(config.secret_keys), sessions)


def create_job_context(config: Config, *, clock: Clock = system_clock) -> JobContext:
    """Create the context of a job process without opening any connection."""
    core = _core(config, clock, pool_size=config.database_job_pool_size, application="worker")
    return JobContext(
        config=config,
        clock=clock,
        db=core.db,
        redis=core.redis,
        sessions=core.sessions,
        mailer=Mailer.from_url(config.mail_url, config.mail_from),
        keyring=core.keyring,
        event_id=UUID(int=0),
        attempt=0,
    )


def create_app(config: Config, *, clock: Clock = system_clock) -> App:
    """Create the application of one process.

    Raises RouteError or QueryError if route tables, handlers and SQL files do not match.
    """
    if unbound := orphans():
        raise QueryError(f"no query stub for {', '.join(str(path) for path in unbound)}")
    core = _core(config, clock, pool_size=config.database_pool_size, application="aipoweredmakers")
    db, redis, keyring, sessions = core.db, core.redis, core.keyring, core.sessions
    pubsub = PubSub(config.redis_url)
    deps = Deps(
        config=config,
        clock=clock,
        db=db,
        redis=redis,
        pubsub=pubsub,
        pages=PageCache(redis, pubsub, capacity=config.page_cache_bytes, grace=config.page_grace, clock=clock),
        admission=Admission(redis, sessions, LocalLimiter(config.workers), buckets=config.redis_buckets),
        sessions=sessions,
        keyring=keyring,
        access_tokens=AccessTokens(keyring, config.public_url, clock),
        # All workers share the machine's cores, so each worker gets its share of hashing threads.
        passwords=Passwords(max(1, (os.cpu_count() or 1) // config.workers)),
        compute=Compute(),
        cursors=Cursors(keyring),
        streams=Streams(config.max_streams, config.max_streams_per_address),
        broadcaster=Broadcaster(pubsub, db, clock, limit_per_maker=config.max_streams_per_maker),
        metrics=Metrics(),
    )
    return App(deps)
