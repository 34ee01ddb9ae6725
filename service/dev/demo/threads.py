"""Demo comments, read from service/dev/demo/threads: one TOML file per maker, with the comments on their projects."""

from pathlib import Path

from attrs import frozen

from service.dev.demo.files import read_files
from service.features.community.discussion.domain import BODY_LENGTH, DEPTH
from service.features.projects.projects.domain import SLUG_LENGTH, SLUG_PATTERN
from service.http.schema.fields import Rules, integer, items, number, text

DIRECTORY = Path(__file__).with_name("threads")

_HANDLE = Rules(3, 30)


@frozen(kw_only=True)
class Remark:
    """Comment as written. Its parent is the last comment before it that is one level higher."""

    by: str = text(min=3, max=30)
    days_ago: float = number(min=0, max=365)
    body: str = text(min=1, max=BODY_LENGTH)
    level: int = integer(min=1, max=DEPTH, default=1)
    on: str | None = text(max=200, pattern=r"[a-z0-9-]+@[0-9]+/[a-z0-9-]+", default=None)
    """Step that the comment is about, as workflow@number/step."""
    up: list[str] = items(max=25, item=_HANDLE, factory=list)
    down: list[str] = items(max=25, item=_HANDLE, factory=list)
    """Handles of the makers who vote for or against it."""
    deleted_days_ago: float | None = number(min=0, max=365, default=None)
    key: str | None = text(max=60, default=None)
    """Name that a report uses for it."""


@frozen(kw_only=True)
class Talk:
    """Comments on one project of the file's maker."""

    project: str = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN)
    comments: list[Remark] = items(min=1, max=50)


@frozen(kw_only=True)
class _File:
    threads: list[Talk] = items(min=1, max=20)


@frozen(eq=False)
class DemoComment:
    project: str
    """handle/slug"""
    remark: Remark
    parent: "DemoComment | None"

    @property
    def body(self) -> str:
        """Text without the line feed before the closing quotes in the file."""
        return self.remark.body.rstrip("\n")


def read_threads() -> list[DemoComment]:
    """Return all demo comments, each after its parent. Raise ValueError that describes the error."""
    comments: list[DemoComment] = []
    for handle, file in read_files(DIRECTORY, _File):
        for talk in file.threads:
            comments += _placed(f"{handle}/{talk.project}", talk.comments)
    return comments


def _placed(project: str, remarks: list[Remark]) -> list[DemoComment]:
    placed: list[DemoComment] = []
    above: list[DemoComment] = []
    for remark in remarks:
        if remark.level > len(above) + 1:
            raise ValueError(f"{project}: “{remark.body[:40]}” has no parent")
        del above[remark.level - 1 :]
        comment = DemoComment(project, remark, above[-1] if above else None)
        above.append(comment)
        placed.append(comment)
    return placed
