"""Sizes and proportions of synthetic data sets."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen


@frozen(kw_only=True)
class Size:
    """Requested row counts. Duplicates are dropped, so the real counts are slightly lower."""

    projects: int
    makers: int
    workflow_share: float
    """Share of projects with at least one workflow."""
    stars: int
    comments: int
    votes: int
    follows: int
    """Follows of makers. Projects, tags and tools have a third, a quarter and an eighth as many."""

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
