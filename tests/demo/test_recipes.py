"""Test that the demo workflows follow the format, render, and have a possible history."""

import itertools
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from service.dev.demo import recipes
from service.dev.demo.data import read_makers
from service.dev.demo.recipes import DemoVersion, DemoWorkflow, Source, read_workflows
from service.features.projects.projects.domain import line_of, title_of
from service.features.workflows.documents.check import check
from service.features.workflows.documents.document import Document
from service.features.workflows.documents.render import render
from service.features.workflows.documents.secrets import find_secrets
from service.features.workflows.documents.template import parse
from service.features.workflows.versions.domain import label_of, slug_of_workflow
from service.features.workflows.versions.schemas import SUMMARY_LENGTH

WORKFLOWS = read_workflows()
BY_PLACE = {workflow.place: workflow for workflow in WORKFLOWS}
PROJECTS = {(maker.handle, project.slug): project for maker in read_makers() for project in maker.projects}
VERSIONS = [
    (workflow, number, version) for workflow in WORKFLOWS for number, version in enumerate(workflow.versions, start=1)
]

a_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=list(BY_PLACE))
a_version = pytest.mark.parametrize(
    ("workflow", "number", "version"),
    VERSIONS,
    ids=[f"{workflow.place}@{number}" for workflow, number, _ in VERSIONS],
)


def test_the_number_of_workflows_and_versions_is_as_documented() -> None:
    assert len(WORKFLOWS) >= 60
    assert sum(workflow.fork_of is not None for workflow in WORKFLOWS) >= 6
    lengths = Counter(len(workflow.versions) for workflow in WORKFLOWS)
    assert lengths[2] >= 16
    assert lengths[3] >= 3
    assert sum(project.status != "draft" for project in PROJECTS.values()) - 5 <= len(
        {(workflow.handle, workflow.project) for workflow in WORKFLOWS}
    )


def test_no_path_occurs_twice() -> None:
    assert len(BY_PLACE) == len(WORKFLOWS)


def test_every_variable_type_and_step_kind_occurs() -> None:
    contents = [version.content for _, _, version in VERSIONS]
    types = Counter(variable.type for content in contents for variable in content.variables)
    assert set(types) == {"text", "long_text", "number", "choice", "boolean"}
    assert {step.kind for content in contents for step in content.steps} == {"prompt", "manual"}
    assert len({step.tool for content in contents for step in content.steps}) > 20


@a_workflow
def test_each_workflow_follows_the_rules_of_the_api(workflow: DemoWorkflow) -> None:
    project = PROJECTS[workflow.handle, workflow.project]
    assert workflow.versions[0].days_ago < project.days_ago
    assert slug_of_workflow(workflow.slug) == workflow.slug
    assert title_of(workflow.title) == workflow.title
    assert line_of(workflow.summary) == workflow.summary
    assert len(workflow.summary) <= SUMMARY_LENGTH
    ages = [version.days_ago for version in workflow.versions]
    assert ages == sorted(set(ages), reverse=True)
    labels = [label for version in workflow.versions for label in version.labels]
    assert [label_of(label) for label in labels] == sorted(set(labels), key=labels.index)


@a_version
def test_versions_have_no_problems_and_no_secrets(workflow: DemoWorkflow, number: int, version: DemoVersion) -> None:
    assert check(version.content) == []
    assert find_secrets(version.content) == []
    assert 2 <= len(version.content.steps) <= 6
    for variable in version.content.variables:
        assert variable.label, variable.name
        assert variable.example or variable.default, variable.name
    for step in version.content.steps:
        assert step.model is None or step.tool is not None, step.key
        assert step.kind == "manual" or step.tool is not None, step.key
        assert len(step.template) >= 60, step.key


@a_version
def test_a_version_renders_with_its_examples(workflow: DemoWorkflow, number: int, version: DemoVersion) -> None:
    content = version.content
    inputs = {variable.name: example for variable in content.variables if (example := variable.example)}
    made = {step.output: f"what {step.key} made" for step in content.steps if step.output}
    for step in render(content, inputs, made).steps:
        assert step.waiting_for == []
        assert "{{" not in step.text
        # An empty placeholder would leave a gap in the prompt.
        assert [segment for segment in step.segments if segment.kind == "value" and not segment.text.strip()] == []


@a_version
def test_every_step_output_is_used(workflow: DemoWorkflow, number: int, version: DemoVersion) -> None:
    used = {name for step in version.content.steps for name in parse(step.template).names}
    assert {step.output for step in version.content.steps if step.output} <= used


@a_workflow
def test_each_version_differs_from_the_last_and_has_notes(workflow: DemoWorkflow) -> None:
    contents = [version.content for version in workflow.versions]
    assert all(old != new for old, new in itertools.pairwise(contents))
    assert workflow.fork_of is None or contents[0] == source(workflow.fork_of)
    changelogs = [version.changelog for version in workflow.versions]
    assert len(set(changelogs)) == len(changelogs)


def source(fork_of: Source) -> Document:
    return BY_PLACE[fork_of.workflow].versions[fork_of.number - 1].content


def test_remixes_have_another_owner_and_come_later_and_some_are_behind() -> None:
    behind = 0
    forks = [(workflow, workflow.fork_of) for workflow in WORKFLOWS if workflow.fork_of]
    for workflow, fork_of in forks:
        upstream = BY_PLACE[fork_of.workflow]
        assert upstream.handle != workflow.handle
        assert PROJECTS[upstream.handle, upstream.project].visibility == "public"
        assert workflow.versions[0].days_ago < upstream.versions[fork_of.number - 1].days_ago
        assert len(workflow.versions) > 1, "the remix has no changes"
        newer = upstream.versions[fork_of.number :]
        # The remix starts from the newest version of its time.
        assert all(version.days_ago < workflow.versions[0].days_ago for version in newer)
        behind += bool(newer)
    assert behind >= 3
    assert any(BY_PLACE[fork_of.workflow].fork_of for _, fork_of in forks), "there is no remix of a remix"


def test_no_sentence_is_shared_by_two_remix_families() -> None:
    families: defaultdict[str, set[str]] = defaultdict(set)
    for workflow, _, version in VERSIONS:
        for step in version.content.steps:
            for part in re.split(r"(?<=[.!?:])\s+|\n+", step.template):
                if len(part.strip()) >= 40:
                    families[part.strip(" -*").casefold()].add(family(workflow))
    assert len(families) > 700
    assert {sentence: found for sentence, found in families.items() if len(found) > 1} == {}


def family(workflow: DemoWorkflow) -> str:
    return family(BY_PLACE[workflow.fork_of.workflow]) if workflow.fork_of else workflow.place


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('project = "late-train-ledger"', 'projekt = "late-train-ledger"', "/workflows/0/project"),
        ('key = "open"\n', 'key = "open"\nbefore = "later"\n', "before later"),
        ("days_ago = 0.9\n", 'days_ago = 0.9\nwithout_steps = ["nothing"]\n', "no step nothing"),
        ("days_ago = 0.9\n", 'days_ago = 0.9\nwithout_variables = ["nothing"]\n', "no variable nothing"),
        ('slug = "start-with', 'fork_of = "who/knows/what@1"\nslug = "start-with', "who/knows/what@1"),
        ('kind = "prompt"', "kind = prompt", "emre-late-again.toml"),
    ],
)
def test_an_error_in_a_file_is_reported(
    before: str, after: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (recipes.DIRECTORY / "emre-late-again.toml").read_text()
    assert before in text
    (tmp_path / "emre-late-again.toml").write_text(text.replace(before, after, 1))
    monkeypatch.setattr(recipes, "DIRECTORY", tmp_path)
    with pytest.raises(ValueError, match=re.escape(says)):
        read_workflows()
