"""Test that commands report operator errors in one line instead of a traceback."""

from pathlib import Path

import pytest

from service.__main__ import main
from service.dev.local.backup import psql_command
from service.dev.local.layout import LocalError, free_port


@pytest.mark.parametrize("command", ["admin", "seed", "backup", "migrate", "rollback"])
def test_an_unavailable_database_is_a_one_line_error(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://nobody:secret@127.0.0.1:{free_port()}/none")
    arguments = {"admin": ["ada@example.org"], "backup": [str(tmp_path)]}
    assert main([command, *arguments.get(command, [])]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Cannot connect to the database: ")
    assert "secret" not in said


def test_a_url_of_another_database_is_a_one_line_error() -> None:
    with pytest.raises(LocalError, match="starts with postgresql://"):
        psql_command("mysql://root@127.0.0.1/none")
