"""Naive peer: the same endpoint and guarantees with aiohttp, asyncpg, redis-py and PyJWT, one call each.

Every request decodes its token, asks Redis for the session and then for the rate limit (the same rule as a script), and
PostgreSQL for the project. Pools have their defaults. Unlike the service, it logs and counts nothing.
"""

import argparse
import asyncio
import uuid
from collections.abc import AsyncIterator
from hashlib import sha256
from typing import Final

import asyncpg
import jwt
import orjson
import uvloop
from aiohttp import web
from aiohttp.typedefs import Handler
from redis import asyncio as redis
from redis.commands.core import AsyncScript

from service.core.config import Config
from service.security.keyring import KeyRing

QUOTA: Final = 600
WINDOW: Final = 60
SESSION_SECONDS: Final = 900

# GCRA: KEYS[1] is the caller; ARGV are interval and tolerance in microseconds. It returns whether the request is
# admitted, and how far ahead the caller then is.
LIMIT: Final = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval, tolerance = tonumber(ARGV[1]), tonumber(ARGV[2])
local ahead = math.max((tonumber(redis.call('GET', KEYS[1])) or now) - now, 0)
if ahead + interval > tolerance then
  return {0, ahead}
end
ahead = ahead + interval
redis.call('SET', KEYS[1], string.format('%.0f', now + ahead), 'PX', math.ceil(ahead / 1000))
return {1, ahead}
"""

SESSION: Final = """
select m.role from session s join maker m on m.maker_id = s.maker_id
where s.session_id = $1 and s.maker_id = $2 and s.revoked_at is null and s.expires_at > now() and m.status = 'active'
"""

PROJECT: Final = """
select
    p.project_id, o.handle, p.slug, o.display_name, o.avatar_url, p.title, p.tagline, p.body, p.links, p.cover_url,
    p.tags, p.visibility, p.status, p.version, s.stars, s.forks, s.comments, p.created_at, p.updated_at, p.published_at
from maker o
join project p on p.owner_id = o.maker_id and p.slug = $2 and p.deleted_at is null
join project_stats s on s.project_id = p.project_id
left join project_member m on m.project_id = p.project_id and m.maker_id = $3
where o.handle = $1 and o.status <> 'deleted'
  and (m.role is not null or (p.visibility <> 'private' and p.status in ('published', 'archived')))
"""

CONFIG: Final = web.AppKey("config", Config)
KEYS: Final = web.AppKey("keys", dict[str, bytes])
POOL: Final = web.AppKey("pool", asyncpg.Pool)
REDIS: Final = web.AppKey("redis", redis.Redis)
SCRIPT: Final = web.AppKey("script", AsyncScript)


@web.middleware
async def request_id(request: web.Request, handler: Handler) -> web.StreamResponse:
    response = await handler(request)
    response.headers["X-Request-Id"] = request.headers.get("X-Request-Id") or str(uuid.uuid4())
    return response


@web.middleware
async def authenticate(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Validate the token and load its session from Redis or PostgreSQL."""
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    issuer = request.app[CONFIG].public_url
    try:
        claims = jwt.decode(
            token,
            request.app[KEYS][jwt.get_unverified_header(token)["kid"]],
            algorithms=["HS256"],
            issuer=issuer,
            audience=f"{issuer}/api/v1",
            options={"require": ["exp", "iat", "iss", "sub", "aud", "jti", "sid", "role"]},
        )
    except (jwt.InvalidTokenError, KeyError):
        raise web.HTTPUnauthorized from None
    key = f"obvious:session:{claims['sid']}"
    role = await request.app[REDIS].get(key)
    if role is None:
        role = await request.app[POOL].fetchval(SESSION, uuid.UUID(claims["sid"]), uuid.UUID(claims["sub"]))
        if role is None:
            raise web.HTTPUnauthorized
        await request.app[REDIS].set(key, role, ex=SESSION_SECONDS)
    request["maker_id"] = uuid.UUID(claims["sub"])
    return await handler(request)


@web.middleware
async def limit(request: web.Request, handler: Handler) -> web.StreamResponse:
    interval = WINDOW * 1_000_000 // QUOTA
    allowed, ahead = await request.app[SCRIPT](
        keys=[f"obvious:limit:{request['maker_id']}"], args=[interval, interval * QUOTA]
    )
    if not allowed:
        raise web.HTTPTooManyRequests
    response = await handler(request)
    left = (interval * QUOTA - ahead) // interval
    response.headers["RateLimit-Policy"] = f'"read";q={QUOTA};w={WINDOW}'
    response.headers["RateLimit"] = f'"read";r={left};t={-(-ahead // 1_000_000)}'
    return response


async def get_project(request: web.Request) -> web.Response:
    row = await request.app[POOL].fetchrow(
        PROJECT, request.match_info["handle"].lower(), request.match_info["slug"], request["maker_id"]
    )
    if row is None:
        raise web.HTTPNotFound
    project = dict(row)
    project["owner"] = {
        "handle": row["handle"],
        "display_name": project.pop("display_name"),
        "avatar_url": project.pop("avatar_url"),
    }
    project["links"] = orjson.loads(row["links"])
    body = orjson.dumps(project, default=str, option=orjson.OPT_UTC_Z)
    etag = f'"{row["version"]}-{sha256(body).hexdigest()[:20]}"'
    if request.headers.get("If-None-Match") == etag:
        return web.Response(status=304, headers={"ETag": etag})
    return web.Response(
        body=body,
        content_type="application/json",
        headers={"ETag": etag, "Cache-Control": "private, no-cache", "Vary": "Authorization"},
    )


async def connections(app: web.Application) -> AsyncIterator[None]:
    config = app[CONFIG]
    app[POOL] = await asyncpg.create_pool(config.database_url)
    app[REDIS] = redis.Redis.from_url(config.redis_url)
    app[SCRIPT] = app[REDIS].register_script(LIMIT)
    yield
    await app[REDIS].aclose()
    await app[POOL].close()


def application(config: Config) -> web.Application:
    """Return the peer's application."""
    app = web.Application(middlewares=[request_id, authenticate, limit])
    app[CONFIG], app[KEYS] = config, KeyRing(config.secret_keys).keys("access-token")
    app.cleanup_ctx.append(connections)
    app.router.add_get("/api/v1/projects/{handle}/{slug}", get_project)
    return app


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    options = parser.parse_args()
    loop = uvloop.new_event_loop()
    asyncio.set_event_loop(loop)
    web.run_app(
        application(Config.from_env()),
        host="127.0.0.1",
        port=options.port,
        reuse_port=True,
        access_log=None,
        print=None,
        loop=loop,
    )
