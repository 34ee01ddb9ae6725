"""How large a synthetic world is, and the shares it is made by."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen


@frozen(kw_only=True)
class Size:
    """Counts are of rows asked for; where chance picks the same twice there are a little fewer."""

    projects: int
    makers: int
    workflow_share: float
    """Of projects that have a workflow, at least one."""
    stars: int
    comments: int
    votes: int
    follows: int
    """Of makers by makers; projects, tags and tools are followed a third, a quarter and an eighth as often."""

    @classmethod
    def of(cls, projects: int) -> "Size":
        return cls(
            projects=projects,
            makers=max(20, projects // 10),
            workflow_share=0.6,
            stars=3 * projects,
            comments=projects,
            votes=projects // 2,
            follows=projects * 4 // 5,
        )


SIZES: Final[Mapping[str, Size]] = {
    "tiny": Size.of(300),
    "small": Size.of(10_000),
    "medium": Size.of(100_000),
    "large": Size.of(1_000_000),
}
