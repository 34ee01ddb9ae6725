"""Loaded by the Schemathesis process of test_schemathesis.py: who asks, from where."""

import os
import random
from pathlib import Path
from typing import Any

import requests
import schemathesis

_API = f"{os.environ['FUZZ_URL']}/api/v1"
_HANDLE = os.environ.get("FUZZ_HANDLE")
_SLUGS = ("first", "second", "third")
_LOGIN = {"email": os.environ.get("FUZZ_EMAIL"), "password": os.environ.get("FUZZ_PASSWORD")}

BEYOND_A_SCHEMA = {
    "invalid_cursor": "a cursor is signed",
    "stale": "If-Match names a version that was read",
    "invalid_token": "a mailed link is signed",
    "control_character": "one that turns the direction of text",
    "idempotency_key_reused": "with another body than the first time",
    "one_invitee": "a handle or an address, not both",
    "unknown_maker": "a handle is somebody's",
    "not_a_member": "a project goes to one of its members",
}
"""Why what a document calls valid may be refused all the same: code → reason."""
RULES = {
    "password": "counted once it is normalised, and common ones are refused",
    "new_password": "the same",
    "display_name": "has a letter or a digit, in any script",
    "title": "has a character that can be seen",
    "label": "has a character that can be seen",
    "tagline": "is there, or a text is, before a project is published",
}
"""Fields with rules that JSON Schema has no words for: name → rule."""


class Maker:
    """The maker's access token."""

    token = ""

    @classmethod
    def log_in(cls) -> None:
        """Anew, because the last session was logged out."""
        answer = requests.post(f"{_API}/auth/login", json=_LOGIN, headers={"X-Forwarded-For": "192.0.2.7"}, timeout=10)
        answer.raise_for_status()
        cls.token = answer.json()["access_token"]


def _address() -> str:
    """Another client every time: limits by address are not what is tested here."""
    return f"10.{random.randrange(256)}.{random.randrange(256)}.{random.randrange(256)}"


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    case.headers = {**(case.headers or {}), "X-Forwarded-For": _address()}
    if case.meta is None or not case.meta.generation.mode.is_positive or random.random() < 0.5:
        return
    # Half of the valid calls are about something that is there, and no edit of another is in the way.
    if "If-Match" in case.headers:
        case.headers["If-Match"] = "*"
    for name, value in (("handle", _HANDLE), ("slug", random.choice(_SLUGS))):
        if value and name in (case.path_parameters or {}):
            case.path_parameters[name] = value
    if isinstance(case.body, dict):
        for name in {"password", "new_password"} & set(case.body):
            case.body[name] = "nobody has this one yet"


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:
    """Notes what was answered, for the test to look at; and whether the answer ended the maker's session."""
    with Path(os.environ["FUZZ_ANSWERS"]).open("a") as file:
        file.write(f"{response.request.method} {case.operation.path} {response.status_code}\n")
    ended = case.operation.path.endswith("/auth/logout") and response.status_code == 204
    if ended or (response.status_code == 401 and "invalid_token" in str(response.headers.get("www-authenticate"))):
        Maker.token = ""


if _LOGIN["email"]:

    @schemathesis.auth(refresh_interval=None)
    class Auth:
        """Bears the maker's token wherever the document says that one is taken."""

        def get(self, case: Any, context: Any) -> str:
            if not Maker.token:
                Maker.log_in()
            return Maker.token

        def set(self, case: Any, data: str, context: Any) -> None:
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


@schemathesis.check
def valid_data_is_taken(ctx: Any, response: Any, case: Any) -> None:
    """Replaces `positive_data_acceptance`, which sees statuses and no codes."""
    if case.meta is None or not case.meta.generation.mode.is_positive or response.status_code not in (400, 412, 422):
        return
    problem = response.json()
    if problem["code"] in BEYOND_A_SCHEMA:
        return
    errors = problem.get("errors", [])
    assert errors, f"valid, and refused: {problem}"
    for error in errors:
        known = error["code"] in BEYOND_A_SCHEMA or error["pointer"].rpartition("/")[2] in RULES
        assert known, f"valid, and refused: {problem}"


@schemathesis.check
def every_problem_says_what_and_which(ctx: Any, response: Any, case: Any) -> None:
    """A problem has a code, and the id that stands in the log and in the header."""
    if response.status_code >= 400 and case.method.upper() != "HEAD":
        problem = response.json()
        assert problem["status"] == response.status_code
        assert problem["code"]
        assert [problem["request_id"]] == list(response.headers["x-request-id"])
