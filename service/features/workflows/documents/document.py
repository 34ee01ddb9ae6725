"""Document of a workflow: variables and steps, which are also wire types, and their canonical form.

docs/workflow-format.md specifies the format. The wire types validate only types and lengths, so that a draft may be
incomplete. `check.py` validates versions.
"""

import hashlib
from collections.abc import Iterator
from typing import Any, Final, Literal

import attrs
import orjson
from attrs import field, frozen

from service.http.schema.fields import SAFE_INTEGER, Json, Rules, Scalar, items, text
from service.http.schema.output import Output
from service.http.schema.wire import reader

MAX_STEPS: Final = 50
MAX_VARIABLES: Final = 100
MAX_TEMPLATE: Final = 20_000
"""Characters (Unicode code points) of one step's template."""
MAX_CONTENT: Final = 200_000
"""Characters of all texts of a document together."""
MAX_OPENINGS: Final = 4000
"""Double braces `{{` in all templates of a document together. Each may open a slot, and each slot costs time."""
MAX_CHOICES: Final = 50
MAX_PARAMETERS: Final = 20
NAME_LENGTH: Final = 50
KEY_LENGTH: Final = 60

NAME_PATTERN: Final = "[A-Za-z][A-Za-z0-9_]*"
"""Name of a variable or an output, as in a slot."""
KEY_PATTERN: Final = "[a-z0-9]([-_]?[a-z0-9])*"
"""Key of a step, which stays the same when the step is moved or renamed."""

type VariableType = Literal["text", "long_text", "number", "choice", "boolean"]
type StepKind = Literal["prompt", "manual"]


def _plain(parameters: dict[str, Scalar]) -> dict[str, Scalar]:
    """Convert integral floats to integers, because JSON has one number type: 1.0 is 1, and -0.0 is 0."""
    return {
        name: int(value) if type(value) is float and value.is_integer() and abs(value) <= SAFE_INTEGER else value
        for name, value in parameters.items()
    }


@frozen(kw_only=True)
class Variable:
    """A variable that a reader fills in. `default` and `example` are text for every type, such as `0.7` or `true`."""

    name: str = text(max=NAME_LENGTH, description="Letters, digits and `_`, starting with a letter.", example="topic")
    type: VariableType = "text"
    label: str = text(max=120, default="", description="Label in the form. Defaults to the name.")
    description: str = text(max=1000, default="")
    required: bool = True
    default: str | None = text(max=5000, default=None)
    choices: list[str] = items(
        max=MAX_CHOICES, item=Rules(max=200), factory=list, description="Choices of a variable of type `choice`."
    )
    example: str | None = text(max=5000, default=None)


@frozen(kw_only=True)
class Step:
    """A prompt or a manual task. `output` is the name of its result in the templates of later steps."""

    key: str = text(max=KEY_LENGTH, description="Permanent name of the step: lower-case letters, digits, `-` and `_`.")
    kind: StepKind = "prompt"
    title: str = text(max=120, default="")
    template: str = text(max=MAX_TEMPLATE, default="", description="Text with `{{name}}` slots.")
    tool: str | None = text(max=80, default=None, description="Slug of a tool in the catalogue.")
    model: str | None = text(max=120, default=None)
    parameters: dict[str, Scalar] = field(
        factory=dict, converter=_plain, metadata={"rules": Rules(max=MAX_PARAMETERS, item=Rules(max=1000))}
    )
    output: str | None = text(max=NAME_LENGTH, default=None)


@frozen(kw_only=True)
class Document:
    """The variables of a workflow in form order, and its steps in the order in which they run."""

    variables: list[Variable] = items(max=MAX_VARIABLES, factory=list)
    steps: list[Step] = items(max=MAX_STEPS, factory=list)


type Severity = Literal["error", "warning"]


class Finding(Output, kw_only=True):
    """An error or warning in a document. `pointer` is a JSON pointer into it (RFC 6901). `offset` is a position in the
    text at `pointer`, in characters (code points). `step` is the key of the step, or null."""

    pointer: str
    code: str
    message: str
    severity: Severity = "error"
    offset: int | None = None
    step: str | None = None


EMPTY: Final = Document()

read_document: Final = reader(Document)
"""Convert decoded JSON to a Document. Raises Unprocessable with every error of type or length."""


def canonical(content: Document) -> bytes:
    """Return the canonical JSON of a document: every field present, keys sorted, no white space, UTF-8."""
    return orjson.dumps(attrs.asdict(content), option=orjson.OPT_SORT_KEYS)


def content_hash(content: Document) -> bytes:
    """Return the SHA-256 of the canonical form: 32 bytes, equal if and only if the documents are equal."""
    return hashlib.sha256(canonical(content)).digest()


def same(one: object, other: object) -> bool:
    """Return whether two documents, steps, variables or fields are equal. Unlike `==`, distinguishes true from 1."""
    return one is other or _form(one) == _form(other)


def _form(value: Any) -> bytes:
    return orjson.dumps(value, default=attrs.asdict, option=orjson.OPT_SORT_KEYS)


type Part = Step | Variable

PARAMETER: Final = "parameters/"
"""Prefix of the field names of a step's parameters."""


def key_of(part: Part) -> str:
    """Return the key of a part: the key of a step, or the name of a variable."""
    return part.key if isinstance(part, Step) else part.name


def fields_of(part: Part) -> dict[str, Json]:
    """Return all fields except the key, in order. Each parameter is a separate field: `parameters/temperature`."""
    fields = {name: getattr(part, name) for name in _FIELDS[type(part)]}
    if isinstance(part, Step):
        fields.update({PARAMETER + name: value for name, value in sorted(part.parameters.items())})
    return fields


def made_of[P: (Step, Variable)](cls: type[P], key: str, fields: dict[str, Json]) -> P:
    """Build a part from its key and fields: the inverse of `key_of` and `fields_of`. Omits parameters that are None."""
    made = {name: value for name, value in fields.items() if not name.startswith(PARAMETER)}
    if cls is Variable:
        return cls(**made | {"name": key})
    made["parameters"] = {
        name.removeprefix(PARAMETER): value
        for name, value in fields.items()
        if name.startswith(PARAMETER) and value is not None
    }
    return cls(**made | {"key": key})


_FIELDS: Final = {
    cls: [a.name for a in attrs.fields(cls) if a.name not in ("key", "name", "parameters")] for cls in (Step, Variable)
}


def texts(content: Document) -> Iterator[tuple[str, str | None, str]]:
    """Yield every text of a document: its pointer, the key of its step (None in a variable), and the text."""
    for at, variable in enumerate(content.variables):
        for name in ("name", "label", "description", "default", "example"):
            if value := getattr(variable, name):
                yield f"/variables/{at}/{name}", None, value
        for number, choice in enumerate(variable.choices):
            yield f"/variables/{at}/choices/{number}", None, choice
    for at, step in enumerate(content.steps):
        for name in ("key", "title", "template", "tool", "model", "output"):
            if value := getattr(step, name):
                yield f"/steps/{at}/{name}", step.key, value
        for name, parameter in step.parameters.items():
            yield f"/steps/{at}/parameters/{escaped(name)}", step.key, str(parameter)


def openings(content: Document) -> int:
    """Return the number of double braces in the templates. MAX_OPENINGS limits it."""
    return sum(step.template.count("{{") for step in content.steps)


def escaped(name: str) -> str:
    """Escape a name as one token of a JSON pointer (RFC 6901 §3)."""
    return name.replace("~", "~0").replace("/", "~1")


def size(content: Document) -> int:
    """Return the characters of all texts, including names of parameters. MAX_CONTENT limits them."""
    names = sum(len(name) for step in content.steps for name in step.parameters)
    return names + sum(len(value) for _, _, value in texts(content))
