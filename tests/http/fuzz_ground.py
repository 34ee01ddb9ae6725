"""What the fuzzer's calls are about: people, and a project with all that hangs on one.

Made through the API, and made anew when calls have used it up. Lives in the process of Schemathesis.
"""

import itertools
import os
import random
from functools import cached_property
from typing import Any

import requests

_API = f"{os.environ['FUZZ_URL']}/api/v1"
_PASSWORD = os.environ["FUZZ_PASSWORD"]
CHANCE = random.Random()
"""Our own: Hypothesis seeds the module's alike for every example, and so its first number would always be the same."""

_USES = 40
"""How many calls are about one world: far below what a workflow takes in versions, a project in workflows."""

FLOW: dict[str, Any] = {
    "variables": [{"name": "topic", "type": "long_text", "label": "Topic"}],
    "steps": [
        {"key": "outline", "title": "Outline", "template": "Outline {{topic}}.", "output": "outline"},
        {"key": "write", "title": "Write", "template": "Write {{outline}} about {{topic}}.", "tool": "whisper"},
    ],
}


def address() -> str:
    """Another client every time: limits by address are not what is tested here."""
    return f"10.{CHANCE.randrange(256)}.{CHANCE.randrange(256)}.{CHANCE.randrange(256)}"


class Person:
    """A maker who is registered already. Logs in when needed: calls end sessions, too."""

    def __init__(self, handle: str) -> None:
        self.login = {"email": f"{handle}@example.org", "password": _PASSWORD}
        self.handle = handle
        self.session: dict[str, Any] = {}
        self._http = requests.Session()

    def token(self) -> str:
        if not self.session:
            self.session = self._send("POST", "/auth/login", self.login).json()
        return str(self.session["access_token"])

    def call(self, method: str, path: str, body: object = None) -> Any:
        """What is answered. Raises HTTPError for a problem."""
        answer = self._send(method, path, body, Authorization=f"Bearer {self.token()}")
        if answer.status_code == 401:
            self.session = {}
            answer = self._send(method, path, body, Authorization=f"Bearer {self.token()}")
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def _send(self, method: str, path: str, body: Any, **headers: str) -> requests.Response:
        headers |= {"X-Forwarded-For": address(), "If-Match": "*"}
        return self._http.request(method, _API + path, json=body, headers=headers, timeout=10, allow_redirects=False)


ADA = Person("ada")
"""Whose world it is, and who calls unless nobody does: an admin."""
GRACE = Person("grace")
"""Whom she works with."""
VICTIM = "victim"
"""The handle of whom admins may do to what they like."""

_numbers = itertools.count(1)


class World:
    """A published project of Ada's. Its properties are named as what stands for them in a path; what a call uses up
    is made when it is asked for, and again after `spent`."""

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
        self.flow_on()

    def flow_on(self) -> None:
        """A version of `flow` which `remix` does not have."""
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
        return CHANCE.choice(["flow", "remix"])

    @property
    def name(self) -> str:
        """A label's."""
        return CHANCE.choice(["stable", "good", "v1.2", "a-b"])

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
    def untold(self) -> str:
        """A workflow without a version, whose slug may change."""
        return str(ADA.call("POST", f"{self.place}/workflows", {"title": "Untold"})["slug"])

    @cached_property
    def member(self) -> str:
        """Grace, as an editor."""
        ADA.call("POST", f"{self.place}/invitations", {"role": "editor", "handle": GRACE.handle})
        GRACE.call("POST", f"/invitations/{_token_of(GRACE, self.slug)}/accept")
        return GRACE.handle

    @cached_property
    def invitation_id(self) -> str:
        body = {"role": "viewer", "email": f"somebody-{next(_numbers)}@example.org"}
        return str(ADA.call("POST", f"{self.place}/invitations", body)["invitation_id"])

    @cached_property
    def token(self) -> str:
        """That of an invitation to Ada."""
        slug = self._project(GRACE, f"For Ada {next(_numbers)}")
        body = {"role": CHANCE.choice(["editor", "viewer"]), "handle": ADA.handle}
        GRACE.call("POST", f"/projects/{GRACE.handle}/{slug}/invitations", body)
        return _token_of(ADA, slug)

    @cached_property
    def suggestion_id(self) -> str:
        number = next(_numbers)
        body = {"name": f"Suggested {number}", "url": f"https://example.org/{number}", "kind": "chat"}
        return str(ADA.call("POST", "/tools/suggestions", body)["suggestion_id"])

    @cached_property
    def comment_id(self) -> str:
        """Ada's, on a step, with an answer; she says it once."""
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
        """The slug of one with the world's project in it."""
        slug = self.spare_collection(ADA)
        ADA.call("PUT", f"/collections/{ADA.handle}/{slug}/items/{ADA.handle}/{self.slug}", {})
        return slug

    @cached_property
    def collected(self) -> list[str]:
        """The ids of what is in it."""
        page = ADA.call("GET", f"/collections/{ADA.handle}/{self.collection}/items")
        return [str(item["project"]["project_id"]) for item in page["data"]]

    def reportable(self) -> dict[str, Any]:
        """A project of Grace's that nobody has reported."""
        return {"kind": "project", "handle": GRACE.handle, "slug": self.others_slug()}

    def others_slug(self) -> str:
        """The slug of a new published project of Grace's."""
        return self._project(GRACE, f"Odd {next(_numbers)}", "publish")

    @cached_property
    def report_id(self) -> str:
        body = {"target": self.reportable(), "reason": "spam"}
        return str(ADA.call("POST", "/reports", body)["report_id"])

    @cached_property
    def case_id(self) -> str:
        """That of a report that waits."""
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

    def spare(self, *acts: str) -> str:
        """The slug of another project, with which something was done already."""
        return self._project(ADA, f"Spare {next(_numbers)}", *acts)

    @staticmethod
    def spare_collection(owner: Person) -> str:
        return str(owner.call("POST", "/collections", {"title": f"Collection {next(_numbers)}"})["slug"])

    @staticmethod
    def _project(owner: Person, title: str, *acts: str) -> str:
        slug = owner.call("POST", "/projects", {"title": title, "tagline": "What it is.", "tags": ["fuzz"]})["slug"]
        place = f"/projects/{owner.handle}/{slug}"
        for act in acts:
            owner.call(*(("DELETE", place) if act == "delete" else ("POST", f"{place}/{act}")))
        return str(slug)


def _token_of(invited: Person, slug: str) -> str:
    waiting = invited.call("GET", "/me/invitations?limit=100")["data"]
    return str(next(found["token"] for found in waiting if found["project"]["slug"] == slug))
