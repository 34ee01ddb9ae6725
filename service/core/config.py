"""Configuration: read once from the environment, immutable, and validated at start."""

import os
from collections.abc import Mapping
from email.errors import MessageError
from email.headerregistry import Address
from email.utils import parseaddr
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Literal
from urllib.parse import urlsplit

from attrs import frozen

type Network = IPv4Network | IPv6Network
type LogFormat = Literal["json", "console"]
type Mode = Literal["development", "production"]
type Pooler = Literal["none", "transaction"]

API_PATH = "/api/v1"
"""Path prefix of the API."""

MINIMUM_SECRET_BYTES = 32
SAMPLE_SECRET = "3f1c0de5a7b94c2f8e6d1a0b9c8d7e6f5a4b3c2d1e0f9a8b"  # noqa: S105 — published sample, refused in production
"""Sample secret from docs/operations.md."""
_FEWEST_DISTINCT_BYTES = 8


class ConfigError(Exception):
    """Invalid environment; the message lists every problem, one per line."""


@frozen
class SecretKey:
    """One key of the key ring: `kid` names it in tokens, `secret` is at least 32 bytes."""

    kid: str
    secret: bytes

    def __repr__(self) -> str:
        return f"SecretKey(kid={self.kid!r})"


@frozen(repr=False)
class Config:
    """Settings of all processes. Times are in seconds, sizes in bytes. See docs/operations.md."""

    mode: Mode
    database_url: str
    redis_url: str
    mail_url: str
    mail_from: str
    public_url: str
    web_url: str
    secret_keys: tuple[SecretKey, ...]
    host: str
    port: int
    workers: int
    metrics_host: str
    metrics_port: int
    database_pool_size: int
    database_job_pool_size: int
    database_pooler: Pooler
    redis_buckets: int
    trusted_proxies: tuple[Network, ...]
    max_in_flight: int
    max_connections_per_address: int
    max_streams: int
    max_streams_per_address: int
    max_streams_per_maker: int
    page_cache_bytes: int
    page_grace: float
    drain_wait: float
    drain_timeout: float
    log_level: str
    log_format: LogFormat

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "Config":
        """Read the environment. Raises ConfigError naming every missing or invalid variable."""
        read = _Reader(environ)
        port = read.integer("PORT", 8000, low=0, high=65535)
        config = cls(
            mode="production" if read.choice("MODE", "development", MODES) == "production" else "development",
            database_url=read.url("DATABASE_URL", schemes=("postgresql", "postgres")),
            redis_url=read.url("REDIS_URL", schemes=("redis", "rediss", "unix")),
            mail_url=read.url("MAIL_URL", schemes=("smtp", "smtps", "file")),
            mail_from=read.sender("MAIL_FROM", "AIpoweredMakers <no-reply@localhost>"),
            public_url=read.url("PUBLIC_URL", f"http://127.0.0.1:{port}", schemes=("http", "https")).rstrip("/"),
            web_url=read.url("WEB_URL", "http://127.0.0.1:3000", schemes=("http", "https")).rstrip("/"),
            secret_keys=read.secret_keys("SECRET_KEYS"),
            host=read.text("HOST", "127.0.0.1"),
            port=port,
            workers=read.integer("WORKERS", os.cpu_count() or 1, low=1, high=256),
            metrics_host=read.text("METRICS_HOST", "127.0.0.1"),
            metrics_port=read.integer("METRICS_PORT", 9100, low=0, high=65535),
            database_pool_size=read.integer("DATABASE_POOL_SIZE", 8, low=1, high=500),
            database_job_pool_size=read.integer("DATABASE_JOB_POOL_SIZE", 4, low=1, high=500),
            database_pooler=read.pooler("DATABASE_POOLER"),
            redis_buckets=read.integer("REDIS_BUCKETS", 1, low=1, high=4096),
            trusted_proxies=read.networks("TRUSTED_PROXIES"),
            max_in_flight=read.integer("MAX_IN_FLIGHT", 1024, low=1, high=100_000),
            max_connections_per_address=read.integer("MAX_CONNECTIONS_PER_ADDRESS", 100, low=1, high=100_000),
            max_streams=read.integer("MAX_STREAMS", 10_000, low=0, high=100_000),
            max_streams_per_address=read.integer("MAX_STREAMS_PER_ADDRESS", 100, low=1, high=100_000),
            max_streams_per_maker=read.integer("MAX_STREAMS_PER_MAKER", 20, low=1, high=100_000),
            page_cache_bytes=read.integer("PAGE_CACHE_BYTES", 16 * 1024 * 1024, low=0, high=999_999_999),
            page_grace=read.seconds("PAGE_GRACE", 0.3),
            drain_wait=read.seconds("DRAIN_WAIT", 0.0),
            drain_timeout=read.seconds("DRAIN_TIMEOUT", 30.0),
            log_level=read.choice("LOG_LEVEL", "info", ("debug", "info", "warning", "error")),
            log_format="console" if read.choice("LOG_FORMAT", "json", ("json", "console")) == "console" else "json",
        )
        problems = read.problems + (_unfit_for_production(config) if config.mode == "production" else [])
        if problems:
            raise ConfigError("\n".join(problems))
        return config


MODES: tuple[Mode, Mode] = ("development", "production")


def _unfit_for_production(config: Config) -> list[str]:
    """Return a problem for every setting that is only safe on a developer's machine."""
    problems = [
        f"MODE=production: set {name} to the public address, starting with https://."
        for name, value in (("PUBLIC_URL", config.public_url), ("WEB_URL", config.web_url))
        if not value.startswith("https://")
    ]
    if config.mail_url.startswith("file:"):
        problems.append("MODE=production: MAIL_URL must name a mail server: smtp:// or smtps://.")
    return problems + [
        f"MODE=production: SECRET_KEYS: the secret of {key.kid} is not random."
        for key in config.secret_keys
        if SAMPLE_SECRET.encode() in key.secret or len(set(key.secret)) < _FEWEST_DISTINCT_BYTES
    ]


class _Reader:
    """Reader of variables that collects all problems, so that one start reports every problem."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []

    def text(self, name: str, default: str | None = None) -> str:
        value = self._environ.get(name, "").strip()
        if value:
            return value
        if default is None:
            self.problems.append(f"{name} is not set.")
            return ""
        return default

    def url(self, name: str, default: str | None = None, *, schemes: tuple[str, ...]) -> str:
        value = self.text(name, default)
        if not value:
            return ""
        scheme = urlsplit(value).scheme
        if scheme not in schemes:
            # The message omits the value, because it may contain a password.
            self.problems.append(f"{name} must be a URL that starts with {' or '.join(f'{s}://' for s in schemes)}.")
        return value

    def sender(self, name: str, default: str) -> str:
        value = self.text(name, default)
        try:
            address = Address(addr_spec=parseaddr(value)[1])
        except (ValueError, IndexError, MessageError):  # raised by the parser for invalid addresses
            address = Address()
        # Validate at start: an invalid sender would make every mail fail permanently.
        if not value.isprintable() or not address.username or not address.domain:
            self.problems.append(f"{name} must be a single URL, such as {default}, not {value!r}.")
        return value

    def integer(self, name: str, default: int, *, low: int, high: int) -> int:
        value = self.text(name, str(default))
        if value.isascii() and value.isdigit() and len(value) < 10 and low <= int(value) <= high:
            return int(value)
        self.problems.append(f"{name} must be a whole number from {low} to {high}, not {value!r}.")
        return default

    def seconds(self, name: str, default: float) -> float:
        value = self.text(name, str(default))
        try:
            seconds = float(value)
        except ValueError:
            seconds = -1.0
        if 0 <= seconds <= 3600:
            return seconds
        self.problems.append(f"{name} must be a number of seconds from 0 to 3600, not {value!r}.")
        return default

    def choice(self, name: str, default: str, choices: tuple[str, ...]) -> str:
        value = self.text(name, default).lower()
        if value not in choices:
            self.problems.append(f"{name} must be one of {', '.join(choices)}, not {value!r}.")
        return value

    def pooler(self, name: str) -> Pooler:
        return "transaction" if self.choice(name, "none", ("none", "transaction")) == "transaction" else "none"

    def networks(self, name: str) -> tuple[Network, ...]:
        found: list[Network] = []
        for part in self._environ.get(name, "").split(","):
            if part.strip():
                try:
                    found.append(ip_network(part.strip(), strict=False))
                except ValueError:
                    self.problems.append(f"{name}: {part.strip()!r} is not an IP address or network.")
        return tuple(found)

    def secret_keys(self, name: str) -> tuple[SecretKey, ...]:
        keys: list[SecretKey] = []
        for part in self.text(name).split(","):
            kid, colon, secret = part.strip().partition(":")
            if not part.strip():
                continue
            if not colon or not kid or len(secret.encode()) < MINIMUM_SECRET_BYTES:
                self.problems.append(
                    f"{name}: write each key as kid:secret, with a secret of at least {MINIMUM_SECRET_BYTES} bytes."
                )
            else:
                keys.append(SecretKey(kid, secret.encode()))
        if len({key.kid for key in keys}) != len(keys):
            self.problems.append(f"{name}: two keys have the same kid.")
        return tuple(keys)
