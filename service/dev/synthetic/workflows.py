"""Workflows, their versions, contents and remixes."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple
from uuid import UUID

import orjson

from service.dev.synthetic.prng import Prng, id_at, mixed
from service.dev.synthetic.world import CONTENT, VERSIONS, Project, World

_SLOTS: Final[Mapping[str, Mapping[str, object]]] = {
    "input": {"type": "long_text", "label": "", "default": None, "example": "Paste it here."},
    "source": {"type": "long_text", "label": "Source", "default": None, "example": None},
    "length": {"type": "number", "label": "", "default": "150", "example": None},
    "draft": {"type": "long_text", "label": "Draft", "default": None, "example": None},
}
"""Placeholders in the prompts of words.toml."""

_FAVOURITES: Final = (
    "chatgpt", "claude", "gemini", "midjourney", "cursor", "perplexity", "claude-code", "notebooklm", "n8n",
    "elevenlabs", "stable-diffusion", "github-copilot", "whisper", "ollama", "deepl", "suno",
)  # fmt: skip
_MODELS: Final = (None, None, None, "Claude Sonnet 4", "GPT-4o", "Mistral Small", "Gemini 2.5 Flash")


class Workflow(NamedTuple):
    """Workflow number `place` of a project, from 0. `saved` has the times of its versions, milliseconds since 1970."""

    project: Project
    place: int
    workflow_id: UUID
    saved: tuple[int, ...]

    @property
    def key(self) -> int:
        return self.project.number * 4 + self.place


def by_popularity(tools: list[str]) -> list[str]:
    """Return the slugs of the catalogue, most used first."""
    return [slug for slug in _FAVOURITES if slug in tools] + [slug for slug in tools if slug not in _FAVOURITES]


class Workflows:
    """Rules for workflows. `tools` lists the slugs of the catalogue, most used first."""

    def __init__(self, world: World, tools: list[str]) -> None:
        self._world, self._tools = world, tools

    def of(self, project: Project) -> list[Workflow]:
        """Return the workflows of a project: most have one or none."""
        world = self._world
        bits = mixed(world.key + VERSIONS + project.number)
        if bits % 1000 >= world.size.workflow_share * 1000:
            return []
        count = 2 if (bits >> 10) % 10 == 0 else 1
        return [self._workflow(project, place, bits >> 20 + 8 * place) for place in range(count)]

    def _workflow(self, project: Project, place: int, bits: int) -> Workflow:
        left = self._world.now - project.created
        number = (1, 1, 1, 1, 1, 2, 2, 3)[bits % 8]
        begun = project.created + 1000 * place
        saved = (begun, begun + left // 5, begun + left // 2)[:number]
        return Workflow(
            project, place, id_at(begun, mixed(self._world.key + VERSIONS + project.number * 4 + place)), saved
        )

    def version_id(self, workflow: Workflow, number: int) -> UUID:
        key = self._world.key + CONTENT + workflow.key * 4 + number
        return id_at(workflow.saved[number - 1], mixed(key))

    def source(self, workflow: Workflow) -> tuple[Workflow, int] | None:
        """Return the source workflow and version number of a remix, or None. One workflow in ten is a remix."""
        world = self._world
        prng = Prng(world.key + VERSIONS + workflow.key)
        if workflow.place or prng.below(10):
            return None
        for _ in range(4):
            other = world.popular(prng)
            if other >= workflow.project.number:
                continue
            project = world.project(other)
            if project.out and (found := self.of(project)):
                before = [at for at in found[0].saved if at <= workflow.saved[0]]
                return found[0], len(before)
        return None

    def root(self, workflow: Workflow) -> UUID:
        """Return the root of a family of remixes."""
        while (source := self.source(workflow)) is not None:
            workflow, _ = source
        return workflow.workflow_id

    def slug(self, workflow: Workflow) -> str:
        topic = self._world.texts.tags[workflow.project.topic]
        slug = topic[workflow.project.number % len(topic)]
        return slug if workflow.place == 0 else f"{slug}-{workflow.place + 1}"

    def title(self, workflow: Workflow) -> str:
        language = self._world.texts.language(dutch=workflow.project.dutch)
        prng = Prng(self._world.key + CONTENT + workflow.key)
        return f"{prng.pick(language.steps)}: {prng.pick(language.fields[workflow.project.topic]['thing'])}"

    def summary(self, workflow: Workflow) -> str:
        language = self._world.texts.language(dutch=workflow.project.dutch)
        return Prng(self._world.key + VERSIONS + workflow.key).pick(language.taglines[workflow.project.topic])

    def changelog(self, workflow: Workflow, number: int) -> str:
        changelogs = self._world.texts.language(dutch=workflow.project.dutch).changelogs
        return changelogs[0 if number == 1 else 1 + (workflow.key + number) % (len(changelogs) - 1)]

    def contents(self, workflow: Workflow) -> Iterator[bytes]:
        """Yield each version in its canonical form (features/workflows/documents/document.py), oldest first."""
        source = self.source(workflow)
        steps = self._steps(workflow) if source is None else self._steps_of(*source)
        for number in range(1, len(workflow.saved) + 1):
            if number > 1:
                self._edit(workflow, number, steps)
            yield _canonical(steps)

    def step_keys(self, workflow: Workflow) -> list[str]:
        """Return the step keys of the first version."""
        source = self.source(workflow)
        return [step["key"] for step in (self._steps(workflow) if source is None else self._steps_of(*source))]

    def _steps_of(self, workflow: Workflow, number: int) -> list[dict[str, Any]]:
        source = self.source(workflow)
        steps = self._steps(workflow) if source is None else self._steps_of(*source)
        for each in range(2, number + 1):
            self._edit(workflow, each, steps)
        return steps

    def _steps(self, workflow: Workflow) -> list[dict[str, Any]]:
        prng = Prng(self._world.key + CONTENT + workflow.key)
        language = self._world.texts.language(dutch=workflow.project.dutch)
        prompts = language.prompts[workflow.project.topic]
        made: list[dict[str, Any]] = []
        for place in range(1 + prng.skewed(5, 2)):
            template = prng.pick(prompts)
            if place and prng.below(2):
                template += f"\n\n{{{{result_{prng.below(place) + 1}}}}}"
            is_manual = place > 0 and prng.below(8) == 0
            has_tool = not is_manual and prng.below(10) < 7
            made.append(
                {
                    "key": f"step-{place + 1}",
                    "kind": "manual" if is_manual else "prompt",
                    "title": prng.pick(language.steps),
                    "template": template,
                    "tool": self._tools[prng.skewed(len(self._tools), 3)] if has_tool else None,
                    "model": prng.pick(_MODELS) if has_tool else None,
                    "parameters": {"temperature": prng.below(10) / 10} if prng.below(4) == 0 else {},
                    "output": f"result_{place + 1}",
                }
            )
        made[0]["template"] += f"\n\n({self._world.project_name(workflow.project.number)})"
        return made

    def _edit(self, workflow: Workflow, number: int, steps: list[dict[str, Any]]) -> None:
        """Change one step of the previous version: its text and tool."""
        prng = Prng(self._world.key + CONTENT + workflow.key * 4 + number)
        language = self._world.texts.language(dutch=workflow.project.dutch)
        step = prng.pick(steps)
        step["template"] += "\n\n" + prng.pick(language.prompts[workflow.project.topic])
        if step["kind"] == "prompt":
            step["tool"] = self._tools[prng.skewed(len(self._tools), 3)]


def _canonical(steps: list[dict[str, Any]]) -> bytes:
    # JSON has one number type (document.py): 0.0 is 0.
    for step in steps:
        step["parameters"] = {
            name: int(value) if value == int(value) else value for name, value in step["parameters"].items()
        }
    templates = "".join(step["template"] for step in steps)
    variables = [
        {"name": name, "description": "", "required": True, "choices": [], **about}
        for name, about in _SLOTS.items()
        if f"{{{{{name}}}}}" in templates
    ]
    return orjson.dumps({"variables": variables, "steps": steps}, option=orjson.OPT_SORT_KEYS)
