"""Test vectors shared with the web, which renders templates in TypeScript. This file generates them.

After a change of the format, run `python -m tests.documents.test_web_vectors`.
"""

import random
from pathlib import Path
from typing import Any, Final

import orjson

from service.features.workflows.documents.document import Document, Step, Variable, VariableType
from service.features.workflows.documents.render import render
from service.features.workflows.documents.template import Text, parse
from service.http.problem import Unprocessable

FILE: Final = Path(__file__).parents[2] / "frontend/src/features/workflows/template.vectors.json"

_PIECES: Final = [
    *("{", "}", "{{", "}}", "{{{", "\\", "\\\\", " ", "\n", "\t", "𝄞", "é", "a", "text ", "{{}}", "{{ }}", "{{1}}"),
    *("{{a b}}", "{{ a\t}}", "{{b_2}}", "{{a}}", "{{" + "x" * 50 + "}}", "{{" + "x" * 51 + "}}", "{{#if a}}", "⟦a⟧"),
]
_TYPES: Final[list[VariableType]] = ["text", "long_text", "number", "choice", "boolean"]
_GIVEN: Final[list[Any]] = [
    *("", " as it is ", "two\nlines", "two\rlines", "warm", "cold", "3.10", "1E+9", "-0", "03", " 3", "3\n", "٣", "+1"),
    *(".5", "1" * 100, "1" * 101, "true", "false", "True", "yes", "{{a}}", "\\{{a}}", "⟦a⟧", "𝄞"),
    *(True, False, 3, 0, -7, 0.5, -0.25, 1e-7, 1.5e-5, 0.0001, 0.1 + 0.2, 1e22, 1.5e300, 2**53),
]


def _parsed(source: str) -> dict[str, Any]:
    template = parse(source)
    return {
        "source": source,
        "parts": [
            {"kind": "text", "text": part.text, "source": part.source, "offset": part.offset}
            if isinstance(part, Text)
            else {"kind": "slot", "name": part.name, "source": part.source, "offset": part.offset}
            for part in template.parts
        ],
        "mistakes": [{"code": mistake.code, "offset": mistake.offset} for mistake in template.mistakes],
    }


def _rendered(content: Document, inputs: dict[str, Any], outputs: dict[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {"content": _short(content), "inputs": inputs, "outputs": outputs}
    try:
        steps = render(content, inputs, outputs).steps
    except Unprocessable as refused:
        return made | {"problems": sorted([error.pointer, error.code] for error in refused.errors)}
    return made | {
        "steps": [
            {
                "text": step.text,
                "waiting_for": step.waiting_for,
                "segments": [[piece.kind, piece.text, piece.name] for piece in step.segments],
            }
            for step in steps
        ]
    }


def _short(content: Document) -> dict[str, Any]:
    """Return the fields that rendering uses, without empty choices."""
    return {
        "variables": [
            {"name": v.name, "type": v.type, "required": v.required, "default": v.default}
            | ({"choices": v.choices} if v.choices else {})
            for v in content.variables
        ],
        "steps": [{"key": s.key, "template": s.template, "output": s.output} for s in content.steps],
    }


def _any_content(prng: random.Random) -> dict[str, Any]:
    names = prng.sample(["a", "b_2", "constructor", "Z"], prng.randint(0, 3))
    variables = [
        Variable(
            name=name,
            type=prng.choice(_TYPES),
            required=prng.random() < 0.5,
            default=prng.choice([None, None, "", "warm", "3", "true"]),
            choices=["warm", "plain"],
        )
        for name in names
    ]
    slots = [*_PIECES, *(f"{{{{{name}}}}}" for name in [*names, "made", "toString"])]
    steps = [
        Step(
            key=f"s{at}",
            title="T",
            template="".join(prng.choices(slots, k=prng.randint(0, 8))),
            output=["made", "toString", None][at],
        )
        for at in range(3)
    ]
    inputs = {name: prng.choice(_GIVEN) for name in names if prng.random() < 0.7}
    if prng.random() < 0.05:
        inputs["nobody"] = "x"
    outputs = {name: prng.choice(["", "it {{a}}", "⟦made⟧"]) for name in ["made", "toString"] if prng.random() < 0.4}
    return _rendered(Document(variables=variables, steps=steps), inputs, outputs)


def vectors() -> bytes:
    prng = random.Random(6)
    found = {
        "parse": [_parsed("".join(prng.choices(_PIECES, k=prng.randint(0, 10)))) for _ in range(120)],
        "values": [
            _rendered(
                Document(
                    variables=[Variable(name="x", type=kind, required=required, choices=["warm"])],
                    steps=[Step(key="a", title="A", template="<{{x}}>")],
                ),
                {"x": given},
                {},
            )
            for kind in _TYPES
            for required in (True, False)
            for given in _GIVEN
        ],
        "render": [_any_content(prng) for _ in range(120)],
    }
    lines = [
        f"{orjson.dumps(name).decode()}: [\n" + ",\n".join(orjson.dumps(one).decode() for one in cases) + "\n]"
        for name, cases in found.items()
    ]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def test_the_vectors_of_the_web_are_current() -> None:
    assert vectors() == FILE.read_bytes(), "python -m tests.documents.test_web_vectors"


if __name__ == "__main__":
    FILE.write_bytes(vectors())
