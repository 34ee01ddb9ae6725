"""Read the demo data: one TOML file per maker, validated as strictly as a request."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from service.http.schema.wire import reader


def read_files[T](directory: Path, kind: type[T]) -> Iterator[tuple[str, T]]:
    """Yield handle (the file name) and contents of each file. Raise ValueError that names an invalid file."""
    read = reader(kind)
    for path in sorted(directory.glob("*.toml")):
        try:
            found = read(tomllib.loads(path.read_text(encoding="utf-8")))
        except Exception as error:
            raise ValueError(f"{path.name}: {getattr(error, 'errors', error)}") from error
        yield path.stem, found
