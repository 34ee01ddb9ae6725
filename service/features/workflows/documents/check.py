"""Checks of a document. Errors prevent saving a version, warnings do not. A draft may have both."""

import re
from collections.abc import Iterator
from typing import Final

from service.features.accounts.identity.domain import Refused
from service.features.workflows.documents.document import (
    KEY_LENGTH,
    KEY_PATTERN,
    MAX_CHOICES,
    MAX_CONTENT,
    MAX_OPENINGS,
    MAX_PARAMETERS,
    MAX_STEPS,
    MAX_TEMPLATE,
    MAX_VARIABLES,
    NAME_LENGTH,
    NAME_PATTERN,
    Document,
    Finding,
    Step,
    Variable,
    escaped,
    openings,
    size,
)
from service.features.workflows.documents.template import Template, parse
from service.features.workflows.documents.values import text_of

MAX_FINDINGS: Final = 200
"""Maximum number of findings. Beyond it, `check` returns the first ones and a finding that there are more."""

_NAME: Final = re.compile(NAME_PATTERN)
_KEY: Final = re.compile(KEY_PATTERN)
_PARAMETER: Final = re.compile("[A-Za-z][A-Za-z0-9_.-]{0,59}")


def check(content: Document) -> list[Finding]:
    """Return all findings in the order of the document. Findings about the whole document come first."""
    found: list[Finding] = []
    for finding in _all(content):
        if len(found) == MAX_FINDINGS:
            found.append(Finding(pointer="", code="more_findings", message="There are more problems. Fix these first."))
            break
        found.append(finding)
    return found


def errors(findings: list[Finding]) -> list[Finding]:
    """Return the findings that prevent saving a version."""
    return [finding for finding in findings if finding.severity == "error"]


def _all(content: Document) -> Iterator[Finding]:
    yield from _limits(content)
    makers: dict[str, int] = {}
    for at, step in enumerate(content.steps):
        if step.output:
            makers.setdefault(step.output, at)
    declared: set[str] = set()
    templates = [parse(step.template) for step in content.steps]
    used = {name for template in templates for name in template.names}
    for at, variable in enumerate(content.variables):
        yield from _variable(f"/variables/{at}", variable, declared)
        if variable.name not in used and variable.name not in declared and variable.name:
            message = f"No step uses “{variable.name}”."
            yield Finding(pointer=f"/variables/{at}/name", code="unused_variable", message=message, severity="warning")
        declared.add(variable.name)
    keys: set[str] = set()
    outputs: set[str] = set()
    for at, step in enumerate(content.steps):
        yield from _step(f"/steps/{at}", step, keys)
        yield from _template(f"/steps/{at}/template", content, at, templates[at], declared, makers)
        yield from _output(f"/steps/{at}/output", step, declared, outputs)


def _limits(content: Document) -> Iterator[Finding]:
    if not content.steps:
        yield Finding(pointer="/steps", code="no_steps", message="Add at least one step.")
    if len(content.steps) > MAX_STEPS:
        yield Finding(pointer="/steps", code="too_many", message=f"Use at most {MAX_STEPS} steps.")
    if len(content.variables) > MAX_VARIABLES:
        message = f"Use at most {MAX_VARIABLES} variables."
        yield Finding(pointer="/variables", code="too_many", message=message)
    if (characters := size(content)) > MAX_CONTENT:
        message = f"The workflow has {characters:,} characters. Use at most {MAX_CONTENT:,}."
        yield Finding(pointer="", code="too_long", message=message)
    if openings(content) > MAX_OPENINGS:
        message = f"Use at most {MAX_OPENINGS:,} slots in all templates together."
        yield Finding(pointer="", code="too_many_slots", message=message)


def _variable(pointer: str, variable: Variable, declared: set[str]) -> Iterator[Finding]:
    if not _is_name(variable.name):
        yield Finding(pointer=f"{pointer}/name", code="bad_name", message=_no_name("A variable", variable.name))
    elif variable.name in declared:
        message = f"Two variables are named “{variable.name}”."
        yield Finding(pointer=f"{pointer}/name", code="duplicate_name", message=message)
    yield from _choices(f"{pointer}/choices", variable)
    if variable.default is not None:
        try:
            text_of(variable, variable.default)
        except Refused as refused:
            yield Finding(pointer=f"{pointer}/default", code="bad_default", message=f"The default of {refused}")
    if variable.example:
        try:
            text_of(variable, variable.example)
        except Refused as refused:
            message = f"The example of {refused}"
            yield Finding(pointer=f"{pointer}/example", code="bad_example", message=message, severity="warning")


def _choices(pointer: str, variable: Variable) -> Iterator[Finding]:
    if variable.type != "choice":
        if variable.choices:
            message = (
                f"“{variable.name}” is of type {variable.type}, so its choices are ignored. Remove them or "
                "use type choice."
            )
            yield Finding(pointer=pointer, code="choices_unused", message=message, severity="warning")
        return
    if not variable.choices:
        yield Finding(pointer=pointer, code="choices_missing", message=f"Add a choice to “{variable.name}”.")
    if len(variable.choices) > MAX_CHOICES:
        yield Finding(pointer=pointer, code="too_many", message=f"Use at most {MAX_CHOICES} choices per variable.")
    seen: set[str] = set()
    for at, choice in enumerate(variable.choices):
        if not choice.strip():
            message = f"“{variable.name}” has an empty choice. Fill it in or remove it."
            yield Finding(pointer=f"{pointer}/{at}", code="empty_choice", message=message)
        elif choice in seen:
            message = f"“{variable.name}” has the choice “{choice}” twice."
            yield Finding(pointer=f"{pointer}/{at}", code="duplicate_choice", message=message)
        seen.add(choice)


def _step(pointer: str, step: Step, keys: set[str]) -> Iterator[Finding]:
    if not _KEY.fullmatch(step.key) or len(step.key) > KEY_LENGTH:
        message = (
            f"Invalid key “{step.key}”. Use at most {KEY_LENGTH} lower-case letters and digits, with single - or "
            "_ between them."
        )
        yield Finding(pointer=f"{pointer}/key", code="bad_key", message=message, step=step.key)
    elif step.key in keys:
        message = f"Two steps have the key “{step.key}”."
        yield Finding(pointer=f"{pointer}/key", code="duplicate_key", message=message, step=step.key)
    keys.add(step.key)
    if not step.title.strip():
        message = f"Step “{step.key}” has no title."
        yield Finding(pointer=f"{pointer}/title", code="empty_title", message=message, step=step.key)
    if len(step.parameters) > MAX_PARAMETERS:
        message = f"Use at most {MAX_PARAMETERS} parameters per step."
        yield Finding(pointer=f"{pointer}/parameters", code="too_many", message=message, step=step.key)
    for name in step.parameters:
        if not _PARAMETER.fullmatch(name):
            message = (
                f"Invalid parameter name “{name[:60]}”. Start with a letter and use at most 60 letters, "
                "digits, `_`, `.` and `-`."
            )
            place = f"{pointer}/parameters/{escaped(name)}"
            yield Finding(pointer=place, code="bad_parameter", message=message, step=step.key)


def _template(
    pointer: str, content: Document, at: int, template: Template, declared: set[str], makers: dict[str, int]
) -> Iterator[Finding]:
    step = content.steps[at]
    if not step.template.strip():
        message = f"Step “{step.key}” has no text."
        yield Finding(pointer=pointer, code="empty_template", message=message, step=step.key)
    if len(step.template) > MAX_TEMPLATE:
        message = f"Use at most {MAX_TEMPLATE:,} characters per template."
        yield Finding(pointer=pointer, code="too_long", message=message, step=step.key)
    places: list[tuple[int, str, str]] = [(m.offset, m.code, m.message) for m in template.mistakes]
    for name, offset in template.names.items():
        if name in declared:
            continue
        maker = makers.get(name)
        if maker is None:
            message = f"Step “{step.key}” uses “{name}”, which isn't a variable or an earlier step's output."
            places.append((offset, "undeclared_name", message))
        elif maker >= at:
            who = (
                "is its own output" if maker == at else f"is the output of the later step “{content.steps[maker].key}”"
            )
            places.append((offset, "output_too_early", f"Step “{step.key}” uses “{name}”, which {who}."))
    for offset, code, message in sorted(places):
        yield Finding(pointer=pointer, code=code, message=message, offset=offset, step=step.key)


def _output(pointer: str, step: Step, declared: set[str], outputs: set[str]) -> Iterator[Finding]:
    name = step.output
    if name is None:
        return
    if not _is_name(name):
        yield Finding(pointer=pointer, code="bad_name", message=_no_name("An output", name), step=step.key)
    elif name in outputs:
        message = f"Two steps have the output “{name}”."
        yield Finding(pointer=pointer, code="duplicate_output", message=message, step=step.key)
    elif name in declared:
        message = f"The output “{name}” of step “{step.key}” has the name of a variable. Choose another name."
        yield Finding(pointer=pointer, code="duplicate_name", message=message, step=step.key)
    outputs.add(name)


def _is_name(name: str) -> bool:
    return len(name) <= NAME_LENGTH and _NAME.fullmatch(name) is not None


def _no_name(what: str, name: str) -> str:
    return (
        f"{what} has the invalid name “{name}”. Start with a letter and use at most {NAME_LENGTH} letters, "
        "digits and _."
    )
