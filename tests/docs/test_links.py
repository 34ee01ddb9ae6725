"""Test that files, headings and make targets named in the documents exist, and documents named in the code."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
DOCUMENTS = [*PAGES, ROOT / "migrations" / "README.md", ROOT / "frontend" / "README.md"]
PARTS = ["Context", "Decision", "Consequences", "Alternatives"]
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def anchors(text: str) -> set[str]:
    """Return the headings of a document as GitHub's anchors."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_resolve(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", CODE.sub("", text)):
        if "://" in target:
            continue
        file, _, anchor = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), target
        if anchor:
            assert anchor in anchors(there.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_make_targets_and_scripts_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for code in CODE.findall(text):
        for target in re.findall(r"^`?(?:[A-Z_]+=\S+ )*make ([a-z][a-z0-9-]*)", code, re.MULTILINE):
            assert target in targets, target
    bash = shutil.which("bash")
    assert bash is not None
    for script in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        parsed = subprocess.run([bash, "-n"], input=script, capture_output=True, text=True, check=False)
        assert parsed.returncode == 0, parsed.stderr


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_named_files_exist(path: Path) -> None:
    for file in re.findall(
        r"`((?:service|sql|tests|migrations|docs|bench)/[\w/.-]+)`", path.read_text(encoding="utf-8")
    ):
        if "results" not in file:
            assert (ROOT / file).exists(), file


def test_documents_named_in_the_code_exist() -> None:
    for folder in ("service", "sql", "migrations", "tests", "bench"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in {".py", ".sql", ".lua", ".md"} and "node_modules" not in path.parts:
                for file in re.findall(r"docs/[\w/-]+\.md", path.read_text(encoding="utf-8")):
                    assert (ROOT / file).exists(), f"{name(path)}: {file}"


def test_the_index_of_decisions_is_complete() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = sorted(path.name for path in folder.glob("[0-9]*.md"))
    index = re.findall(r"^- \[(\d{4})\]\((\S+?)\) (.*)$", (folder / "README.md").read_text("utf-8"), re.MULTILINE)
    assert [file for _, file, _ in index] == pages
    for number, file, title in index:
        assert file.startswith(f"{number}-")
        assert (folder / file).read_text("utf-8").splitlines()[0] == f"# {title}", file


def test_the_documents_are_short() -> None:
    words = 0
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        words += len(text.split())
        decision = path.parent.name == "decisions" and path.name != "README.md"
        assert len(text.splitlines()) <= (40 if decision else 250), name(path)
        if decision:
            assert re.findall(rf"^(?:\*\*|## )({'|'.join(PARTS)})\b", text, re.MULTILINE) == PARTS, name(path)
    assert words <= 18_000
