"""The data model that docs/architecture.md draws is the migrated database's."""

import re
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

COLUMNS = r"""
    select c.relname, t.typname, a.attname,
        exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any(k.conkey)),
        exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)),
        a.attnotnull
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname !~ 'yoyo'
    order by c.relname, a.attnum"""

REFERENCES = "select conrelid::regclass::text, confrelid::regclass::text from pg_constraint where contype = 'f'"


def tables(database_url: str) -> dict[str, str]:
    """The tables as Mermaid's entities: keys are marked, and what may be null."""
    lines: dict[str, list[str]] = {}
    with psycopg.connect(database_url) as connection:
        for table, kind, column, primary, foreign, required in connection.execute(COLUMNS):
            keys = ", ".join([*(["PK"] if primary else []), *(["FK"] if foreign else [])])
            line = f"        {kind} {column}{' ' + keys if keys else ''}{'' if required else ' "or null"'}\n"
            lines.setdefault(table, []).append(line)
    return {table: f"    {table} {{\n{''.join(columns)}    }}\n" for table, columns in lines.items()}


def drawn_model() -> str:
    """All drawings of the data model, one after another."""
    return "".join(re.findall(r"^```mermaid\nerDiagram\n(.*?)^```", ARCHITECTURE, re.MULTILINE | re.DOTALL))


def test_entities_are_the_tables(database_url: str) -> None:
    drawn = {
        found[1]: found[0]
        for found in re.finditer(r"^    (\w+) \{\n.*?^    \}\n", drawn_model(), re.MULTILINE | re.DOTALL)
    }
    now = tables(database_url)
    wrong = [entity for table, entity in now.items() if drawn.get(table) != entity]
    assert not wrong, "docs/architecture.md has to draw:\n" + "".join(wrong)
    assert drawn.keys() == now.keys(), "docs/architecture.md draws what is no table"


def test_relations_are_the_foreign_keys(database_url: str) -> None:
    drawn = {frozenset(pair) for pair in re.findall(r"^    (\w+) [|o}]\S+ (\w+) :", drawn_model(), re.MULTILINE)}
    with psycopg.connect(database_url) as connection:
        assert drawn == {frozenset(row) for row in connection.execute(REFERENCES)}


def test_drawings_are_whole() -> None:
    drawings = re.findall(r"^```mermaid\n(.*?)^```", ARCHITECTURE, re.MULTILINE | re.DOTALL)
    assert len(drawings) >= 6
    for drawn in drawings:
        assert drawn.split()[0] in {"flowchart", "sequenceDiagram", "erDiagram"}
        for opening, closing in ("[]", "()"):
            assert drawn.count(opening) == drawn.count(closing), drawn
        if drawn.startswith("flowchart"):
            assert len(re.findall(r"^ +subgraph\b", drawn, re.MULTILINE)) == len(
                re.findall(r"^ +end$", drawn, re.MULTILINE)
            )
        if drawn.startswith("sequenceDiagram"):
            known = set(re.findall(r"participant (\w+)", drawn))
            for left, right in re.findall(r"^ +(\w+)-?->>(\w+):", drawn, re.MULTILINE):
                assert {left, right} <= known, (left, right)


def test_features_build_on_each_other_as_drawn() -> None:
    drawn = {
        (feature, used)
        for feature, targets in re.findall(r"^    (\w+)\[\"\w+: [^\"]*\"\] --> ([\w &]+)$", features(), re.MULTILINE)
        for used in targets.split(" & ")
    }
    folder = ROOT / "service" / "features"
    found = {
        (path.parent.name, used)
        for path in folder.glob("*/*.py")
        for used in re.findall(r"^from service\.features\.(\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert drawn == {pair for pair in found if pair[0] != pair[1]}
    named = set(re.findall(r"^    (\w+)\[", features(), re.MULTILINE))
    assert named == {path.parent.name for path in folder.glob("*/handlers.py")}


def features() -> str:
    """The drawing of the features."""
    return ARCHITECTURE.partition("\nThe features, ")[2].partition("```mermaid\n")[2].partition("```")[0]
