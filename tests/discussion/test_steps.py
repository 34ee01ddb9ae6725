"""Comments on a step of a version: which there are, which are outdated, and what stays when the workflow goes."""

import asyncio
from typing import Any

import pytest

from tests.api import ApiClient, RunningService
from tests.discussion.acts import bodies, comment, commented, counters, listed, one, reply


def content(**templates: str) -> dict[str, Any]:
    return {
        "variables": [],
        "steps": [{"key": key, "title": key.title(), "template": text} for key, text in templates.items()],
    }


@pytest.fixture
async def lesson(ada: ApiClient, coach: str) -> str:
    """A workflow with one version and two steps."""
    path = await ada.workflow(coach)
    (await ada.save_version(path, content(outline="Outline it.", write="Write it."))).expect(201)
    return path


def step(key: str, version: int = 1, workflow: str = "lesson") -> dict[str, Any]:
    return {"workflow": workflow, "version": version, "step": key}


async def marks(client: ApiClient, project: str) -> dict[str, bool]:
    """What is said on steps → whether it is outdated."""
    return {each["body"]: each["on"]["outdated"] for each in await listed(client, project) if each["on"]}


async def test_a_new_version_outdates_what_it_changed(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str, lesson: str
) -> None:
    await commented(cleo, coach, "on outline", on=step("outline"))
    write = await commented(cleo, coach, "on write", on=step("write"))
    assert await marks(cleo, coach) == {"on outline": False, "on write": False}
    assert (await one(cleo, write))["on"] == {"workflow": "lesson", "version": 1, "step": "write", "outdated": False}
    # Another order and another step: neither is another text of this one.
    (await ada.save_version(lesson, content(write="Write it.", outline="Outline it, shortly."))).expect(201)
    assert await marks(cleo, coach) == {"on outline": True, "on write": False}
    await commented(cleo, coach, "on the new outline", on=step("outline", 2))
    (await ada.save_version(lesson, content(outline="Outline it, shortly."))).expect(201)
    assert await marks(cleo, coach) == {"on outline": True, "on write": True, "on the new outline": False}
    (await ada.save_version(lesson, restore=1)).expect(201)
    assert await marks(cleo, coach) == {"on outline": False, "on write": False, "on the new outline": True}


async def test_a_comment_on_an_old_version(ada: ApiClient, cleo: ApiClient, coach: str, lesson: str) -> None:
    (await ada.save_version(lesson, content(outline="Changed."))).expect(201)
    made = (await comment(cleo, coach, "late", on=step("write"))).expect(201).json
    assert made["on"] == {"workflow": "lesson", "version": 1, "step": "write", "outdated": True}


async def test_a_step_has_to_be_there(
    ada: ApiClient, bob: ApiClient, cleo: ApiClient, coach: str, tutor: str, lesson: str
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
    assert both.expect(422).pointers == {"/on": "not_both"}
    answer = (await reply(bob, coach, top)).expect(201).json
    assert answer["on"] is None, "it is about what its thread is about"


async def test_threads_about_a_workflow_and_a_step(ada: ApiClient, cleo: ApiClient, coach: str, lesson: str) -> None:
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


async def test_the_same_on_two_steps_is_no_repeat(cleo: ApiClient, coach: str, lesson: str) -> None:
    await commented(cleo, coach, "+1", on=step("outline"))
    await commented(cleo, coach, "+1", on=step("write"))
    await commented(cleo, coach, "+1")
    (await comment(cleo, coach, "+1", on=step("write"))).expect(409, "duplicate_comment")


async def test_a_comment_outlives_its_workflow(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str, lesson: str
) -> None:
    path = await commented(cleo, coach, "on outline", on=step("outline"))
    (await reply(ada, coach, path)).expect(201)
    (await ada.delete(lesson)).expect(204)
    found = await one(cleo, path)
    assert found["on"] == {"workflow": None, "version": 1, "step": "outline", "outdated": True}
    assert found["replies"] == 1


async def test_a_workflow_that_goes_while_it_is_talked_about(
    service: RunningService, ada: ApiClient, cleo: ApiClient, coach: str
) -> None:
    for number in range(5):
        flow = await ada.workflow(coach, f"Flow {number}")
        (await ada.save_version(flow, content(outline="Outline it."))).expect(201)
        on = step("outline", workflow=f"flow-{number}")
        acts = [comment(cleo, coach, f"{number}.{each}", on=on) for each in range(4)]
        done = await asyncio.gather(acts[0], acts[1], ada.delete(flow), acts[2], acts[3])
        assert done[2].status == 204
        assert {each.status for each in done} <= {201, 204, 422}
    for each in await listed(cleo, coach):
        assert each["on"]["workflow"] is None
    await counters(service, coach)
