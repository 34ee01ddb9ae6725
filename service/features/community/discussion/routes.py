"""Routes of comments and votes with their authentication and rate limits."""

from typing import Final

from service.cache.limits import READ, WRITE, Limit
from service.features.community.discussion.reading import (
    get_comment,
    list_comment_replies,
    list_comments,
    list_own_votes,
)
from service.features.community.discussion.writing import (
    create_comment,
    delete_comment,
    update_comment,
    vote_on_comment,
    withdraw_vote,
)
from service.http.routing import MAKER, OPTIONAL, Route, route

COMMENT: Final = Limit("comment", 30, 600)
"""Stricter than WRITE, because each comment sends notifications."""

_COMMENTS: Final = "/projects/{handle}/{slug}/comments"
_ONE: Final = "/comments/{comment_id}"
_BODY: Final = 64 * 1024
"""Size in bytes of the longest comment with four bytes or an escape sequence per character."""
_SMALL: Final = 4096

_OWN: Final = {403: "not_yours", 409: "removed"}

ROUTES: Final[list[Route]] = [
    route("GET", _COMMENTS, list_comments, auth=OPTIONAL, limit=READ),
    route(
        "POST",
        _COMMENTS,
        create_comment,
        auth=MAKER,
        limit=COMMENT,
        body_limit=_BODY,
        idempotent=True,
        responses={403: "account_inactive", 409: "duplicate_comment parent_gone removed quota_exceeded"},
    ),
    route("GET", f"{_COMMENTS}/votes", list_own_votes, auth=MAKER, limit=READ),
    route("GET", _ONE, get_comment, auth=OPTIONAL, limit=READ),
    route(
        "PATCH",
        _ONE,
        update_comment,
        auth=MAKER,
        limit=WRITE,
        body_limit=_BODY,
        responses=_OWN | {409: "removed quota_exceeded"},
        private=True,
    ),
    route("DELETE", _ONE, delete_comment, auth=MAKER, limit=WRITE, responses=_OWN),
    route("GET", f"{_ONE}/replies", list_comment_replies, auth=OPTIONAL, limit=READ),
    route(
        "PUT",
        f"{_ONE}/vote",
        vote_on_comment,
        auth=MAKER,
        limit=WRITE,
        body_limit=_SMALL,
        responses={409: "removed"},
        private=True,
    ),
    route("DELETE", f"{_ONE}/vote", withdraw_vote, auth=MAKER, limit=WRITE, private=True),
]
