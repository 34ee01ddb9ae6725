"""The demo comments as they stand in service/dev/demo/threads: one TOML file a maker, with what is said of their
projects."""

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
    """A comment as written, after what it answers: the last before it that stands one level higher."""

    by: str = text(min=3, max=30)
    days_ago: float = number(min=0, max=365)
    body: str = text(min=1, max=BODY_LENGTH)
    level: int = integer(min=1, max=DEPTH, default=1)
    on: str | None = text(max=200, pattern=r"[a-z0-9-]+@[0-9]+/[a-z0-9-]+", default=None)
    """The step of a version that it is about: workflow@number/step."""
    up: list[str] = items(max=25, item=_HANDLE, factory=list)
    down: list[str] = items(max=25, item=_HANDLE, factory=list)
    """Who votes for it and against it."""
    deleted_days_ago: float | None = number(min=0, max=365, default=None)
    key: str | None = text(max=60, default=None)
    """What a report calls it."""


@frozen(kw_only=True)
class Talk:
    """What is said of one project of the file's maker."""

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
        """In the file the closing quotes stand on a line of their own."""
        return self.remark.body.rstrip("\n")


def read_threads() -> list[DemoComment]:
    """Every demo comment, each after the one it answers. Raises ValueError naming what is wrong."""
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
            raise ValueError(f"{project}: nothing stands above “{remark.body[:40]}”")
        del above[remark.level - 1 :]
        comment = DemoComment(project, remark, above[-1] if above else None)
        above.append(comment)
        placed.append(comment)
    return placed
