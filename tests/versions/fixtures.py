"""A workflow document of two steps in the form that clients send."""

from typing import Any

STEPS: list[dict[str, Any]] = [
    {
        "key": "outline",
        "title": "Outline",
        "template": "Outline a lesson on {{topic}} for {{age}} year olds.",
        "output": "outline",
    },
    {
        "key": "write",
        "title": "Write",
        "template": "Write it out:\n\n{{outline}}",
        "tool": "claude",
        "model": "opus",
    },
]
VARIABLES: list[dict[str, Any]] = [
    {"name": "topic", "label": "Topic"},
    {"name": "age", "type": "number", "default": "9"},
]
CONTENT: dict[str, Any] = {"variables": VARIABLES, "steps": STEPS}


def with_template(template: str, *, step: int = 0) -> dict[str, Any]:
    """Return CONTENT with another template in one step. The first step must contain the topic and the age."""
    steps = [{**found, "template": template} if at == step else found for at, found in enumerate(STEPS)]
    return {**CONTENT, "steps": steps}


def numbered(number: int) -> dict[str, Any]:
    """Return CONTENT with a number, for any number of different documents."""
    return with_template(f"{number}: a lesson on {{{{topic}}}} for {{{{age}}}} year olds.")
