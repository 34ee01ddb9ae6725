"""docs/api.md against the code: the rate limits, the codes of problems, the endpoints it names."""

import re
from pathlib import Path

from service.app import routes
from service.cache.limits import Limit

ROOT = Path(__file__).resolve().parents[2]
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "service").rglob("*.py")))


def test_the_limits_are_those_of_the_routes() -> None:
    told = {
        Limit(policy, int(quota), int(window))
        for policy, quota, window in re.findall(r"^\| `([a-z]+)` \| (\d+) \| (\d+) \|", API, re.MULTILINE)
    }
    assert told == {route.limit for route in routes()} - {None}


def test_the_codes_are_those_of_the_code() -> None:
    rows = re.findall(r"^\| (?:\d{3}(?:, )?)+ \| (.*?) \|", API, re.MULTILINE)
    codes = [code for row in rows for code in re.findall(r"`([a-z_]+)`", row)]
    assert len(codes) > 30
    for code in codes:
        assert f'"{code}"' in SOURCES, code


def test_what_takes_an_idempotency_key() -> None:
    section = API.partition("## Idempotency-Key")[2]
    taking = {f"{route.method} {route.path}" for route in routes() if route.idempotent}
    assert taking == set(re.findall(r"^- `(POST [/\w{}]+)`$", section, re.MULTILINE))


def test_endpoints_that_are_named_exist() -> None:
    known = {(route.method, re.sub(r"\{\w+\}", "{}", route.path)) for route in routes()}
    for method, path in re.findall(r"`(GET|POST|PUT|PATCH|DELETE) (/[\w/{}]+)", API):
        assert (method, re.sub(r"\{\w+\}", "{}", path)) in known, f"{method} {path}"
