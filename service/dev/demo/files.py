"""How the demo data's files are read: one TOML file a maker, held to its format as strictly as a request."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from service.http.schema.wire import reader


def read_files[T](directory: Path, kind: type[T]) -> Iterator[tuple[str, T]]:
    """What each file holds, after the handle that it is named by. Raises ValueError naming a wrong file."""
    read = reader(kind)
    for path in sorted(directory.glob("*.toml")):
        try:
            found = read(tomllib.loads(path.read_text(encoding="utf-8")))
        except Exception as error:
            raise ValueError(f"{path.name}: {getattr(error, 'errors', error)}") from error
        yield path.stem, found
