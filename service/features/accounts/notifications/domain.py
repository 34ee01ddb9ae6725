"""Grouping, titles and digest schedule of notifications. Pure functions."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, get_args
from uuid import UUID

from service.features.accounts.notifications.notify import Kind, Subject

KINDS: Final[tuple[Kind, ...]] = get_args(Kind.__value__)

KEPT: Final = 200
"""Maximum notifications kept per maker, newest first."""
KEPT_FOR: Final = timedelta(days=90)

TOLD_ONCE: Final[frozenset[Kind]] = frozenset({"star", "follow"})
"""Kinds that notify once per actor, read or not, so that repeating a star or follow does not notify again."""

_GONE: Final = "a project you can no longer see"
_DECIDED: Final[Mapping[str, str]] = {
    "actioned": "A moderator acted on your report",
    "dismissed": "A moderator reviewed your report and took no action",
    "project_removed": "A moderator removed {it}",
    "project_restored": "A moderator restored {it}",
    "comment_removed": "A moderator removed your comment on {it}",
    "comment_restored": "A moderator restored your comment on {it}",
    "collection_removed": "A moderator removed one of your collections",
    "collection_restored": "A moderator restored one of your collections",
    "suggestion_accepted": "The tool you suggested was added to the catalogue",
    "suggestion_declined": "The tool you suggested was declined",
}

DIGEST_STEPS: Final[Mapping[str, timedelta]] = {"daily": timedelta(days=1), "weekly": timedelta(days=7)}


def group_of(kind: Kind, about: Subject, answered: UUID | None = None) -> str:
    """Return the group key: unread events with the same key share one notification.

    Stars share one key per project; each invitation has its own. `answered` is the parent comment of a reply.
    """
    match kind:
        case "star" | "comment" | "mention":
            return f"{kind}:{about.project_id}"
        case "follow":
            return "follow" if about.project_id is None else f"follow:{about.project_id}"
        case "remix" | "upstream_changed":
            return f"{kind}:{about.workflow_id}"
        case "reply":
            return f"reply:{answered or about.project_id}"
        case "invitation":
            return f"invitation:{about.invitation_id}"
    subject_id = about.report_id or about.comment_id or about.collection_id or about.project_id
    return f"moderation:{subject_id}:{about.note}"


def who(names: Sequence[str], count: int) -> str:
    """Describe the actors by their latest names: "Ada", "Ada and Grace", "Ada and 4 others"."""
    if not names:  # all named actors are deleted
        return "A maker" if count <= 1 else f"{count} makers"
    if count <= 1:
        return names[0]
    if count == 2 and len(names) > 1:
        return f"{names[0]} and {names[1]}"
    return f"{names[0]} and {count - 1} other{'s' if count > 2 else ''}"


def next_digest(digest: str, after: datetime, now: datetime) -> datetime | None:
    """Return the next due time: whole days or weeks after the last one, and later than now. None for "off"."""
    step = DIGEST_STEPS.get(digest)
    if step is None:
        return None
    return after + ((now - after) // step + 1) * step


def title_of(
    kind: str,
    names: Sequence[str],
    count: int,
    *,
    of_project: bool,
    project: str | None,
    workflow: str | None = None,
    upstream: str | None = None,
    version_number: int | None = None,
    note: str | None = None,
) -> str:
    """Return the English title of a notification. `project` is None when its name must not be shown."""
    they, it = who(names, count), project or _GONE
    match kind:
        case "star":
            return f"{they} starred {it}"
        case "follow":
            return f"{they} followed {it}" if of_project else f"{they} followed you"
        case "comment":
            return f"{they} commented on {it}"
        case "reply":
            return f"{they} replied to your comment on {it}"
        case "mention":
            return f"{they} mentioned you on {it}"
        case "remix":
            return f"{they} remixed {workflow} from {it}" if workflow else f"{they} remixed {it}"
        case "upstream_changed":
            if workflow is None:
                return f"A workflow you remixed from {it} has a new version"
            return f"Version {version_number} of {upstream or 'the source'} is available: pull updates into {workflow}"
        case "invitation":
            return f"{they} invited you to work on {it}"
    return _DECIDED.get(note or "", f"A moderator made a decision about {it}").format(it=it)
