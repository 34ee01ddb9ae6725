"""Test that the measurements on synthetic worlds are complete, run, and can fail."""

import re
from pathlib import Path
from typing import Any

import orjson

from bench import plans
from bench.lists import LISTS, SHORT, Compared, ListCase, Measured
from bench.search import Query, Searched, page, percentile, queries
from service.app import openapi_document
from service.db.query import SPECS
from service.dev.synthetic.load import load_world
from service.dev.synthetic.progress import Progress
from service.dev.synthetic.sizes import SIZES


class AnySample:
    """Stand-in for a sample, with a value for every path parameter."""

    def __getattr__(self, name: str) -> str:
        project = "/projects/handle/slug"
        paths = {"workflow": f"{project}/workflows/one", "collection": "/collections/handle/slug"}
        return paths.get(name, project if name in ("starred", "discussed") else name)


def lists_of_the_api() -> list[str]:
    document = orjson.loads(openapi_document())
    shared = document["components"].get("parameters", {})

    def names(operation: dict[str, Any]) -> set[str]:
        found = (shared[p["$ref"].rpartition("/")[2]] if "$ref" in p else p for p in operation.get("parameters", ()))
        return {parameter["name"] for parameter in found}

    paths = document["paths"].items()
    return [path.removeprefix("/api/v1") for path, item in paths if "cursor" in names(item.get("get", {}))]


def test_every_list_endpoint_is_measured_or_known_to_be_short() -> None:
    paths = [case.path(AnySample()).partition("?")[0] for case in LISTS]  # type: ignore[arg-type]
    found = lists_of_the_api()
    assert len(found) > 20
    for path in found:
        pattern = re.sub(r"\{[^}]*\}", "[^/]+", path)
        assert path in SHORT or any(re.fullmatch(pattern, each) for each in paths), path
    assert set(SHORT) <= set(found)


def test_ratios_are_relative_to_the_first_page_of_the_smallest_world() -> None:
    case = ListCase("projects", lambda s: "/projects")
    small = Measured(100, 20, 20, first=[1.0, 2.0, 9.0], deep=[2.0, 2.0, 2.0])
    large = Measured(100_000, 20, 20, first=[2.0, 2.0, 2.0], deep=[3.0, 3.0, 99.0])
    compared = Compared(case, {"small": small, "large": large})
    assert compared.ratio("small", "large", deep=False) == 1
    assert compared.worst == 1.5


def test_there_are_two_hundred_published_queries_of_five_kinds() -> None:
    found = queries()
    assert {
        kind: sum(query.kind == kind for query in found) for kind in ("common", "rare", "typo", "prompt", "dutch")
    } == dict.fromkeys(("common", "rare", "typo", "prompt", "dutch"), 40)
    assert len({(query.type, query.words) for query in found}) == 200
    assert {query.type for query in found} == {"projects", "workflows", "makers", "tools"}


def test_percentiles_use_the_nearest_rank() -> None:
    values = [float(value) for value in range(1, 101)]
    assert [percentile(values, share) for share in (0.5, 0.95, 0.99)] == [50, 95, 99]
    assert percentile([7.0], 0.95) == 7
    assert percentile([1.0, 2.0], 0.95) == 2


def test_a_tail_latency_above_the_limit_is_bold() -> None:
    quick = Searched(Query("common", "projects", "bread"), 20, [5.0])
    slow = Searched(Query("rare", "projects", "posol"), 1, [50.0])
    lines = page([quick, slow])
    assert "| common | 1 | 0 | 5.0 | 5.0 | 5.0 | 5.0 |" in lines
    assert any(line.startswith("| rare | 1 | 0 | 50.0 | **50.0**") for line in lines)


def test_every_list_and_search_query_has_a_stored_plan_or_is_exempt() -> None:
    hot = {spec.name for spec in plans.hot()}
    assert {"projects/list_newest", "search/list_projects", "discussion/list_best"} <= hot
    assert {*plans.COLD, *plans.HOT_READS} <= set(SPECS_BY_NAME)
    assert hot.isdisjoint(plans.COLD)


SPECS_BY_NAME = {spec.name: spec for spec in SPECS.values()}


async def test_plans_of_hot_queries_are_collected_and_scans_are_detected(database_url: str, tmp_path: Path) -> None:
    await load_world(database_url, SIZES["tiny"], Progress(lambda _line: None, bars=False))
    # A sequential scan is right for so few rows; the check must detect it all the same.
    found = plans.plans(database_url, grown=50)
    assert any(plan.scans for plan in found)
    assert [plan.name for plan in found] == [spec.name for spec in plans.hot()]
    (search,) = [plan for plan in found if plan.name == "search/list_projects"]
    assert any("project_search" in plan for plan in search.inner)
    (tmp_path / "gone-query.txt").write_text("")
    plans.write(found, tmp_path, "18.0")
    assert {path.name for path in tmp_path.iterdir()} == {
        "README.md",
        *(f"{plan.name.replace('/', '-')}.txt" for plan in found),
    }
    assert "Limit" in (tmp_path / "projects-list_newest.txt").read_text()
