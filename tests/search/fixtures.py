"""Helpers that create searchable content and search for it."""

from typing import Any
from urllib.parse import urlencode

from tests.api import ApiClient


def steps(*templates: str) -> dict[str, Any]:
    """Return a document with one prompt per template."""
    made = [{"key": f"step-{at}", "title": "Do", "template": template} for at, template in enumerate(templates, 1)]
    return {"variables": [], "steps": made}


async def flow(client: ApiClient, project: str, title: str, *templates: str, **more: Any) -> str:
    """Create a workflow with a version and return its path."""
    path = await client.workflow(project, title, **more)
    (await client.save_version(path, steps(*templates))).expect(201)
    return path


async def search(client: ApiClient, q: str, **more: Any) -> dict[str, Any]:
    """Return one page of a search."""
    page: dict[str, Any] = (await client.get(f"/search?{urlencode({'q': q, **more})}")).expect(200).json
    return page


async def found(client: ApiClient, q: str, what: str = "projects", **more: Any) -> list[str]:
    """Return the slugs (or handles) that a search finds, in order."""
    kind = what.removesuffix("s")
    hits = (await search(client, q, type=what, **more))["data"]
    assert {hit["type"] for hit in hits} <= {kind}
    return [hit[kind]["handle" if what == "makers" else "slug"] for hit in hits]


def marked(match: dict[str, Any]) -> list[str]:
    """Return the highlighted parts of a match."""
    text = match["text"]
    return [text[mark["start"] : mark["start"] + mark["length"]] for mark in match["marks"]]
