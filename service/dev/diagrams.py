"""Draw the import graph and the data model as Mermaid: `python -m service.dev.diagrams DIRECTORY`.

The import graph comes from the code, the data model from the database of DATABASE_URL.
"""

import ast
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg

from service.dev.local.layout import CHECKOUT

_COLUMNS = r"""
    select c.relname, t.typname, a.attname,
        exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any(k.conkey)),
        exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)),
        a.attnotnull
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname !~ 'yoyo'
    order by c.relname, a.attnum"""
_REFERENCES = "select conrelid::regclass::text, confrelid::regclass::text from pg_constraint where contype = 'f'"


def imports() -> set[tuple[str, str]]:
    """Return the imports between folders: features as `layer/feature`, other code as its package."""
    found = set()
    for path in sorted((CHECKOUT / "service").rglob("*.py")):
        importer = _folder(".".join(path.relative_to(CHECKOUT).with_suffix("").parts))
        for imported in _imported(path):
            if (folder := _folder(imported)) != importer:
                found.add((importer, folder))
    return found


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "service":
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def _folder(module: str) -> str:
    parts = module.split(".")
    if parts[1] == "features" and len(parts) > 3:
        return f"{parts[2]}/{parts[3]}"
    return parts[1]


def import_graph() -> str:
    """Return the import graph as a Mermaid flowchart."""
    edges = imports()
    names = {name: f"n{number}" for number, name in enumerate(sorted({name for edge in edges for name in edge}))}
    lines = [f'    {key}["{name}"]' for name, key in names.items()]
    lines += [f"    {names[importer]} --> {names[imported]}" for importer, imported in sorted(edges)]
    return "\n".join(["flowchart TB", *lines])


def data_model(database_url: str) -> str:
    """Return the tables and foreign keys of a database as a Mermaid entity-relationship diagram."""
    tables: dict[str, list[str]] = {}
    with psycopg.connect(database_url) as connection:
        for table, kind, column, primary, foreign, required in connection.execute(_COLUMNS):
            keys = ", ".join([*(["PK"] if primary else []), *(["FK"] if foreign else [])])
            line = f"        {kind} {column}{' ' + keys if keys else ''}{'' if required else ' "nullable"'}"
            tables.setdefault(table, []).append(line)
        references = sorted({(target, source) for source, target in connection.execute(_REFERENCES)})
    lines = [f'    {target} ||--o{{ {source} : ""' for target, source in references]
    for table, columns in tables.items():
        lines += [f"    {table} {{", *columns, "    }"]
    return "\n".join(["erDiagram", *lines])


def main(directory: str) -> None:
    """Write imports.md and tables.md into the directory."""
    place = Path(directory)
    place.mkdir(parents=True, exist_ok=True)
    drawings = {"imports.md": import_graph(), "tables.md": data_model(os.environ["DATABASE_URL"])}
    for name, drawing in drawings.items():
        (place / name).write_text(f"```mermaid\n{drawing}\n```\n", encoding="utf-8")
        print(place / name)


if __name__ == "__main__":
    main(sys.argv[1])
