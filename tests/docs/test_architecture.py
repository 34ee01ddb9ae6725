"""Test docs/architecture.md against the code: folders, layers and diagrams."""

import re
import tomllib
from pathlib import Path

from service.dev import diagrams

ROOT = Path(__file__).resolve().parents[2]
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_the_page_has_at_most_250_lines() -> None:
    assert len(ARCHITECTURE.splitlines()) <= 250


def test_every_folder_of_the_service_is_described() -> None:
    folders = {f"service/{path.name}/" for path in (ROOT / "service").iterdir() if (path / "__init__.py").exists()}
    assert folders <= set(re.findall(r"^\| `(service/\w+/)`", ARCHITECTURE, re.MULTILINE))


def test_documented_layers_match_the_import_linter() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (layers,) = [contract["layers"] for contract in contracts if contract["name"] == "Layers of features"]
    rows = dict(re.findall(r"^\| (\w+) \| ([\w, →]+) \|$", ARCHITECTURE, re.MULTILINE))
    assert [layer for layer in rows if layer in layers] == layers
    for layer in layers:
        features = {
            path.name for path in (ROOT / "service" / "features" / layer).iterdir() if (path / "__init__.py").exists()
        }
        assert set(re.findall(r"\w+", rows[layer])) == features, layer


def test_diagrams_are_well_formed() -> None:
    drawings = re.findall(r"^```mermaid\n(.*?)^```", ARCHITECTURE, re.MULTILINE | re.DOTALL)
    assert drawings
    for drawn in drawings:
        assert drawn.split()[0] in {"flowchart", "sequenceDiagram"}
        for opening, closing in ("[]", "()"):
            assert drawn.count(opening) == drawn.count(closing), drawn
        known = set(re.findall(r"participant (\w+)", drawn))
        for left, right in re.findall(r"^ +(\w+)-?->>(\w+):", drawn, re.MULTILINE):
            assert {left, right} <= known, (left, right)


def test_the_diagrams_show_imports_and_tables(database_url: str) -> None:
    assert ("community/discussion", "accounts/notifications") in diagrams.imports()
    assert diagrams.import_graph().startswith("flowchart TB\n")
    drawn = diagrams.data_model(database_url)
    assert "    project {\n" in drawn
    assert '    maker ||--o{ project : ""' in drawn
