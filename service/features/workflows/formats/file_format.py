"""File formats of a workflow: JSON, which round-trips, and Markdown for readers.

docs/workflow.schema.json describes the JSON. The service does not import Markdown.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal

import attrs
import orjson
from attrs import frozen

from service.features.workflows.documents.document import Document, Step, Variable
from service.http.schema.fields import Scalar, text

FORMAT: Final = "aipoweredmakers.workflow"


@frozen(kw_only=True)
class WorkflowFile:
    """An exported workflow. It contains no owner and no version number, because a file grants no rights."""

    format: Literal["aipoweredmakers.workflow"]
    format_version: Literal[1]
    title: str = text(min=1, max=120, multiline=False)
    summary: str = text(max=300, multiline=False, default="")
    content: Document


def workflow_file(title: str, summary: str, content: Document) -> WorkflowFile:
    """Return the document to export."""
    return WorkflowFile(format=FORMAT, format_version=1, title=title, summary=summary, content=content)


def to_json(exported: WorkflowFile) -> bytes:
    """Return the JSON file: canonical, except for line breaks and an indent of two spaces. It round-trips unchanged."""
    return orjson.dumps(
        attrs.asdict(exported), option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    )


def to_markdown(exported: WorkflowFile, attribution: str = "") -> str:
    """Return the workflow as CommonMark with GitHub tables. `attribution` is one line, such as the source of a remix.

    Each template is in a fence longer than any fence inside it, so that readers can copy it unchanged.
    """
    blocks = [f"# {_line(exported.title)}"]
    if exported.summary.strip():
        blocks.append(f"> {_line(exported.summary)}")
    if attribution:
        blocks.append(f"*{_line(attribution)}*")
    if exported.content.variables:
        rows = ["| Name | Type | Default | Description |", "|---|---|---|---|"]
        rows += [_row(variable) for variable in exported.content.variables]
        blocks += ["## Variables", "\n".join(rows)]
    if exported.content.steps:
        blocks.append("## Steps")
    for number, step in enumerate(exported.content.steps, 1):
        blocks += _step(number, step)
    return "\n\n".join(blocks) + "\n"


def _row(variable: Variable) -> str:
    kind = variable.type.replace("_", " ")
    if variable.type == "choice":
        kind += ": " + ", ".join(map(_code, variable.choices))
    if not variable.required:
        kind += ", optional"
    about = _plain(" — ".join(part for part in (variable.label, variable.description) if part.strip()))
    if variable.example:
        about += f" (for example {_code(variable.example)})"
    default = _code(variable.default) if variable.default else ""
    return f"| {_cell(_code(variable.name))} | {_cell(kind)} | {_cell(default)} | {_cell(about)} |"


def _step(number: int, step: Step) -> Iterator[str]:
    yield f"### {number}. {_line(step.title) or _code(step.key)}"
    facts = [f"- By hand ({_code(step.key)})" if step.kind == "manual" else f"- Prompt ({_code(step.key)})"]
    if step.tool:
        facts.append(f"- Tool: {_code(step.tool)}")
    if step.model:
        facts.append(f"- Model: {_code(step.model)}")
    facts += [f"- {_code(name)}: {_code(_scalar(value))}" for name, value in sorted(step.parameters.items())]
    if step.output:
        facts.append(f"- Output: {_code('{{' + step.output + '}}')}")
    yield "\n".join(facts)
    yield _fenced(step.template)


def _scalar(value: Scalar) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _fenced(source: str) -> str:
    ticks = "`" * max(3, 1 + _longest_ticks(source))
    return f"{ticks}text\n{source}\n{ticks}"


def _code(source: str) -> str:
    """Return an inline code span (CommonMark 6.1)."""
    source = " ".join(source.split())
    ticks = "`" * (1 + _longest_ticks(source))
    pad = " " if source.startswith("`") or source.endswith("`") or not source else ""
    return f"{ticks}{pad}{source}{pad}{ticks}"


def _longest_ticks(source: str) -> int:
    return max(map(len, re.findall("`+", source)), default=0)


_MARKUP: Final = re.compile(r"([\\`*_\[\]<>#&|~])")


def _plain(source: str) -> str:
    return _MARKUP.sub(r"\\\1", source)


def _line(source: str) -> str:
    return _plain(" ".join(source.split()))


def _cell(source: str) -> str:
    """Return the text of a table cell: a single line with escaped bars."""
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(source.split()))
