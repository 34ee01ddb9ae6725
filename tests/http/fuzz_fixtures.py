"""Data for the fuzzer's calls: makers, and a project with every kind of related resource.

It is created through the API and replaced when calls have used it up. It lives in the process of Schemathesis.
"""

import itertools
import os
import random
from functools import cached_property
from typing import Any

import requests

_API = f"{os.environ['FUZZ_URL']}/api/v1"
_PASSWORD = os.environ["FUZZ_PASSWORD"]
PRNG = random.Random()
"""A separate generator.

Hypothesis seeds the module's generator alike for each example, so its first number never changes.
"""

_USES = 40
"""Number of calls per world, far below the limits on versions per workflow and workflows per project."""

FLOW: dict[str, Any] = {
    "variables": [{"name": "topic", "type": "long_text", "label": "Topic"}],
    "steps": [
        {"key": "outline", "title": "Outline", "template": "Outline {{topic}}.", "output": "outline"},
        {"key": "write", "title": "Write", "template": "Write {{outline}} about {{topic}}.", "tool": "whisper"},
    ],
}


def address() -> str:
    """Return a random client address, because rate limits per address are not tested here."""
    return f"10.{PRNG.randrange(256)}.{PRNG.randrange(256)}.{PRNG.randrange(256)}"


class Person:
    """A registered maker, who logs in again after a call ends the session."""

    def __init__(self, handle: str) -> None:
        self.login = {"email": f"{handle}@example.org", "password": _PASSWORD}
        self.handle = handle
        self.session: dict[str, Any] = {}
        self._http = requests.Session()

    def token(self) -> str:
        if not self.session:
            response = self._send("POST", "/auth/login", self.login)
            response.raise_for_status()
            self.session = response.json()
        return str(self.session["access_token"])

    def call(self, method: str, path: str, body: object = None) -> Any:
        """Call the API and return the response body. Raise HTTPError for a problem."""
        response = self._send(method, path, body, Authorization=f"Bearer {self.token()}")
        if response.status_code == 401:
            self.session = {}
            response = self._send(method, path, body, Authorization=f"Bearer {self.token()}")
        response.raise_for_status()
        return response.json() if response.content else None

    def _send(self, method: str, path: str, body: Any, **headers: str) -> requests.Response:
        headers |= {"X-Forwarded-For": address(), "If-Match": "*"}
        return self._http.request(method, _API + path, json=body, headers=headers, timeout=10, allow_redirects=False)


ADA = Person("ada")
"""The owner of the world and the caller of authenticated requests: an admin."""
GRACE = Person("grace")
"""A member of Ada's projects."""
VICTIM = "victim"
"""Handle of the maker on whom admin actions are tested."""

_numbers = itertools.count(1)


class World:
    """A published project of Ada's.

    Properties have the names of path parameters. Cached ones are created on first use and again after `spent`.
    """

    _current: "World | None" = None

    def __init__(self) -> None:
        self.uses = 0
        self.number = next(_numbers)
        self.decisions: dict[str, Any] = {}
        self.slug = self._project(ADA, f"World {self.number}", "publish")
        ADA.call("POST", f"{self.place}/workflows", {"title": "Flow", "slug": "flow", "content": FLOW})
        self.version = "1"
        ADA.call("POST", f"{self.place}/workflows/flow/versions", {})
        ADA.call("PUT", f"{self.place}/workflows/flow/labels/stable", {"number": 1})
        ADA.call("POST", f"{self.place}/workflows/flow/fork", {"project": self.slug, "slug": "remix"})
        self.add_version()

    def add_version(self) -> None:
        """Save a version of `flow` that `remix` does not have."""
        first = FLOW["steps"][0] | {"template": f"Outline {{{{topic}}}} ({next(_numbers)})."}
        ADA.call("POST", f"{self.place}/workflows/flow/versions", {"content": FLOW | {"steps": [first]}})

    @classmethod
    def current(cls) -> "World":
        if cls._current is None or cls._current.uses >= _USES:
            cls._current = cls()
        return cls._current

    @classmethod
    def end(cls) -> None:
        cls._current = None

    def spent(self, *names: str) -> None:
        for name in names:
            self.__dict__.pop(name, None)

    @property
    def place(self) -> str:
        return f"/projects/{ADA.handle}/{self.slug}"

    @property
    def handle(self) -> str:
        return ADA.handle

    @property
    def workflow(self) -> str:
        return PRNG.choice(["flow", "remix"])

    @property
    def name(self) -> str:
        """Return the name of a label."""
        return PRNG.choice(["stable", "good", "v1.2", "a-b"])

    @property
    def owner(self) -> str:
        return ADA.handle

    @property
    def project(self) -> str:
        return self.slug

    @property
    def session_id(self) -> str:
        ADA.token()
        return str(ADA.session["session_id"])

    @cached_property
    def tool(self) -> str:
        body = {"name": f"Tool {self.number}", "vendor": "Us", "url": "https://example.org/", "kind": "chat"}
        return str(ADA.call("POST", "/tools", body)["slug"])

    @cached_property
    def unreleased(self) -> str:
        """A workflow without a version, whose slug may change."""
        return str(ADA.call("POST", f"{self.place}/workflows", {"title": "Untold"})["slug"])

    @cached_property
    def member(self) -> str:
        """Add Grace as an editor and return her handle."""
        ADA.call("POST", f"{self.place}/invitations", {"role": "editor", "handle": GRACE.handle})
        GRACE.call("POST", f"/invitations/{_token_of(GRACE, self.slug)}/accept")
        return GRACE.handle

    @cached_property
    def invitation_id(self) -> str:
        body = {"role": "viewer", "email": f"somebody-{next(_numbers)}@example.org"}
        return str(ADA.call("POST", f"{self.place}/invitations", body)["invitation_id"])

    @cached_property
    def token(self) -> str:
        """Return the token of an invitation to Ada."""
        slug = self._project(GRACE, f"For Ada {next(_numbers)}")
        body = {"role": PRNG.choice(["editor", "viewer"]), "handle": ADA.handle}
        GRACE.call("POST", f"/projects/{GRACE.handle}/{slug}/invitations", body)
        return _token_of(ADA, slug)

    @cached_property
    def suggestion_id(self) -> str:
        number = next(_numbers)
        body = {"name": f"Suggested {number}", "url": f"https://example.org/{number}", "kind": "chat"}
        return str(ADA.call("POST", "/tools/suggestions", body)["suggestion_id"])

    @cached_property
    def comment_id(self) -> str:
        """Return the ID of a comment by Ada on a step, with a reply. She posts it once."""
        on = {"workflow": "flow", "version": 1, "step": "outline"}
        comment_id = self._comment(ADA, {"on": on})
        self._comment(GRACE, {"parent_id": comment_id})
        return comment_id

    @cached_property
    def others_comment_id(self) -> str:
        return self._comment(GRACE, {})

    def _comment(self, author: Person, more: dict[str, Any]) -> str:
        body = {"body": f"Comment {next(_numbers)}", **more}
        return str(author.call("POST", f"{self.place}/comments", body)["comment_id"])

    @cached_property
    def removed_comment(self) -> str:
        comment_id = self._comment(ADA, {})
        ADA.call("PUT", f"/admin/comments/{comment_id}/removal", {"reason": "spam"})
        return comment_id

    @cached_property
    def removed_slug(self) -> str:
        slug = self.spare("publish")
        ADA.call("PUT", f"/admin/projects/{ADA.handle}/{slug}/removal", {"reason": "spam"})
        return slug

    @cached_property
    def removed_collection(self) -> str:
        slug = self.spare_collection(ADA)
        ADA.call("PUT", f"/admin/collections/{ADA.handle}/{slug}/removal", {"reason": "spam"})
        return slug

    @cached_property
    def collection(self) -> str:
        """Return the slug of a collection that contains the world's project."""
        slug = self.spare_collection(ADA)
        ADA.call("PUT", f"/collections/{ADA.handle}/{slug}/items/{ADA.handle}/{self.slug}", {})
        return slug

    @cached_property
    def collected(self) -> list[str]:
        """Return the IDs of the collection's projects."""
        page = ADA.call("GET", f"/collections/{ADA.handle}/{self.collection}/items")
        return [str(item["project"]["project_id"]) for item in page["data"]]

    def reportable(self) -> dict[str, Any]:
        """Return a report target: a project of Grace's without reports."""
        return {"kind": "project", "handle": GRACE.handle, "slug": self.others_slug()}

    def others_slug(self) -> str:
        """Publish a project of Grace's and return its slug."""
        return self._project(GRACE, f"Odd {next(_numbers)}", "publish")

    @cached_property
    def report_id(self) -> str:
        body = {"target": self.reportable(), "reason": "spam"}
        return str(ADA.call("POST", "/reports", body)["report_id"])

    @cached_property
    def case_id(self) -> str:
        """Return the case ID of an open report."""
        target = self.reportable()
        ADA.call("POST", "/reports", {"target": target, "reason": "spam"})
        cursor: str | None = ""
        while cursor is not None:
            page = ADA.call("GET", "/admin/reports?limit=100" + (f"&cursor={cursor}" if cursor else ""))
            for case in page["data"]:
                if case["target"]["slug"] == target["slug"]:
                    return str(case["case_id"])
            cursor = page["next_cursor"]
        raise AssertionError("what was reported is not in the queue")

    def spare(self, *actions: str) -> str:
        """Create another project, apply the actions and return its slug."""
        return self._project(ADA, f"Spare {next(_numbers)}", *actions)

    @staticmethod
    def spare_collection(owner: Person) -> str:
        return str(owner.call("POST", "/collections", {"title": f"Collection {next(_numbers)}"})["slug"])

    @staticmethod
    def _project(owner: Person, title: str, *actions: str) -> str:
        slug = owner.call("POST", "/projects", {"title": title, "tagline": "What it is.", "tags": ["fuzz"]})["slug"]
        place = f"/projects/{owner.handle}/{slug}"
        for action in actions:
            owner.call(*(("DELETE", place) if action == "delete" else ("POST", f"{place}/{action}")))
        return str(slug)


def _token_of(invited: Person, slug: str) -> str:
    waiting = invited.call("GET", "/me/invitations?limit=100")["data"]
    return str(next(found["token"] for found in waiting if found["project"]["slug"] == slug))
