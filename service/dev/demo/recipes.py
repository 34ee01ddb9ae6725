"""Demo workflows, read from service/dev/demo/workflows: one TOML file per maker. Each version lists its changes."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs
from attrs import frozen

from service.dev.demo.files import read_files
from service.features.projects.projects.domain import SLUG_LENGTH, SLUG_PATTERN
from service.features.workflows.documents.document import EMPTY, Document, Step, Variable
from service.features.workflows.versions.domain import LABEL_LENGTH
from service.http.schema.fields import Rules, items, number, text

DIRECTORY = Path(__file__).with_name("workflows")


@frozen(kw_only=True)
class ChangedStep(Step):
    before: str | None = text(max=60, default=None)
    """Key of the step before which a new step is inserted; None appends it."""


@frozen(kw_only=True)
class Edition:
    """Changes from the previous version, or from the version that was remixed.

    A variable or step replaces the existing one with the same name or key; others are added.
    """

    days_ago: float = number(min=0, max=365)
    changelog: str = text(min=1, max=500)
    labels: list[str] = items(max=3, item=Rules(max=LABEL_LENGTH), factory=list)
    """Labels of the version."""
    without_variables: list[str] = items(max=10, item=Rules(max=50), factory=list)
    without_steps: list[str] = items(max=10, item=Rules(max=60), factory=list)
    variables: list[Variable] = items(max=20, factory=list)
    steps: list[ChangedStep] = items(max=10, factory=list)


@frozen(kw_only=True)
class Recipe:
    """Workflow as written. With `fork_of` (handle/project/workflow@number), version 1 is a copy of that version."""

    project: str = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN)
    slug: str = text(min=1, max=SLUG_LENGTH, pattern=SLUG_PATTERN)
    title: str = text(min=1, max=120, multiline=False)
    summary: str = text(min=1, max=200, multiline=False)
    fork_of: str | None = text(max=250, pattern=r"[a-z0-9/-]+@[0-9]+", default=None)
    versions: list[Edition] = items(min=1, max=10)


@frozen(kw_only=True)
class _File:
    workflows: list[Recipe] = items(min=1, max=20)


@frozen
class Source:
    """Version of a workflow."""

    workflow: str
    """handle/project/workflow"""
    number: int


@frozen
class DemoVersion:
    days_ago: float
    changelog: str
    labels: Sequence[str]
    content: Document


@frozen
class DemoWorkflow:
    handle: str
    project: str
    slug: str
    title: str
    summary: str
    fork_of: Source | None
    versions: Sequence[DemoVersion]

    @property
    def place(self) -> str:
        return f"{self.handle}/{self.project}/{self.slug}"


def read_workflows() -> list[DemoWorkflow]:
    """Return all demo workflows, each after its source. Raise ValueError that describes the error."""
    waiting = {f"{handle}/{recipe.project}/{recipe.slug}": recipe for handle, recipe in _written()}
    done: dict[str, DemoWorkflow] = {}
    while waiting:
        ready = [place for place, recipe in waiting.items() if _source(recipe) is None or _source(recipe) in done]
        if not ready:
            raise ValueError(f"unknown source: {', '.join(str(recipe.fork_of) for recipe in waiting.values())}")
        for place in ready:
            done[place] = _workflow(place, waiting.pop(place), done)
    return list(done.values())


def _written() -> list[tuple[str, Recipe]]:
    return [(handle, recipe) for handle, file in read_files(DIRECTORY, _File) for recipe in file.workflows]


def _source(recipe: Recipe) -> str | None:
    return recipe.fork_of.partition("@")[0] if recipe.fork_of else None


def _workflow(place: str, recipe: Recipe, done: Mapping[str, DemoWorkflow]) -> DemoWorkflow:
    content, fork_of = EMPTY, None
    if recipe.fork_of:
        workflow, _, number_ = recipe.fork_of.partition("@")
        fork_of = Source(workflow, int(number_))
        content = done[workflow].versions[fork_of.number - 1].content
    versions = [_copied(content, recipe)] if recipe.fork_of else []
    for edition in recipe.versions:
        try:
            content = _edited(content, edition)
        except ValueError as error:
            raise ValueError(f"{place}, version {len(versions) + 1}: {error}") from error
        versions.append(DemoVersion(edition.days_ago, edition.changelog, edition.labels, content))
    handle = place.partition("/")[0]
    return DemoWorkflow(handle, recipe.project, recipe.slug, recipe.title, recipe.summary, fork_of, versions)


def _copied(content: Document, recipe: Recipe) -> DemoVersion:
    """Return the first version of a remix, one hour before the maker's first change."""
    number = str(recipe.fork_of).partition("@")[2]
    return DemoVersion(recipe.versions[0].days_ago + 1 / 24, f"Remix of version {number}.", [], content)


def _edited(content: Document, edition: Edition) -> Document:
    """Return the content after an edition. Raise ValueError for an unknown name."""
    variables = {variable.name: variable for variable in content.variables}
    steps = {step.key: step for step in content.steps}
    for name in edition.without_variables:
        if variables.pop(name, None) is None:
            raise ValueError(f"no variable {name}")
    for key in edition.without_steps:
        if steps.pop(key, None) is None:
            raise ValueError(f"no step {key}")
    variables |= {variable.name: variable for variable in edition.variables}
    for changed in edition.steps:
        step = _step(changed)
        if changed.before is None:
            steps[step.key] = step
            continue
        if changed.before not in steps or step.key in steps:
            raise ValueError(f"cannot insert step {step.key} before {changed.before}")
        order = list(steps.values())
        order.insert(list(steps).index(changed.before), step)
        steps = {each.key: each for each in order}
    return Document(variables=list(variables.values()), steps=list(steps.values()))


def _step(changed: ChangedStep) -> Step:
    fields = {name: getattr(changed, name) for name in attrs.fields_dict(Step)}
    # In the file, the closing quotes are on a separate line: remove the line feed before them.
    return Step(**{**fields, "template": changed.template.rstrip("\n")})
