"""What a notification is grouped by, and what it says. Pure."""

from collections.abc import Mapping, Sequence
from typing import Final, get_args

from service.features.notifications.notify import Kind

KINDS: Final[tuple[Kind, ...]] = get_args(Kind.__value__)

_GONE: Final = "something that you do not see any more"
_OUTCOMES: Final[Mapping[str, str]] = {
    "actioned": "Your report was right: a moderator has acted on it",
    "dismissed": "A moderator has looked at your report, and nothing had to be done",
}


def who(names: Sequence[str], count: int) -> str:
    """The makers who did it, by the names of the last ones: "Ada", "Ada and Grace", "Ada and 4 others"."""
    if not names:  # they have left
        return "A maker" if count <= 1 else f"{count} makers"
    if count <= 1:
        return names[0]
    if count == 2 and len(names) > 1:
        return f"{names[0]} and {names[1]}"
    return f"{names[0]} and {count - 1} other{'s' if count > 2 else ''}"


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
    """One line in English that says what happened. A `project` that is None cannot be named."""
    they, it = who(names, count), project or _GONE
    match kind:
        case "star":
            return f"{they} starred {it}"
        case "follow":
            return f"{they} followed {it}" if of_project else f"{they} followed you"
        case "comment":
            return f"{they} commented on {it}"
        case "reply":
            return f"{they} replied to you on {it}"
        case "mention":
            return f"{they} mentioned you on {it}"
        case "remix":
            return f"{they} remixed {workflow} from {it}" if workflow else f"{they} remixed {it}"
        case "upstream_changed":
            if workflow is None:
                return f"There is a new version of what you remixed in {it}"
            return (
                f"Version {version_number} of {upstream or 'what it was remixed from'} is out: {workflow} can pull it"
            )
        case "invitation":
            return f"{they} invited you to work on {it}"
    return _OUTCOMES.get(note or "", f"A moderator has decided about {it}" if of_project else "A moderator has decided")
