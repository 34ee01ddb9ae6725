"""The synthetic world as pure functions: of the seed, the moment it is made for, and a number. No row is kept.

Numbers go by age: project 0 is the oldest. The place grows, so that there are twice as many in the second half of a
time as in the first; two years of it, up to `now`.
"""

from datetime import UTC, datetime, timedelta
from typing import Final, Literal, NamedTuple
from uuid import UUID

from service.dev.synthetic.chance import Dice, Shuffle, Steep, id_at, mixed
from service.dev.synthetic.sizes import Size
from service.dev.synthetic.texts import DUTCH_TAG, EVERYWHERE, NAMES, Texts, base36, filled, name_of

SPAN: Final = timedelta(days=730)

_MAKER, _PROJECT, _TITLE, _TAGS, _TEXT, STARS, COMMENTS, VERSIONS, CONTENT, FOLLOWS = (n << 40 for n in range(1, 11))

type Status = Literal["draft", "published", "archived"]
type Visibility = Literal["public", "unlisted", "private"]


class Project(NamedTuple):
    """What other tables need to know of a project. Times are milliseconds since 1970."""

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
        """Whether everybody with its address may read it."""
        return self.published is not None and self.visibility != "private" and self.deleted is None


def moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


class World:
    """The rules of one world."""

    def __init__(self, size: Size, seed: int, now: datetime, texts: Texts) -> None:
        self.size, self.texts = size, texts
        self.key = mixed(seed)
        self.now = int(now.timestamp()) * 1000
        self._span = int(SPAN.total_seconds()) * 1000
        self._start = self.now - self._span
        self._popular = Shuffle(size.projects, self.key + 1)
        self._discussed = Shuffle(size.projects, self.key + 2)
        self._stars = Steep(size.stars, size.projects, 0.9, size.makers * 9 // 10)
        self._comments = Steep(size.comments, size.projects, 1.1, size.comments)

    # Makers

    def joined(self, maker: int) -> int:
        return self._start + int(self._span * (maker / self.size.makers) ** 0.5)

    def maker_id(self, maker: int) -> UUID:
        return id_at(self.joined(maker), mixed(self.key + _MAKER + maker))

    def maker_name(self, maker: int) -> str:
        return name_of(int(NAMES * Dice(self.key + _MAKER + maker).share() ** 2))

    def handle(self, maker: int) -> str:
        if self.gone(maker):
            return f"deleted-{base36(maker)}"
        return f"{self.maker_name(maker).lower()}-{base36(maker)}"

    def gone(self, maker: int) -> bool:
        """Whether the account was deleted; not the first ones, whom a bench logs in as."""
        return maker >= 20 and mixed(self.key + _MAKER + maker) % 200 == 0

    def suspended(self, maker: int) -> bool:
        return maker >= 20 and mixed(self.key + _MAKER + maker) % 500 == 1

    # Projects

    def created(self, project: int) -> int:
        return self._start + int(self._span * ((project + 1) / (self.size.projects + 1)) ** 0.5)

    def project_id(self, project: int) -> UUID:
        return id_at(self.created(project), mixed(self.key + _PROJECT + project))

    def owner(self, project: int) -> int:
        """Those who came first own most: of a million projects, the first maker has some sixty thousand."""
        there = (project + 1) * self.size.makers // (self.size.projects + 1)
        return Dice(self.key + _PROJECT + project).skewed(max(1, there), 4)

    def project(self, number: int) -> Project:
        chance = mixed(self.key + _PROJECT + number)
        created = self.created(number)
        status: Status = "published"
        if (which := chance % 1000) < 160:
            status = "draft" if which < 100 else "archived"
        visibility: Visibility = "public"
        if (which := (chance >> 10) % 1000) < 120:
            visibility = "unlisted" if which < 60 else "private"
        published = None
        if status != "draft":
            share = ((chance >> 20) % 1024) / 1024
            published = created + int(share * share * min(5 * 86_400_000, self.now - created))
        deleted = None
        if (chance >> 30) % 256 == 0:
            deleted = self.now - min((chance >> 38) % (25 * 86_400_000), (self.now - created) // 2)
        return Project(
            number,
            id_at(created, chance),
            self.owner(number),
            created,
            published,
            deleted,
            status,
            visibility,
            (chance >> 44) % 10 == 0,
            int(((chance >> 48) % 4096 / 4096) ** 1.5 * self.texts.topics),
        )

    def project_name(self, number: int) -> str:
        return name_of(int(NAMES * Dice(self.key + _TITLE + number).share() ** 2))

    def slug(self, number: int) -> str:
        return f"{self.project_name(number).lower()}-{base36(number)}"

    def title(self, project: Project) -> str:
        dice = Dice(self.key + _TITLE + project.number)
        name = name_of(int(NAMES * dice.share() ** 2))
        language = self.texts.language(dutch=project.dutch)
        title = filled(dice.pick(language.titles), language.fields[project.topic], dice, name)
        return title[0].upper() + title[1:]

    def tagline(self, project: Project) -> str:
        return Dice(self.key + _TEXT + project.number).pick(
            self.texts.language(dutch=project.dutch).taglines[project.topic]
        )

    def body(self, project: Project) -> str:
        dice = Dice(self.key + _TEXT + project.number)
        sentences = self.texts.language(dutch=project.dutch).sentences[project.topic]
        parts = [dice.pick(sentences) for _ in range(2 + dice.below(5))]
        parts.insert(1, f"**{self.project_name(project.number)}**.")
        return " ".join(parts[:3]) + "\n\n" + " ".join(parts[3:])

    def tags(self, project: Project) -> list[str]:
        """At most five, the topic's own first."""
        dice = Dice(self.key + _TAGS + project.number)
        own = self.texts.tags[project.topic]
        tags = dict.fromkeys(own[dice.skewed(len(own), 2)] for _ in range(dice.below(4)))
        if dice.below(2):
            tags[EVERYWHERE[dice.skewed(len(EVERYWHERE), 3)]] = None
        if project.dutch and tags:
            tags[DUTCH_TAG] = None
        return list(tags)

    # What others do about projects

    def star_count(self, project: int) -> int:
        chance = mixed(self.key + STARS + project)
        return self._stars.at(self._popular.place(project), chance % 1024 / 1024)

    def comment_count(self, project: int) -> int:
        chance = mixed(self.key + COMMENTS + project)
        return self._comments.at(self._discussed.place(project), chance % 1024 / 1024)

    def popular(self, dice: Dice) -> int:
        """A project that somebody is likely to come to."""
        return self._popular.number(dice.skewed(self.size.projects, 4))

    def some_makers(self, dice: Dice, count: int, power: int = 4) -> list[int]:
        """Different makers, those who came first far more often; all alike, once many are asked for."""
        total = self.size.makers
        if count * 20 > total:
            walk = Shuffle(total, dice.below(2**32))
            return [walk.number(place) for place in range(min(count, total))]
        return list(dict.fromkeys(dice.skewed(total, power) for _ in range(count)))
