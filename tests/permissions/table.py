"""Permission matrix: every route with its rule and a valid request.

Add one line for a new route: `"POST /projects/{handle}/{slug}/star": Row(may(*EVERYBODY)),`. `rule` is a function of
rules.py or a new one. `body` makes the call succeed for permitted callers; it is a function of the cell when it has to
differ. `query` and `names` complete the path. fixtures.py creates the other path parameters (`{workflow}`, `{token}`,
…) for each cell.
"""

from collections.abc import Callable
from typing import Any, Final

from attrs import field, frozen

from tests.api import PASSWORD
from tests.permissions.fixtures import OTHER_CONTENT, OWN, TAG, TOOL, Cell
from tests.permissions.rules import (
    EVERYBODY,
    Rule,
    admins,
    decide,
    decide_unless_read_only,
    edit,
    invited,
    joining,
    leaving,
    makers,
    may,
    no_one,
    open_to_all,
    owner_of_public,
    public,
    read,
    read_by_all,
    read_draft,
    read_removal,
    view,
    view_as_editor,
    vote,
    write_own,
)

type Body = dict[str, Any] | Callable[[Cell], dict[str, Any]] | None


@frozen
class Row:
    rule: Rule
    body: Body = None
    query: str = ""
    names: dict[str, str] = field(factory=dict)
    headers: dict[str, str] = field(factory=dict)

    def body_of(self, cell: Cell) -> dict[str, Any] | None:
        return self.body(cell) if callable(self.body) else self.body


IF_MATCH: Final = {"If-Match": "*"}
TARGET: Final = {"handle": "target"}
NO_TOKEN: Final = {"token": "A" * 43}

_P: Final = "/projects/{handle}/{slug}"
_W: Final = f"{_P}/workflows/{{workflow}}"

IDENTITY: Final = {
    "POST /auth/register": Row(
        public(), lambda c: {"email": f"new-{c.number}@example.org", "handle": f"new-{c.number}"}
    ),
    "POST /auth/email/link": Row(public(422), NO_TOKEN),
    "POST /auth/email/verify": Row(public(422), {**NO_TOKEN, "password": PASSWORD}),
    "POST /auth/email/resend": Row(public(), {"email": "new@example.org"}),
    "POST /auth/login": Row(public(), {"email": "target@example.org", "password": PASSWORD}),
    "POST /auth/refresh": Row(public(), lambda c: {"refresh_token": c.refresh_token}),
    "POST /auth/password/forgot": Row(public(), {"email": "target@example.org"}),
    "POST /auth/password/check": Row(public(), {"password": PASSWORD}),
    "POST /auth/password/reset": Row(public(422), {**NO_TOKEN, "password": PASSWORD}),
    "POST /auth/logout": Row(makers),
    "GET /auth/sessions": Row(makers),
    "DELETE /auth/sessions": Row(makers),
    "DELETE /auth/sessions/{session_id}": Row(makers),
    "GET /me": Row(makers),
    "PATCH /me": Row(makers, {"bio": "Hello."}, headers=IF_MATCH),
    "DELETE /me": Row(leaving, {"password": PASSWORD}),
    "PUT /me/password": Row(makers, {"current_password": PASSWORD, "new_password": "another horse battery"}),
    "PUT /me/email": Row(makers, lambda c: {"email": f"new-{c.number}@example.org", "password": PASSWORD}),
    "PUT /admin/makers/{handle}/role": Row(admins, {"role": "admin"}, names=TARGET),
    "PUT /admin/makers/{handle}/suspension": Row(admins, names=TARGET),
    "DELETE /admin/makers/{handle}/suspension": Row(admins, names=TARGET),
    "GET /makers/{handle}": Row(open_to_all),
}

PROJECTS: Final = {
    "GET /projects": Row(open_to_all),
    "POST /projects": Row(makers, {"title": "Another"}),
    f"GET {_P}": Row(read),
    f"PATCH {_P}": Row(edit, {"title": "Changed"}, headers=IF_MATCH),
    f"DELETE {_P}": Row(decide),
    f"POST {_P}/publish": Row(decide_unless_read_only),
    f"POST {_P}/archive": Row(may("owner", draft=409, removed=409)),
    f"POST {_P}/unarchive": Row(may("owner", draft=409, removed=409)),
    f"POST {_P}/restore": Row(may("owner", special={("owner", "deleted"): 200})),
    "GET /makers/{handle}/projects": Row(open_to_all),
    "GET /me/projects": Row(makers),
}

MEMBERS: Final = {
    f"GET {_P}/members": Row(view),
    f"PUT {_P}/members/{{member}}": Row(decide_unless_read_only, {"role": "editor"}),
    f"DELETE {_P}/members/{{member}}": Row(decide),
    f"GET {_P}/invitations": Row(decide),
    f"POST {_P}/invitations": Row(decide_unless_read_only, {"handle": "target", "role": "editor"}),
    f"DELETE {_P}/invitations/{{invitation_id}}": Row(decide),
    f"POST {_P}/transfer": Row(decide_unless_read_only, {"handle": "member"}),
    "GET /me/invitations": Row(makers),
    "GET /invitations/{token}": Row(invited),
    "POST /invitations/{token}/accept": Row(joining),
    "POST /invitations/{token}/decline": Row(invited),
}

WORKFLOWS: Final = {
    f"GET {_P}/workflows": Row(read),
    f"POST {_P}/workflows": Row(edit, {"title": "Another"}),
    f"GET {_W}": Row(read),
    f"PATCH {_W}": Row(edit, {"title": "Changed"}, headers=IF_MATCH),
    f"DELETE {_W}": Row(decide_unless_read_only),
    f"GET {_W}/draft": Row(read_draft),
    f"PUT {_W}/draft": Row(edit, {"content": OTHER_CONTENT}, headers=IF_MATCH),
    f"GET {_W}/versions": Row(read),
    f"POST {_W}/versions": Row(edit, {"content": OTHER_CONTENT}),
    f"GET {_W}/versions/{{version}}": Row(read),
    f"POST {_W}/versions/{{version}}/render": Row(read, {}),
    f"GET {_W}/diff": Row(read, query="?from=1&to=1"),
    f"GET {_W}/labels": Row(read),
    f"PUT {_W}/labels/{{name}}": Row(edit, {"number": 1}, names={"name": "stable"}),
    f"DELETE {_W}/labels/{{name}}": Row(edit, names={"name": "stable"}),
    f"GET {_W}/export": Row(read, query="?format=md"),
    f"POST {_P}/workflows/import": Row(
        edit,
        {
            "format": "aipoweredmakers.workflow",
            "format_version": 1,
            "title": "Imported",
            "summary": "",
            "content": OTHER_CONTENT,
        },
    ),
}

REMIXES: Final = {
    f"POST {_W}/fork": Row(may(*EVERYBODY, removed=409), {"project": OWN}),
    f"GET {_W}/lineage": Row(read),
    f"GET {_W}/upstream": Row(view_as_editor, names={"workflow": "remix"}),
    f"POST {_W}/pull": Row(edit, {}, names={"workflow": "remix"}),
}

TOOLS: Final = {
    "GET /tags": Row(open_to_all),
    "GET /tags/{name}": Row(open_to_all, names={"name": TAG}),
    "GET /tags/{name}/projects": Row(open_to_all, names={"name": TAG}),
    "GET /tools": Row(open_to_all),
    "POST /tools": Row(
        admins, {"name": "New tool", "vendor": "Somebody", "url": "https://example.org/tool", "kind": "chat"}
    ),
    "GET /tools/{slug}": Row(open_to_all, names={"slug": TOOL}),
    "PATCH /tools/{slug}": Row(admins, {"description": "Changed."}, names={"slug": TOOL}, headers=IF_MATCH),
    "GET /tools/{slug}/projects": Row(open_to_all, names={"slug": TOOL}),
    "GET /tools/{slug}/workflows": Row(open_to_all, names={"slug": TOOL}),
    "GET /tools/suggestions": Row(admins),
    "POST /tools/suggestions": Row(makers, {"name": "Wish", "url": "https://example.org/wish", "kind": "chat"}),
    "POST /tools/suggestions/{suggestion_id}/accept": Row(admins, {"vendor": "Somebody"}),
    "POST /tools/suggestions/{suggestion_id}/decline": Row(admins, {"reason": "No."}),
}

_F: Final = "/me/follows"

DISCOVERY: Final = {
    f"PUT {_P}/star": Row(may(*EVERYBODY, removed=409)),
    f"DELETE {_P}/star": Row(may(*EVERYBODY)),
    f"GET {_P}/stargazers": Row(read),
    "GET /me/stars": Row(makers),
    "GET /me/reactions": Row(makers, query=f"?makers=target&tags={TAG}"),
    f"GET {_F}": Row(makers, query="?kind=maker"),
    f"PUT {_F}/maker/{{handle}}": Row(makers, names=TARGET),
    f"DELETE {_F}/maker/{{handle}}": Row(makers, names=TARGET),
    f"PUT {_F}/project/{{handle}}/{{slug}}": Row(may(*EVERYBODY, removed=409)),
    f"DELETE {_F}/project/{{handle}}/{{slug}}": Row(may(*EVERYBODY)),
    f"PUT {_F}/tag/{{name}}": Row(makers, names={"name": TAG}),
    f"DELETE {_F}/tag/{{name}}": Row(makers, names={"name": TAG}),
    f"PUT {_F}/tool/{{slug}}": Row(makers, names={"slug": TOOL}),
    f"DELETE {_F}/tool/{{slug}}": Row(makers, names={"slug": TOOL}),
    "GET /makers/{handle}/followers": Row(open_to_all),
    "GET /makers/{handle}/following": Row(open_to_all),
}

_C: Final = "/comments/{comment_id}"

DISCUSSION: Final = {
    f"GET {_P}/comments": Row(read),
    f"POST {_P}/comments": Row(may(*EVERYBODY, removed=409), {"body": "Works for me."}),
    f"GET {_P}/comments/votes": Row(may(*EVERYBODY)),
    f"GET {_C}": Row(read),
    f"PATCH {_C}": Row(write_own, {"body": "Well done!"}, headers=IF_MATCH),
    f"DELETE {_C}": Row(write_own),
    f"GET {_C}/replies": Row(read),
    f"PUT {_C}/vote": Row(vote, {"value": 1}),
    f"DELETE {_C}/vote": Row(may(*EVERYBODY)),
}

_AP: Final = "/admin/projects/{handle}/{slug}"

MODERATION: Final = {
    "POST /reports": Row(makers, {"target": {"kind": "maker", "handle": "target"}, "reason": "spam"}),
    "GET /me/reports": Row(makers),
    "GET /me/reports/{report_id}": Row(makers),
    f"GET {_P}/removal": Row(read_removal),
    "GET /comments/{comment_id}/removal": Row(no_one),
    "GET /moderation/log": Row(open_to_all),
    "GET /admin/reports": Row(admins),
    "GET /admin/reports/{case_id}": Row(admins),
    "POST /admin/reports/{case_id}/action": Row(admins, {"outcome": "removed"}),
    "POST /admin/reports/{case_id}/dismiss": Row(admins, {}),
    "GET /admin/removed": Row(admins),
    f"GET {_AP}": Row(admins),
    f"GET {_AP}/workflows/{{workflow}}": Row(admins),
    f"PUT {_AP}/removal": Row(admins, {"reason": "spam"}),
    f"DELETE {_AP}/removal": Row(admins),
    "PUT /admin/comments/{comment_id}/removal": Row(admins, {"reason": "spam"}),
    "DELETE /admin/comments/{comment_id}/removal": Row(admins),
    "GET /collections/{handle}/{slug}/removal": Row(no_one),
    "PUT /admin/collections/{handle}/{slug}/removal": Row(admins, {"reason": "spam"}),
    "DELETE /admin/collections/{handle}/{slug}/removal": Row(admins),
    "GET /admin/makers": Row(admins),
    "GET /admin/audit": Row(admins),
}

NOTIFICATIONS: Final = {
    "GET /notifications": Row(makers),
    "GET /notifications/unread": Row(makers),
    "GET /notifications/stream": Row(makers),
    "POST /notifications/read": Row(makers, {"up_to": 1}),
    "GET /notifications/preferences": Row(makers),
    "PUT /notifications/preferences": Row(
        makers, {"site": ["star"], "mail": ["star"], "digest": "weekly"}, headers=IF_MATCH
    ),
}

_COLLECTION: Final = "/collections/{handle}/{slug}"
_ITEM: Final = f"{_COLLECTION}/items/{{owner}}/{{project}}"

COLLECTIONS: Final = {
    "POST /collections": Row(makers, {"title": "Another"}),
    f"GET {_COLLECTION}": Row(open_to_all),
    f"PATCH {_COLLECTION}": Row(owner_of_public, {"title": "Changed"}, headers=IF_MATCH),
    f"DELETE {_COLLECTION}": Row(owner_of_public),
    f"GET {_COLLECTION}/items": Row(open_to_all),
    f"PATCH {_COLLECTION}/items": Row(
        owner_of_public, lambda c: {"project_ids": [c.names["project_id"]]}, headers=IF_MATCH
    ),
    f"PUT {_ITEM}": Row(owner_of_public, {"note": "Because."}),
    f"DELETE {_ITEM}": Row(owner_of_public),
    "GET /makers/{handle}/collections": Row(open_to_all),
    "GET /me/collections": Row(makers),
}

SEARCH: Final = {
    "GET /search": Row(open_to_all, query="?q=coach"),
    "GET /search/suggest": Row(open_to_all, query="?q=co"),
}

FEEDS: Final = {
    "GET /feed": Row(makers),
    "GET /trending": Row(open_to_all),
    "GET /projects/feed.atom": Row(open_to_all),
    "GET /tags/{name}/feed.atom": Row(open_to_all, names={"name": TAG}),
    "GET /makers/{handle}/feed.atom": Row(open_to_all),
    f"GET {_P}/feed.atom": Row(read_by_all),
    "GET /sitemap": Row(open_to_all),
    "GET /sitemap/{name}": Row(open_to_all, names={"name": "projects-1"}),
}

TABLE: Final[dict[str, Row]] = (
    IDENTITY
    | PROJECTS
    | MEMBERS
    | WORKFLOWS
    | REMIXES
    | TOOLS
    | DISCOVERY
    | DISCUSSION
    | MODERATION
    | NOTIFICATIONS
    | COLLECTIONS
    | SEARCH
    | FEEDS
)
