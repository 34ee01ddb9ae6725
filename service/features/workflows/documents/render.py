"""Rendering of step texts from templates and inputs. Values are inserted verbatim; braces in a value open no slot."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from service.features.accounts.identity.domain import Refused
from service.features.workflows.documents.document import Document, Step, StepKind, escaped
from service.features.workflows.documents.template import Part, Text, parse
from service.features.workflows.documents.values import MAX_INPUT, text_of
from service.http.problem import FieldError, Unprocessable
from service.http.schema.fields import Scalar
from service.http.schema.output import Output

MAX_RENDERED: Final = 1_000_000
"""Bytes (UTF-8) of the texts of all steps together, because a slot may occur a thousand times in a template."""


class Segment(Output, kw_only=True):
    """A segment of a step's text. A `text` is literal text of the template, and a `value` is the value of `name`. A
    `slot` is a mark for the output `name` of an earlier step, which is not known yet. The step's text is the
    concatenation of all segments."""

    kind: Literal["text", "value", "slot"]
    text: str
    name: str | None = None


class RenderedStep(Output):
    """A rendered step, ready to copy. `waiting_for` lists the outputs for which `text` contains only a mark ⟦name⟧."""

    key: str
    kind: StepKind
    title: str
    text: str
    segments: list[Segment]
    waiting_for: list[str]
    tool: str | None
    model: str | None
    parameters: dict[str, Scalar]
    output: str | None


class Rendered(Output):
    steps: list[RenderedStep]


def render(content: Document, inputs: Mapping[str, Scalar], outputs: Mapping[str, str] | None = None) -> Rendered:
    """Render the text of every step. `outputs` has the known outputs of earlier steps.

    Raises Unprocessable with every missing, unknown or invalid input, and when all texts exceed MAX_RENDERED bytes.
    Takes time linear in the size of the input and the result.
    """
    values = _values(content, inputs, outputs or {})
    parsed = [parse(step.template).parts for step in content.steps]
    sizes = {name: len(value.encode()) for name, value in values.items()}
    length = sum(_length(part, sizes) for parts in parsed for part in parts)
    if length > MAX_RENDERED:
        message = f"The rendered steps have {length:,} bytes; the limit is {MAX_RENDERED:,}. Shorten the inputs."
        raise Unprocessable([FieldError("/inputs", "too_long", message)])
    return Rendered(steps=[_step(step, parts, values) for step, parts in zip(content.steps, parsed, strict=True)])


def mark(name: str) -> str:
    """Return the mark for an output that is not known yet."""
    return f"⟦{name}⟧"


def _values(content: Document, inputs: Mapping[str, Scalar], outputs: Mapping[str, str]) -> dict[str, str]:
    values: dict[str, str] = {}
    wrong: list[FieldError] = []
    for variable in content.variables:
        pointer = f"/inputs/{escaped(variable.name)}"
        given = inputs.get(variable.name, variable.default)
        if given is None and variable.required:
            wrong.append(FieldError(pointer, "required", f"Enter “{variable.name}”."))
            continue
        try:
            values[variable.name] = "" if given is None else text_of(variable, given)
        except Refused as refused:
            wrong.append(FieldError(pointer, refused.code, str(refused)))
    wrong += _unknown("/inputs", inputs, {variable.name for variable in content.variables}, "no variable")
    made = {step.output for step in content.steps if step.output}
    wrong += _unknown("/outputs", outputs, made, "no step's output")
    for name, text in outputs.items():
        if len(text) > MAX_INPUT:
            message = f"“{name}” is too long. Use at most {MAX_INPUT:,} characters."
            wrong.append(FieldError(f"/outputs/{escaped(name)}", "too_long", message))
    if wrong:
        raise Unprocessable(wrong)
    return {**outputs, **values}


def _unknown(place: str, given: Iterable[str], known: set[str], what: str) -> list[FieldError]:
    return [
        FieldError(f"{place}/{escaped(name[:100])}", "unknown_name", f"“{name[:100]}” is {what} of this workflow.")
        for name in given
        if name not in known
    ]


def _length(part: Part, sizes: Mapping[str, int]) -> int:
    if isinstance(part, Text):
        return len(part.text.encode())
    size = sizes.get(part.name)
    return len(mark(part.name).encode()) if size is None else size


def _step(step: Step, parts: Iterable[Part], values: Mapping[str, str]) -> RenderedStep:
    segments = [_segment(part, values) for part in parts]
    waiting = dict.fromkeys(segment.name for segment in segments if segment.kind == "slot" and segment.name)
    return RenderedStep(
        key=step.key,
        kind=step.kind,
        title=step.title,
        text="".join(segment.text for segment in segments),
        segments=segments,
        waiting_for=list(waiting),
        tool=step.tool,
        model=step.model,
        parameters=step.parameters,
        output=step.output,
    )


def _segment(part: Part, values: Mapping[str, str]) -> Segment:
    if isinstance(part, Text):
        return Segment(kind="text", text=part.text)
    value = values.get(part.name)
    if value is None:
        return Segment(kind="slot", text=mark(part.name), name=part.name)
    return Segment(kind="value", text=value, name=part.name)
