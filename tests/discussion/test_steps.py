"""Test comments on a step of a version: valid steps, outdated comments, and deleted workflows."""

import asyncio
from typing import Any

import pytest

from tests.api import ApiClient, RunningService
from tests.discussion.actions import bodies, comment, commented, counters, listed, one, reply


def content(**templates: str) -> dict[str, Any]:
    return {
        "variables": [],
        "steps": [{"key": key, "title": key.title(), "template": text} for key, text in templates.items()],
    }


@pytest.fixture
async def workflow(ada: ApiClient, coach: str) -> str:
    """A workflow with one version and two steps."""
    path = await ada.workflow(coach)
    (await ada.save_version(path, content(outline="Outline it.", write="Write it."))).expect(201)
    return path


def step(key: str, version: int = 1, workflow: str = "lesson") -> dict[str, Any]:
    return {"workflow": workflow, "version": version, "step": key}


async def outdated(client: ApiClient, project: str) -> dict[str, bool]:
    """Return for each comment on a step whether it is outdated."""
    return {each["body"]: each["on"]["outdated"] for each in await listed(client, project) if each["on"]}


async def test_a_new_version_outdates_comments_on_changed_steps(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str, workflow: str
) -> None:
    await commented(cleo, coach, "on outline", on=step("outline"))
    write = await commented(cleo, coach, "on write", on=step("write"))
    assert await outdated(cleo, coach) == {"on outline": False, "on write": False}
    assert (await one(cleo, write))["on"] == {"workflow": "lesson", "version": 1, "step": "write", "outdated": False}
    # A new order and another changed step do not change this step's text.
    (await ada.save_version(workflow, content(write="Write it.", outline="Outline it, shortly."))).expect(201)
    assert await outdated(cleo, coach) == {"on outline": True, "on write": False}
    await commented(cleo, coach, "on the new outline", on=step("outline", 2))
    (await ada.save_version(workflow, content(outline="Outline it, shortly."))).expect(201)
    assert await outdated(cleo, coach) == {"on outline": True, "on write": True, "on the new outline": False}
    (await ada.save_version(workflow, restore=1)).expect(201)
    assert await outdated(cleo, coach) == {"on outline": False, "on write": False, "on the new outline": True}


async def test_a_comment_can_refer_to_an_old_version(
    ada: ApiClient, cleo: ApiClient, coach: str, workflow: str
) -> None:
    (await ada.save_version(workflow, content(outline="Changed."))).expect(201)
    made = (await comment(cleo, coach, "late", on=step("write"))).expect(201).json
    assert made["on"] == {"workflow": "lesson", "version": 1, "step": "write", "outdated": True}


async def test_an_unknown_step_is_rejected(
    ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str, workflow: str
) -> None:
    for on, pointer, code in (
        (step("outline", workflow="none"), "/on/workflow", "unknown_workflow"),
        (step("outline", 2), "/on/version", "unknown_version"),
        (step("draw"), "/on/step", "unknown_step"),
        (step("outline", 0), "/on/version", "too_small"),
    ):
        assert (await comment(cleo, coach, on=on)).expect(422).pointers == {pointer: code}
    assert (await comment(cleo, tutor, on=step("outline"))).expect(422).pointers == {"/on/workflow": "unknown_workflow"}
    top = await commented(cleo, coach, on=step("outline"))
    both = await comment(ada, coach, on=step("outline"), parent_id=top.rpartition("/")[2])
    assert both.expect(422).pointers == {"/on": "mutually_exclusive"}
    shown = (await reply(bob, coach, top)).expect(201).json
    assert shown["on"] is None, "a reply belongs to the step of its thread"


async def test_threads_are_filtered_by_workflow_and_step(
    ada: ApiClient, cleo: ApiClient, coach: str, workflow: str
) -> None:
    other = await ada.workflow(coach, "Other")
    (await ada.save_version(other, content(outline="Another."))).expect(201)
    await commented(cleo, coach, "on the project")
    top = await commented(cleo, coach, "on outline", on=step("outline"))
    await commented(cleo, coach, "on write", on=step("write"))
    await commented(cleo, coach, "on the other", on=step("outline", workflow="other"))
    (await reply(ada, coach, top)).expect(201)
    for sort in ("best", "new"):
        for query, found in (
            ("", ["on the other", "on write", "on outline", "on the project"]),
            ("&workflow=lesson", ["on write", "on outline"]),
            ("&workflow=lesson&step=outline", ["on outline"]),
            ("&workflow=other&step=outline", ["on the other"]),
            ("&workflow=other&step=write", []),
            ("&workflow=none", []),
        ):
            assert bodies(await listed(cleo, coach, f"?sort={sort}{query}")) == found
            pages = await cleo.pages(f"{coach}/comments?sort={sort}{query}", limit=1)
            assert bodies([each for page in pages for each in page]) == found
    refused = (await cleo.get(f"{coach}/comments?step=outline")).expect(422)
    assert refused.pointers == {"/workflow": "required"}


async def test_the_same_body_on_two_steps_is_no_duplicate(cleo: ApiClient, coach: str, workflow: str) -> None:
    await commented(cleo, coach, "+1", on=step("outline"))
    await commented(cleo, coach, "+1", on=step("write"))
    await commented(cleo, coach, "+1")
    (await comment(cleo, coach, "+1", on=step("write"))).expect(409, "duplicate_comment")


async def test_comments_stay_when_their_workflow_is_deleted(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str, workflow: str
) -> None:
    path = await commented(cleo, coach, "on outline", on=step("outline"))
    (await reply(ada, coach, path)).expect(201)
    (await ada.delete(workflow)).expect(204)
    found = await one(cleo, path)
    assert found["on"] == {"workflow": None, "version": 1, "step": "outline", "outdated": True}
    assert found["replies"] == 1


async def test_a_workflow_is_deleted_while_it_is_commented_on(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    for number in range(5):
        flow = await ada.workflow(coach, f"Flow {number}")
        (await ada.save_version(flow, content(outline="Outline it."))).expect(201)
        on = step("outline", workflow=f"flow-{number}")
        requests = [comment(cleo, coach, f"{number}.{each}", on=on) for each in range(4)]
        done = await asyncio.gather(requests[0], requests[1], ada.delete(flow), requests[2], requests[3])
        assert done[2].status == 204
        assert {each.status for each in done} <= {201, 204, 422}
    for each in await listed(cleo, coach):
        assert each["on"]["workflow"] is None
    await counters(service, coach)
