"""Synthetic data as pure functions of the seed, the current time and a number. No row is stored.

Numbers are chronological: project 0 is the oldest. The data covers two years up to `now`, with twice as many rows in
the second half as in the first.
"""

from datetime import UTC, datetime, timedelta
from typing import Final, Literal, NamedTuple
from uuid import UUID

from service.dev.synthetic.prng import Prng, Shuffle, Zipf, id_at, mixed
from service.dev.synthetic.sizes import Size
from service.dev.synthetic.texts import DUTCH_TAG, EVERYWHERE, NAMES, Texts, base36, filled, name_of

SPAN: Final = timedelta(days=730)

_MAKER, _PROJECT, _TITLE, _TAGS, _TEXT, STARS, COMMENTS, VERSIONS, CONTENT, FOLLOWS = (n << 40 for n in range(1, 11))

type Status = Literal["draft", "published", "archived"]
type Visibility = Literal["public", "unlisted", "private"]


class Project(NamedTuple):
    """Properties of a project that other tables need. Times are milliseconds since 1970."""

    number: int
    project_id: UUID
    owner: int
    created: int
    published: int | None
    deleted: int | None
    status: Status
    visibility: Visibility
    dutch: bool
    topic: int

    @property
    def out(self) -> bool:
        """Return whether everyone with its address can read it."""
        return self.published is not None and self.visibility != "private" and self.deleted is None


def moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


class World:
    """Rules of one data set."""

    def __init__(self, size: Size, seed: int, now: datetime, texts: Texts) -> None:
        self.size, self.texts = size, texts
        self.key = mixed(seed)
        self.now = int(now.timestamp()) * 1000
        self._span = int(SPAN.total_seconds()) * 1000
        self._start = self.now - self._span
        self._popular = Shuffle(size.projects, self.key + 1)
        self._discussed = Shuffle(size.projects, self.key + 2)
        self._stars = Zipf(size.stars, size.projects, 0.9, size.makers * 9 // 10)
        self._comments = Zipf(size.comments, size.projects, 1.1, size.comments)

    # Makers

    def joined(self, maker: int) -> int:
        return self._start + int(self._span * (maker / self.size.makers) ** 0.5)

    def maker_id(self, maker: int) -> UUID:
        return id_at(self.joined(maker), mixed(self.key + _MAKER + maker))

    def maker_name(self, maker: int) -> str:
        return name_of(int(NAMES * Prng(self.key + _MAKER + maker).share() ** 2))

    def handle(self, maker: int) -> str:
        if self.gone(maker):
            return f"deleted-{base36(maker)}"
        return f"{self.maker_name(maker).lower()}-{base36(maker)}"

    def gone(self, maker: int) -> bool:
        """Return whether the account is deleted. The first accounts are not, because the bench logs in with them."""
        return maker >= 20 and mixed(self.key + _MAKER + maker) % 200 == 0

    def suspended(self, maker: int) -> bool:
        return maker >= 20 and mixed(self.key + _MAKER + maker) % 500 == 1

    # Projects

    def created(self, project: int) -> int:
        return self._start + int(self._span * ((project + 1) / (self.size.projects + 1)) ** 0.5)

    def project_id(self, project: int) -> UUID:
        return id_at(self.created(project), mixed(self.key + _PROJECT + project))

    def owner(self, project: int) -> int:
        """Return the owner. Early makers own most: of a million projects, the first owns about sixty thousand."""
        there = (project + 1) * self.size.makers // (self.size.projects + 1)
        return Prng(self.key + _PROJECT + project).skewed(max(1, there), 4)

    def project(self, number: int) -> Project:
        bits = mixed(self.key + _PROJECT + number)
        created = self.created(number)
        status: Status = "published"
        if (which := bits % 1000) < 160:
            status = "draft" if which < 100 else "archived"
        visibility: Visibility = "public"
        if (which := (bits >> 10) % 1000) < 120:
            visibility = "unlisted" if which < 60 else "private"
        published = None
        if status != "draft":
            share = ((bits >> 20) % 1024) / 1024
            published = created + int(share * share * min(5 * 86_400_000, self.now - created))
        deleted = None
        if (bits >> 30) % 256 == 0:
            deleted = self.now - min((bits >> 38) % (25 * 86_400_000), (self.now - created) // 2)
        return Project(
            number,
            id_at(created, bits),
            self.owner(number),
            created,
            published,
            deleted,
            status,
            visibility,
            (bits >> 44) % 10 == 0,
            int(((bits >> 48) % 4096 / 4096) ** 1.5 * self.texts.topics),
        )

    def project_name(self, number: int) -> str:
        return name_of(int(NAMES * Prng(self.key + _TITLE + number).share() ** 2))

    def slug(self, number: int) -> str:
        return f"{self.project_name(number).lower()}-{base36(number)}"

    def title(self, project: Project) -> str:
        prng = Prng(self.key + _TITLE + project.number)
        name = name_of(int(NAMES * prng.share() ** 2))
        language = self.texts.language(dutch=project.dutch)
        title = filled(prng.pick(language.titles), language.fields[project.topic], prng, name)
        return title[0].upper() + title[1:]

    def tagline(self, project: Project) -> str:
        return Prng(self.key + _TEXT + project.number).pick(
            self.texts.language(dutch=project.dutch).taglines[project.topic]
        )

    def body(self, project: Project) -> str:
        prng = Prng(self.key + _TEXT + project.number)
        sentences = self.texts.language(dutch=project.dutch).sentences[project.topic]
        parts = [prng.pick(sentences) for _ in range(2 + prng.below(5))]
        parts.insert(1, f"**{self.project_name(project.number)}**.")
        return " ".join(parts[:3]) + "\n\n" + " ".join(parts[3:])

    def tags(self, project: Project) -> list[str]:
        """Return at most five tags, those of the topic first."""
        prng = Prng(self.key + _TAGS + project.number)
        own = self.texts.tags[project.topic]
        tags = dict.fromkeys(own[prng.skewed(len(own), 2)] for _ in range(prng.below(4)))
        if prng.below(2):
            tags[EVERYWHERE[prng.skewed(len(EVERYWHERE), 3)]] = None
        if project.dutch and tags:
            tags[DUTCH_TAG] = None
        return list(tags)

    # Activity on other makers' projects

    def star_count(self, project: int) -> int:
        bits = mixed(self.key + STARS + project)
        return self._stars.at(self._popular.place(project), bits % 1024 / 1024)

    def comment_count(self, project: int) -> int:
        bits = mixed(self.key + COMMENTS + project)
        return self._comments.at(self._discussed.place(project), bits % 1024 / 1024)

    def popular(self, prng: Prng) -> int:
        """Return a popular project at random."""
        return self._popular.number(prng.skewed(self.size.projects, 4))

    def some_makers(self, prng: Prng, count: int, power: int = 4) -> list[int]:
        """Return different makers at random. Early makers are far more likely, unless `count` exceeds 5 % of all
        makers.
        """
        total = self.size.makers
        if count * 20 > total:
            walk = Shuffle(total, prng.below(2**32))
            return [walk.number(place) for place in range(min(count, total))]
        return list(dict.fromkeys(prng.skewed(total, power) for _ in range(count)))
